import type { Box, Image } from '../../domain/image.ts'

/**
 * The part of the image under the box, cut at the image's borders; corners are rounded to whole pixels.
 * At least one pixel is returned, however far outside the box lies.
 */
export function cropImage(image: Image, box: Box): Image {
  const left = clamp(Math.round(box.x), 0, image.width - 1)
  const top = clamp(Math.round(box.y), 0, image.height - 1)
  const right = clamp(Math.round(box.x + box.width), left + 1, image.width)
  const bottom = clamp(Math.round(box.y + box.height), top + 1, image.height)
  const width = right - left
  const height = bottom - top
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * image.width + left) * 3
    data.set(image.data.subarray(from, from + width * 3), y * width * 3)
  }
  return { data, width, height }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
