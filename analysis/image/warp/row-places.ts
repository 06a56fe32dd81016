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

/** Tells places that have a pixel on every side. */
export function placesInside({ width, height }: Size): { has(x: number, y: number): boolean } {
  const right = Math.min(width, MAX_SIDE) - 1 - SLACK
  const bottom = Math.min(height, MAX_SIDE) - 1 - SLACK
  return { has: (x, y) => x > SLACK && y > SLACK && x < right && y < bottom }
}

/** Where a stretch begins and where the pixel after its last lies, px from the middle of the first pixel. */
export interface Stretch {
  x: number
  y: number
  endX: number
  endY: number
}

/** Its first place and the way from each to the next, 1/65536 px. */
export function wholeSteps({ x, y, endX, endY }: Stretch): {
  x: number
  y: number
  stepX: number
  stepY: number
} {
  return {
    x: (x * ONE_PX + 0.5) | 0,
    y: (y * ONE_PX + 0.5) | 0,
    stepX: (((endX - x) * ONE_PX) / STRETCH) | 0,
    stepY: (((endY - y) * ONE_PX) / STRETCH) | 0,
  }
}
