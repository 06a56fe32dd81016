import sharp from 'sharp'
import type { Image } from '../../../domain/image.ts'

/** Longer side at which pictures are looked at, px: that of a frame of the best cameras. */
const MAX_SIDE = 1920

/** A picture from a file, upright as its camera noted, no larger than a frame. */
export async function loadPicture(path: string): Promise<Image> {
  const { data, info } = await sharp(path)
    .rotate()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}
