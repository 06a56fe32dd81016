/** A 3 × 3 matrix, row by row. */
export type Matrix = readonly number[]

/** Steps of Newton's iteration: it doubles the right digits with each, from a start that is seldom far off. */
const STEPS = 12

/**
 * The rotation that brings `from` nearest to `to`, shift and scale aside: the orthogonal factor of their covariance
 * (Procrustes; Higham, "Computing the polar decomposition", 1986). Points are x, y, z, one after the other; null where
 * they lie in a plane, which has no one rotation.
 */
export function fitRotation(from: readonly number[], to: readonly number[]): Matrix | null {
  let matrix: Matrix = covariance(centred(from), centred(to))
  const size = Math.hypot(...matrix)
  if (!(size > 0)) return null
  matrix = matrix.map((value) => value / size)
  for (let step = 0; step < STEPS; step++) {
    const cofactors = cofactorsOf(matrix)
    const determinant = matrix[0] * cofactors[0] + matrix[1] * cofactors[1] + matrix[2] * cofactors[2]
    if (!(determinant > 1e-9)) return null
    matrix = matrix.map((value, i) => (value + cofactors[i] / determinant) / 2)
  }
  return matrix
}

function centred(points: readonly number[]): number[] {
  const middle = [0, 1, 2].map((axis) => {
    let sum = 0
    for (let i = axis; i < points.length; i += 3) sum += points[i]
    return (sum * 3) / points.length
  })
  return points.map((value, i) => value - middle[i % 3])
}

/** Row: the axis of `to`; column: the axis of `from`. */
function covariance(from: readonly number[], to: readonly number[]): number[] {
  const sums = new Array<number>(9).fill(0)
  for (let i = 0; i < from.length; i += 3) {
    for (let cell = 0; cell < 9; cell++) sums[cell] += to[i + Math.floor(cell / 3)] * from[i + (cell % 3)]
  }
  return sums
}

/** Divided by the determinant they are the transposed inverse. */
function cofactorsOf([a, b, c, d, e, f, g, h, i]: Matrix): number[] {
  return [
    e * i - f * h,
    f * g - d * i,
    d * h - e * g,
    c * h - b * i,
    a * i - c * g,
    b * g - a * h,
    b * f - c * e,
    c * d - a * f,
    a * e - b * d,
  ]
}
