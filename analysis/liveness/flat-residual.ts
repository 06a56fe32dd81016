import type { Point } from '../../domain/image.ts'
import { type FaceMesh, MESH_SIZE, meshEyes, meshPoint } from '../face/mesh/face-mesh.ts'
import { solveLinear } from './_solve-linear.ts'

/**
 * How far one mesh is from being the other seen on a flat print: the mean distance that remains after the best
 * plane-to-plane map, in % of the eye distance. 0 for a flat print whatever its angle; grows with depth and turn.
 * (A plane seen from two places differs by a homography: Hartley and Zisserman, 2nd edition, §13.)
 */
export function flatResidual(frontal: FaceMesh, turned: FaceMesh): number {
  const target = normalize(meshPoints(frontal))
  const source = normalize(meshPoints(turned))
  const map = fitHomography(source.points, target.points)
  const squares = source.points.map((point, i) => squaredDistance(apply(map, point), target.points[i]))
  const distance = Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / squares.length) * target.scale
  const [left, right] = meshEyes(frontal)
  return (100 * distance) / Math.hypot(right.x - left.x, right.y - left.y)
}

function meshPoints(mesh: FaceMesh): Point[] {
  return Array.from({ length: MESH_SIZE }, (_, index) => meshPoint(mesh, index))
}

/** Points brought to their middle and a mean distance of 1: keeps the equations well conditioned. */
function normalize(points: Point[]): { points: Point[]; scale: number } {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length
  const scale =
    points.reduce((sum, point) => sum + Math.hypot(point.x - x, point.y - y), 0) / points.length || 1
  return { points: points.map((point) => ({ x: (point.x - x) / scale, y: (point.y - y) / scale })), scale }
}

/** The eight numbers of the plane-to-plane map that fits best (least squares on the linear equations). */
function fitHomography(from: Point[], to: Point[]): number[] {
  const normal = Array.from({ length: 8 }, () => new Array<number>(9).fill(0))
  for (const [i, { x, y }] of from.entries()) {
    const { x: u, y: v } = to[i]
    addEquation(normal, [x, y, 1, 0, 0, 0, -u * x, -u * y, u])
    addEquation(normal, [0, 0, 0, x, y, 1, -v * x, -v * y, v])
  }
  return solveLinear(normal)
}

function addEquation(normal: number[][], equation: number[]): void {
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 9; column++) normal[row][column] += equation[row] * equation[column]
  }
}

function apply(map: number[], { x, y }: Point): Point {
  const depth = map[6] * x + map[7] * y + 1
  return { x: (map[0] * x + map[1] * y + map[2]) / depth, y: (map[3] * x + map[4] * y + map[5]) / depth }
}

function squaredDistance(a: Point, b: Point): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2
}
