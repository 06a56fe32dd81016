import type { Image, Point } from '../../domain/image.ts'
import type { Size } from '../image/size.ts'

/** Most samples taken a target pixel along one axis; more cost time and gain the networks nothing. */
const MAX_SAMPLES_PER_AXIS = 3

/** A shifted, turned and scaled rectangle of an image, by three of its corners. */
export interface Region {
  topLeft: Point
  topRight: Point
  bottomLeft: Point
}

/**
 * The region at another size, fast rather than smooth: when shrinking, each pixel is the mean of up to nine picked
 * ones, of fewer where `samplesAtMost` along an axis says so. Outside the image the border repeats.
 */
export function sampleRegion(image: Image, region: Region, size: Size & { samplesAtMost?: number }): Image {
  const { topLeft, topRight, bottomLeft } = region
  const { width, height, samplesAtMost = MAX_SAMPLES_PER_AXIS } = size
  const across = { x: (topRight.x - topLeft.x) / width, y: (topRight.y - topLeft.y) / width }
  const down = { x: (bottomLeft.x - topLeft.x) / height, y: (bottomLeft.y - topLeft.y) / height }
  const shrinking = Math.max(Math.hypot(across.x, across.y), Math.hypot(down.x, down.y))
  const samples = Math.max(1, Math.min(samplesAtMost, Math.round(shrinking)))
  const data = new Uint8Array(width * height * 3)
  for (let v = 0; v < height; v++) {
    const out = data.subarray(v * width * 3, (v + 1) * width * 3)
    const start = { x: topLeft.x + v * down.x, y: topLeft.y + v * down.y }
    if (samples === 1) blendRow(image, { start, across, down }, out)
    else averageRow(image, { start, across, down, samples }, out)
  }
  return { data, width, height }
}

/** Where a row begins and the steps to its next pixel and to the next row, in image pixels. */
interface Row {
  start: Point
  across: Point
  down: Point
}

/** Each pixel is weighed from the four around its middle. */
function blendRow(image: Image, row: Row, out: Uint8Array): void {
  const { data, width, height } = image
  let x = row.start.x + (row.across.x + row.down.x) / 2 - 0.5
  let y = row.start.y + (row.across.y + row.down.y) / 2 - 0.5
  for (let i = 0; i < out.length; i += 3, x += row.across.x, y += row.across.y) {
    const clampedX = Math.max(0, Math.min(width - 1, x))
    const clampedY = Math.max(0, Math.min(height - 1, y))
    const left = clampedX | 0
    const top = clampedY | 0
    const right = left < width - 1 ? 3 : 0
    const below = top < height - 1 ? width * 3 : 0
    const at = (top * width + left) * 3
    for (let channel = at; channel < at + 3; channel++) {
      const over = data[channel] + (data[channel + right] - data[channel]) * (clampedX - left)
      const under =
        data[channel + below] + (data[channel + below + right] - data[channel + below]) * (clampedX - left)
      out[i + channel - at] = over + (under - over) * (clampedY - top) + 0.5
    }
  }
}

/** Each pixel is the mean of evenly spread pixels under it. */
function averageRow(image: Image, row: Row & { samples: number }, out: Uint8Array): void {
  const { data, width, height } = image
  const { start, across, down, samples } = row
  const count = samples * samples
  const sums = new Uint16Array(out.length)
  for (let sample = 0; sample < count; sample++) {
    const along = ((sample % samples) + 0.5) / samples
    const below = (Math.floor(sample / samples) + 0.5) / samples
    let x = start.x + along * across.x + below * down.x
    let y = start.y + along * across.y + below * down.y
    for (let i = 0; i < sums.length; i += 3, x += across.x, y += across.y) {
      const column = Math.max(0, Math.min(width - 1, x | 0))
      const line = Math.max(0, Math.min(height - 1, y | 0))
      const at = (line * width + column) * 3
      sums[i] += data[at]
      sums[i + 1] += data[at + 1]
      sums[i + 2] += data[at + 2]
    }
  }
  for (let i = 0; i < sums.length; i++) out[i] = sums[i] / count + 0.5
}
