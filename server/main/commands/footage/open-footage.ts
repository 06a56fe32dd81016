import { readFile, stat } from 'node:fs/promises'
import type { Image } from '../../../../domain/image.ts'
import { FileFault } from './file-fault.ts'
import { openPicture } from './open-picture.ts'
import { isWebm, openVideo } from './open-video.ts'
import { pictureKind } from './picture-end.ts'

/** Largest file read, bytes: half a minute of film, any picture of a phone. */
const MAX_BYTES = 32 * 1024 * 1024

/** What a file shows: one frame of a picture, several of a video. */
export interface Footage {
  media: 'image/jpeg' | 'image/png' | 'image/webp' | 'video/webm'
  frames: Image[]
}

/** Reads a picture or a video. Throws a FileFault, before much is read or decoded, when it is none. */
export async function openFootage(path: string): Promise<Footage> {
  const bytes = await readBytes(path)
  const kind = pictureKind(bytes)
  if (kind !== null) return { media: `image/${kind}`, frames: [await openPicture(bytes, kind)] }
  if (isWebm(bytes)) return { media: 'video/webm', frames: await openVideo(bytes) }
  throw new FileFault('The file is no JPEG, PNG or WebP picture and no WebM video')
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    // Before opening: a pipe would be waited for.
    const { size, isFile } = await look(path)
    if (!isFile) throw new FileFault('It is not a file')
    if (size === 0) throw new FileFault('The file is empty')
    if (size > MAX_BYTES) throw new FileFault(`The file has more than ${MAX_BYTES} bytes`)
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (error instanceof FileFault) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new FileFault(code === 'ENOENT' ? 'There is no such file' : `Cannot read the file: ${code}`)
  }
}

async function look(path: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(path)
  return { size: found.size, isFile: found.isFile() }
}
