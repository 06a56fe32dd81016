import sharp, { type Sharp } from 'sharp'
import type { Image } from '../../../domain/image.ts'

/** What is done to a picture of a real document, each separately. */
export type Degradation = 'small' | 'blurred' | 'dark and noisy'

/** Every one, in the order of the report. */
export const DEGRADATIONS: readonly Degradation[] = ['small', 'blurred', 'dark and noisy']

/** Longer side of a small picture, px: a passport's characters are about 9 px wide. */
const SMALL_SIDE = 460
/** Longer side of every other one, px. */
const SIDE = 1000
const BLUR_SIGMA = 2
const DARKENING = 0.3
/** Deviation of the noise, of 255. */
const NOISE_SIGMA = 9

/** The picture as a worse camera shows it. Noise is drawn anew each time. */
export async function degradePicture(image: Image, degradation: Degradation): Promise<Image> {
  const side = degradation === 'small' ? SMALL_SIDE : SIDE
  const { data, info } = await sharp(image.data, {
    raw: { width: image.width, height: image.height, channels: 3 },
  })
    .resize({ width: side, height: side, fit: 'inside' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const picture = sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
  const file = await apply(picture, degradation, info).toBuffer()
  const done = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(done.data), width: done.info.width, height: done.info.height }
}

function apply(picture: Sharp, degradation: Degradation, size: { width: number; height: number }): Sharp {
  switch (degradation) {
    case 'small':
      return picture.png()
    case 'blurred':
      return picture.blur(BLUR_SIGMA).png()
    case 'dark and noisy':
      return withNoise(picture.linear(DARKENING, 0), size).png()
  }
}

/** Noise is laid over as light: black cannot be darker. */
function withNoise(picture: Sharp, { width, height }: { width: number; height: number }): Sharp {
  const noise = { type: 'gaussian' as const, mean: 2 * NOISE_SIGMA, sigma: NOISE_SIGMA }
  const create = { width, height, channels: 3 as const, background: 'black', noise }
  return picture.composite([{ input: { create }, blend: 'add' }])
}
