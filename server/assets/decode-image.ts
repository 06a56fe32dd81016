import sharp from 'sharp'
import type { Image } from '../../domain/image.ts'

/** Largest picture taken, pixels: four times a 1080p frame. */
const MAX_PIXELS = 4 * 1920 * 1080

/** Decodes a JPEG or PNG. Throws when it is damaged or larger than `MAX_PIXELS`. */
export async function decodeImage(bytes: Uint8Array): Promise<Image> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}
