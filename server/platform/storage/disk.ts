import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
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
    get: async (key) => orGone(readFile(pathOf(key))),
    size: async (key) => (await orGone(stat(pathOf(key)))).size,
    read: async (key, span) => orGone(readSpan(pathOf(key), span)),
    async delete(key) {
      await rm(pathOf(key), { force: true })
    },
    async deleteFolder(folder) {
      const path = pathOf(folder)
      await rm(path, { recursive: true, force: true })
      // That a name is gone is durable only once the folder above is.
      if (await isThere(dirname(path))) await sync(dirname(path))
    },
  }
}

async function orGone<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Problem('gone', 'There is no such asset')
  }
}

/** Fewer bytes than asked for where the file ends before. */
async function readSpan(path: string, { start, end }: { start: number; end: number }): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(Math.max(0, end - start))
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
    return bytes.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
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
