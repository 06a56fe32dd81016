/** A point or direction of a person's space: centimetres, x to the image's right, y up, z to the viewer. */
export type Vector = [number, number, number]

/** Length of a vector. */
export function lengthOf(v: Vector): number {
  return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2])
}

/** The vector of length 1 in the same direction; the zero vector stays itself. */
export function unit(v: Vector): Vector {
  const length = lengthOf(v) || 1
  return [v[0] / length, v[1] / length, v[2] / length]
}

/** Scalar product. */
export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/** Vector product: at right angles to both. */
export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

/** Sum of two vectors. */
export function add(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

/** Difference of two vectors. */
export function subtract(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

/** A vector times a number. */
export function scale(v: Vector, factor: number): Vector {
  return [v[0] * factor, v[1] * factor, v[2] * factor]
}
