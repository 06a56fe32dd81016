import type { Homography } from '../homography.ts'

/** Pixels of a row between two places that are reckoned: what lies between is off by at most 0.02 px for cards in frames. */
export const STRETCH = 16
/** A pixel in the whole numbers that places are stepped through in: 16 bits after the point. */
const ONE_PX = 65536
/** Where a row of samples lies: a, b, c, d, e, f of the point ((a u + b) / (e u + f), (c u + d) / (e u + f)). */
export type RowPlace = readonly [number, number, number, number, number, number]

/** The place of one row of a map's pictures. */
export function placeInRow([a, b, c, d, e, f, g, h]: Homography, y: number): RowPlace {
  return [a, b * y + c, d, e * y + f, g, h * y + 1]
}

/** A place along one axis, 1/65536 px. */
export function wholePlace(px: number): number {
  return (px * ONE_PX + 0.5) | 0
}

/** The way from one pixel of a stretch to the next along one axis, 1/65536 px. */
export function wholeStep(from: number, to: number): number {
  return (((to - from) * ONE_PX) / STRETCH) | 0
}
