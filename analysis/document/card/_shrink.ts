import type { Image } from '../../../domain/image.ts'
import { resizeImage } from '../../image/resize-image.ts'

/** Samples a small pixel takes from the large ones under it, along each axis. */
const SAMPLES = 2

/**
 * The image with its longer side as given, px, for a quick look: a small pixel is the mean of four of those under it.
 * An image hardly larger is resized properly.
 */
export function shrink(image: Image, longSide: number): Image {
  const factor = Math.max(image.width, image.height) / longSide
  const width = Math.max(1, Math.round(image.width / factor))
  const height = Math.max(1, Math.round(image.height / factor))
  if (factor < SAMPLES) return resizeImage(image, { width, height })
  const rows = samplePlaces(image.height, height)
  const columns = samplePlaces(image.width, width).map((x) => x * 3)
  const data = new Uint8Array(width * height * 3)
  for (let y = 0, target = 0; y < height; y++) {
    const upper = rows[2 * y] * image.width * 3
    const lower = rows[2 * y + 1] * image.width * 3
    for (let x = 0; x < width; x++, target += 3) {
      const left = columns[2 * x]
      const right = columns[2 * x + 1]
      for (let channel = 0; channel < 3; channel++) {
        const above = image.data[upper + left + channel] + image.data[upper + right + channel]
        const below = image.data[lower + left + channel] + image.data[lower + right + channel]
        data[target + channel] = (above + below + 2) >> 2
      }
    }
  }
  return { data, width, height }
}

/** The two source positions that each target position looks at, a quarter and three quarters through its stretch. */
function samplePlaces(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to * SAMPLES }, (_, i) => Math.floor(((i + 0.5) * from) / (to * SAMPLES)))
}
