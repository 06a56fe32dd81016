import type { Image } from '../../../../domain/image.ts'
import { FileFault } from './file-fault.ts'
import { openPicture } from './open-picture.ts'
import { isWebm, openVideo } from './open-video.ts'
import { pictureKind } from './picture-parts.ts'
import { readBytes } from './read-bytes.ts'

/** Largest file read, bytes: half a minute of film, any picture of a phone. */
const MAX_BYTES = 32 * 1024 * 1024

/** What a file shows: one frame of a picture, several of a video. */
export interface Footage {
  media: 'image/jpeg' | 'image/png' | 'image/webp' | 'video/webm'
  frames: Image[]
}

/** Reads a picture or a video. Throws a FileFault, before much is read or decoded, when it is none. */
export async function openFootage(path: string): Promise<Footage> {
  const bytes = await readBytes(path, MAX_BYTES)
  const kind = pictureKind(bytes)
  if (kind !== null) return { media: `image/${kind}`, frames: [await openPicture(bytes, kind)] }
  if (isWebm(bytes)) return { media: 'video/webm', frames: await openVideo(bytes) }
  throw new FileFault('The file is no JPEG, PNG or WebP picture and no WebM video')
}
