import type { Homography } from '../../../analysis/image/homography.ts'

/** The map back: its adjugate over the last entry. */
export function inverseOf(map: Homography): Homography {
  const minor = ([a, b]: [number, number], [c, d]: [number, number]) => map[a] * map[b] - map[c] * map[d]
  const last = minor([0, 4], [1, 3])
  return [
    minor([4, 8], [5, 7]) / last,
    minor([2, 7], [1, 8]) / last,
    minor([1, 5], [2, 4]) / last,
    minor([5, 6], [3, 8]) / last,
    minor([0, 8], [2, 6]) / last,
    minor([2, 3], [0, 5]) / last,
    minor([3, 7], [4, 6]) / last,
    minor([1, 6], [0, 7]) / last,
    1,
  ]
}
