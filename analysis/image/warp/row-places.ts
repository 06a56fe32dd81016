import type { Homography } from '../homography.ts'
import type { Size } from '../size.ts'

/** Pixels of a row between two places that are reckoned: what lies between is off by at most 0.02 px for cards in frames. */
export const STRETCH = 16
/** A pixel in the whole numbers that places are stepped through in: 16 bits after the point. */
const ONE_PX = 65536
/** Pictures beyond this have places with no room in 32 bits, px. */
const MAX_SIDE = 32767
/** Whole steps run off by less than this over a stretch, px. */
const SLACK = 0.01

/** Where a row of samples lies: a, b, c, d, e, f of the point ((a u + b) / (e u + f), (c u + d) / (e u + f)). */
export type RowPlace = readonly [number, number, number, number, number, number]

/** The place of one row of a map's pictures. */
export function placeInRow([a, b, c, d, e, f, g, h]: Homography, y: number): RowPlace {
  return [a, b * y + c, d, e * y + f, g, h * y + 1]
}

/**
 * Where the stretches of a row so wide begin, and where the last ends: x and y of each in turn, px from the middle of the
 * picture's first pixel. One list serves all rows of a picture: a list for each would be most of what a warp leaves behind.
 */
export function stretchEnds(width: number): Float64Array {
  return new Float64Array(2 * (Math.ceil(width / STRETCH) + 1))
}

/** Reckons the stretches' ends of one row. */
export function reckonEnds(ends: Float64Array, [a, b, c, d, e, f]: RowPlace): void {
  for (let i = 0, u = 0.5; i < ends.length; i += 2, u += STRETCH) {
    const nearness = 1 / (e * u + f)
    ends[i] = (a * u + b) * nearness - 0.5
    ends[i + 1] = (c * u + d) * nearness - 0.5
  }
}

/** Tells whether both ends of the stretch that begins at an index have a pixel on every side. */
export function stretchesInside({ width, height }: Size): (ends: Float64Array, at: number) => boolean {
  const right = Math.min(width, MAX_SIDE) - 1 - SLACK
  const bottom = Math.min(height, MAX_SIDE) - 1 - SLACK
  const has = (x: number, y: number) => x > SLACK && y > SLACK && x < right && y < bottom
  return (ends, at) => has(ends[at], ends[at + 1]) && has(ends[at + 2], ends[at + 3])
}

/** A place along one axis, 1/65536 px. */
export function wholePlace(px: number): number {
  return (px * ONE_PX + 0.5) | 0
}

/** The way from one pixel of a stretch to the next along one axis, 1/65536 px. */
export function wholeStep(from: number, to: number): number {
  return (((to - from) * ONE_PX) / STRETCH) | 0
}
