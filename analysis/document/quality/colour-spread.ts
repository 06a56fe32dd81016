import type { Image } from '../../../domain/image.ts'
import { nthSmallest } from './_nth-smallest.ts'

/** Share of the pixels that may be of another colour and count for nothing: a thumb on the card, a stamp on a copy. */
const LEFT_OUT = 0.06
/** Share of the pixels that count for nothing among the spots: stray ones of dust and compression. */
const STRAY = 0.015
/** Fits of the light's tint; from the second on without the pixels that the one before explains worst. */
const FITS = 3

/** A channel as a line of green. */
interface Line {
  slope: number
  offset: number
}

/** Colour beyond the tint of the light, levels 0-255. */
export interface ColourSpread {
  /** What all but 6 % of the image has at most. */
  spread: number
  /** What all but 1.5 % has at most: the colour of small signs, or of a thumb. */
  spots: number
}

/**
 * How much colour an image has beyond the tint of the light it was taken under: print of several colours has 16 and more,
 * a grey copy next to nothing. Red and blue are fitted as lines of green, which takes the tint out (trimmed least
 * squares); percentiles of what stays are told. Shrink the image before: noise goes, the colours of print stay.
 */
export function colourSpread({ data }: Image): ColourSpread {
  const allButShare = (share: number) => Math.floor((data.length / 3 - 1) * (1 - share))
  let [spread, distances] = [Number.POSITIVE_INFINITY, new Float32Array(data.length / 3)]
  for (let fit = 0; fit < FITS; fit++) {
    const kept = { distances, limit: spread }
    distances = measureDistances(data, fitLine(data, 0, kept), fitLine(data, 2, kept))
    spread = nthSmallest(distances, allButShare(LEFT_OUT)) || 0
  }
  return { spread, spots: nthSmallest(distances, allButShare(STRAY)) || 0 }
}

/** How far each pixel's red and blue lie from what its green explains. */
function measureDistances(data: Uint8Array, red: Line, blue: Line): Float32Array<ArrayBuffer> {
  const distances = new Float32Array(data.length / 3)
  for (let pixel = 0, i = 0; pixel < distances.length; pixel++, i += 3) {
    const green = data[i + 1]
    const redLeft = data[i] - (red.slope * green + red.offset)
    const blueLeft = data[i + 2] - (blue.slope * green + blue.offset)
    distances[pixel] = Math.sqrt(redLeft * redLeft + blueLeft * blueLeft)
  }
  return distances
}

/** Least squares of a channel over green among the pixels within the limit; a flat line where green does not vary. */
function fitLine(
  data: Uint8Array,
  channel: number,
  { distances, limit }: { distances: Float32Array; limit: number },
): Line {
  let [count, sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0, 0]
  for (let pixel = 0, i = 0; pixel < distances.length; pixel++, i += 3) {
    if (distances[pixel] > limit) continue
    const x = data[i + 1]
    const y = data[i + channel]
    count++
    sumX += x
    sumY += y
    sumXX += x * x
    sumXY += x * y
  }
  const spread = count * sumXX - sumX * sumX
  const slope = spread === 0 ? 0 : (count * sumXY - sumX * sumY) / spread
  return { slope, offset: (sumY - slope * sumX) / count }
}
