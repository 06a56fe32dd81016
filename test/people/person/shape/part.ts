import { add, cross, subtract, unit, type Vector } from './vector.ts'

/** What a part is made of; decides its colour and shine. */
export type Material = 'face' | 'skin' | 'neck' | 'hair' | 'mane' | 'frame' | 'shirt'

/** A surface of a person's head or body. */
export interface Part {
  material: Material
  /** Where the points are on this person, centimetres. */
  points: Vector[]
  /** Where texture and strands look a point up: the canonical face, or the points themselves. */
  rest: Vector[]
  /** Outward unit vectors at the points. */
  normals: Vector[]
  /** Three point numbers a triangle, flat. */
  triangles: number[]
  /** How many of the first triangles carry the painted skin texture. */
  paintedTriangles: number
  /** How far the part follows the head's turn, 0-1; shoulders hardly do. */
  follow: number
}

/** Completes a part: normals from its triangles, and what is not said otherwise. */
export function makePart(
  given: Pick<Part, 'material' | 'points' | 'triangles'> &
    Partial<Pick<Part, 'rest' | 'follow' | 'paintedTriangles'>>,
): Part {
  return {
    rest: given.points,
    follow: 1,
    paintedTriangles: 0,
    ...given,
    normals: findNormals(given.points, given.triangles),
  }
}

/** A sheet of `rows` by `columns` cells whose points are given by shares across and along, 0-1. */
export function makeSheet(given: {
  rows: number
  columns: number
  at: (across: number, along: number) => Vector
  material: Material
  follow?: number
}): Part {
  const { rows, columns, at, material } = given
  const points: Vector[] = []
  const triangles: number[] = []
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) points.push(at(column / columns, row / rows))
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const corner = row * (columns + 1) + column
      const below = corner + columns + 1
      triangles.push(corner, below, corner + 1, corner + 1, below, below + 1)
    }
  }
  return makePart({ material, points, triangles, follow: given.follow ?? 1 })
}

/** Sums the normals of the triangles round each point, larger triangles counting more. */
function findNormals(points: Vector[], triangles: number[]): Vector[] {
  const normals = points.map((): Vector => [0, 0, 0])
  for (let t = 0; t < triangles.length; t += 3) {
    const corners = [triangles[t], triangles[t + 1], triangles[t + 2]]
    const [a, b, c] = corners.map((i) => points[i])
    const facing = cross(subtract(b, a), subtract(c, a))
    for (const i of corners) normals[i] = add(normals[i], facing)
  }
  return normals.map(unit)
}
