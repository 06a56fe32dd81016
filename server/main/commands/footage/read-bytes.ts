import { open, stat } from 'node:fs/promises'
import { FileFault } from './file-fault.ts'

/** The bytes of a file of at most so many. Throws a FileFault when it is none, empty or larger, before it is read. */
export async function readBytes(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    // Before opening: a pipe would be waited for.
    const found = await stat(path)
    if (!found.isFile()) throw new FileFault('It is not a file')
    if (found.size === 0) throw new FileFault('The file is empty')
    if (found.size > maxBytes) throw new FileFault(`The file has more than ${maxBytes} bytes`)
    return await readAtMost(path, found.size)
  } catch (error) {
    if (error instanceof FileFault) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new FileFault(code === 'ENOENT' ? 'There is no such file' : `Cannot read the file: ${code}`)
  }
}

/** What the file had when it was looked at: one that grows meanwhile is not followed. */
async function readAtMost(path: string, size: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const bytes = new Uint8Array(size)
    let at = 0
    while (at < size) {
      const { bytesRead } = await file.read(bytes, at, size - at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return bytes.subarray(0, at)
  } finally {
    await file.close()
  }
}
