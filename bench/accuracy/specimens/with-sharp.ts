import sharp, { type Sharp } from 'sharp'
import type { Image } from '../../../domain/image.ts'

/** An image after a change by sharp, in three colours. */
export async function withSharp(image: Image, change: (file: Sharp) => Sharp): Promise<Image> {
  const raw = { width: image.width, height: image.height, channels: 3 as const }
  const { data, info } = await change(sharp(image.data, { raw }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels === 3) return { data: new Uint8Array(data), width: info.width, height: info.height }
  const spread = new Uint8Array(info.width * info.height * 3)
  for (let i = 0; i < info.width * info.height; i++) spread.fill(data[i * info.channels], i * 3, i * 3 + 3)
  return { data: spread, width: info.width, height: info.height }
}
