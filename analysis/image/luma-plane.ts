import type { Image } from '../../domain/image.ts'
import type { Plane } from './plane.ts'

/** Luma weights of ITU-R BT.601-7 §2.5.1, in 1/65536. */
const RED_WEIGHT = 19595
const GREEN_WEIGHT = 38470
const BLUE_WEIGHT = 7471

/** The luma (0-255) of every pixel (ITU-R BT.601-7 §2.5.1). */
export function lumaPlane(image: Image): Plane {
  const { data: rgb, width, height } = image
  const luma = new Uint8Array(width * height)
  for (let pixel = 0, i = 0; pixel < luma.length; pixel++, i += 3) {
    luma[pixel] = (rgb[i] * RED_WEIGHT + rgb[i + 1] * GREEN_WEIGHT + rgb[i + 2] * BLUE_WEIGHT) >> 16
  }
  return { data: luma, width, height }
}
