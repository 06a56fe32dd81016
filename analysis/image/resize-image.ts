import type { Image } from '../../domain/image.ts'
import { resample } from './_resample.ts'
import type { Size } from './size.ts'

/** The image at another size, its shape stretched to it: by area when shrinking, linear when growing. */
export function resizeImage(image: Image, size: Size): Image {
  if (image.width === size.width && image.height === size.height) return image
  return { data: resample({ ...image, channels: 3 }, size), width: size.width, height: size.height }
}
