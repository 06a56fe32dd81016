import type { Image } from '../../domain/image.ts'

/** The R, G and B planes of an image, one after the other, every value times `scale` plus `shift`. */
export function imageToPlanes(image: Image, range: { scale: number; shift: number }): Float32Array {
  const pixels = image.width * image.height
  const planes = new Float32Array(pixels * 3)
  const { scale, shift } = range
  for (let pixel = 0, i = 0; pixel < pixels; pixel++, i += 3) {
    planes[pixel] = image.data[i] * scale + shift
    planes[pixel + pixels] = image.data[i + 1] * scale + shift
    planes[pixel + 2 * pixels] = image.data[i + 2] * scale + shift
  }
  return planes
}
