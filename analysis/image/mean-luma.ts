import type { Plane } from './plane.ts'

/** Mean of a luma plane, 0-255. */
export function meanLuma(plane: Plane): number {
  const { data } = plane
  let sum = 0
  for (let i = 0; i < data.length; i++) sum += data[i]
  return sum / data.length
}
