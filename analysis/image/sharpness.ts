import type { Plane } from './plane.ts'

/**
 * Variance of the Laplacian (Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", ICPR 2000):
 * high when fine detail is there, near 0 when it is blurred away. Compares only between planes of one width.
 */
export function sharpness(plane: Plane): number {
  const { data, width, height } = plane
  let sum = 0
  let squares = 0
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const value = data[i - 1] + data[i + 1] + data[i - width] + data[i + width] - 4 * data[i]
      sum += value
      squares += value * value
    }
  }
  const count = Math.max(1, (width - 2) * (height - 2))
  return Math.max(0, squares / count - (sum / count) ** 2)
}
