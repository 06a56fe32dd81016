import type { Plane } from './plane.ts'

/** Mean of a luma plane, 0-255. */
export function meanLuma(plane: Plane): number {
  let sum = 0
  for (const value of plane.data) sum += value
  return sum / plane.data.length
}
