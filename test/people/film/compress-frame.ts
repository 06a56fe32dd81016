import sharp from 'sharp'
import type { Image } from '../../../domain/image.ts'

/** Gives a frame the blocks and fringes of JPEG at a quality 1-100. */
export async function compressFrame({ data, width, height }: Image, quality: number): Promise<Image> {
  const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer()
  const raw = await sharp(bytes).raw().toBuffer()
  return { data: new Uint8Array(raw), width, height }
}
