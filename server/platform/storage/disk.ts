import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Problem } from '../../../domain/problem.ts'
import type { Storage } from './storage.ts'

/** Keys are made by us; anything else never reaches a path. */
const SAFE_KEY = /^(?!.*(^|\/)\.{1,2}(\/|$))[\w.-]+(\/[\w.-]+)*$/
/** Longest key, characters. */
const MAX_KEY_LENGTH = 512

/** Keeps assets as files under a folder; what `put` has resolved survives a crash of the machine. */
export function openDiskStorage(directory: string): Storage {
  const pathOf = (key: string) => {
    if (key.length > MAX_KEY_LENGTH || !SAFE_KEY.test(key))
      throw new Problem('gone', 'There is no such asset')
    return join(directory, key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await makeFolder(dirname(path))
      const draft = `${path}.${randomUUID()}.new`
      try {
        await writeFile(draft, bytes, { mode: 0o600, flag: 'wx', flush: true })
        await settle(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    async putFile(key, from) {
      const path = pathOf(key)
      await makeFolder(dirname(path))
      await sync(from)
      await settle(from, path)
    },
    async get(key) {
      try {
        return await readFile(pathOf(key))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
        throw new Problem('gone', 'There is no such asset')
      }
    },
    async delete(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}

/** Makes a folder and its parents; a new folder's name is durable only once the folder above is. */
async function makeFolder(folder: string): Promise<void> {
  const topmost = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (topmost === undefined) return
  for (let made = folder; made.length >= topmost.length; made = dirname(made)) await sync(dirname(made))
}

async function settle(draft: string, path: string): Promise<void> {
  await rename(draft, path)
  // The name itself is durable only once its folder is.
  await sync(dirname(path))
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
