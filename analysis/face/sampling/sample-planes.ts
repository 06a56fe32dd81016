import type { Image } from '../../../domain/image.ts'
import { type Sampling, sampleRows } from './_sample-rows.ts'

/** The lightest level of a channel. */
const MOST_LEVEL = 255

/** Where the samples go: a square of planes, R, G and B one after the other, and how its numbers come of levels 0-255. */
export interface PlanesInput {
  side: number
  scale: number
  shift: number
}

/**
 * A region as a network takes it: sampled as `sampleRegion` does, at a size that is put in the middle of a square, the rest black;
 * every level times `scale` plus `shift`. Of fewer samples along an axis where `samplesAtMost` says so.
 */
export function samplePlanes(
  image: Image,
  sampling: Sampling,
  { side, scale, shift }: PlanesInput,
): Float32Array {
  const { width, height } = sampling.size
  const plane = side * side
  const planes = new Float32Array(plane * 3)
  if (width < side || height < side) planes.fill(shift)
  const corner = Math.floor((side - height) / 2) * side + Math.floor((side - width) / 2)
  let numbers: Float32Array = new Float32Array()
  sampleRows(image, sampling, (row, sums, count) => {
    if (numbers.length === 0) numbers = numbersOf(count, { scale, shift })
    let at = corner + row * side
    for (let i = 0; i < sums.length; i += 3, at++) {
      planes[at] = numbers[sums[i]]
      planes[at + plane] = numbers[sums[i + 1]]
      planes[at + 2 * plane] = numbers[sums[i + 2]]
    }
  })
  return planes
}

/** The number of each sum that so many levels can have: looking one up costs less than dividing. */
function numbersOf(count: number, { scale, shift }: { scale: number; shift: number }): Float32Array {
  const numbers = new Float32Array(MOST_LEVEL * count + 1)
  for (let sum = 0; sum < numbers.length; sum++) numbers[sum] = Math.floor(sum / count + 0.5) * scale + shift
  return numbers
}
