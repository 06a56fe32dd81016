import sharp from 'sharp'
import type { Image } from '../../domain/image.ts'

/** zlib level: a 1200 x 850 card takes 75 ms of CPU at 2 and 205 ms at 9, which is 3 % smaller. */
const PNG_COMPRESSION_LEVEL = 2

/** Encodes a picture as PNG, without loss, so that its hash stands for exactly what was seen. */
export async function encodeImage({ data, width, height }: Image): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: PNG_COMPRESSION_LEVEL })
    .toBuffer()
}
