import { randomUUID } from 'node:crypto'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a file of mode 600 whole or not at all, so that neither a kill nor a power cut leaves half a key.
 * `new` leaves a file that is there as it is; of processes that write it at once the first one wins.
 */
export async function writePrivately(path: string, text: string, mode: 'replace' | 'new'): Promise<void> {
  const draft = `${path}.${randomUUID()}.draft`
  try {
    await writeDurably(draft, text)
    if (mode === 'replace') await rename(draft, path)
    else await link(draft, path)
    await syncDirectory(dirname(path))
  } catch (error) {
    if (mode === 'replace' || (error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory)
  await handle.sync().finally(() => handle.close())
}
