import type { Box, Point } from '../../../domain/image.ts'

/** The 468 points of a face (MediaPipe's canonical face model). */
export interface FaceMesh {
  /** x, y, z of each point: image pixels, z in the same unit and smaller towards the camera. */
  points: Float32Array
  /** How sure the network is that a face was there, 0-1. */
  presence: number
}

/** Points by name; left and right are the image's. */
export const MESH_POINTS = {
  foreheadTop: 10,
  chin: 152,
  betweenBrows: 9,
  aboveUpperLip: 164,
  leftEyeOuter: 33,
  leftEyeInner: 133,
  rightEyeInner: 362,
  rightEyeOuter: 263,
} as const

/** How many points a mesh has. */
export const MESH_SIZE = 468

/** Where a point lies in the image. */
export function meshPoint(mesh: FaceMesh, index: number): Point {
  return { x: mesh.points[index * 3], y: mesh.points[index * 3 + 1] }
}

/** Middles of the eyes, the one to the image's left first. */
export function meshEyes(mesh: FaceMesh): [Point, Point] {
  return [
    middle(meshPoint(mesh, MESH_POINTS.leftEyeOuter), meshPoint(mesh, MESH_POINTS.leftEyeInner)),
    middle(meshPoint(mesh, MESH_POINTS.rightEyeInner), meshPoint(mesh, MESH_POINTS.rightEyeOuter)),
  ]
}

/** The smallest upright box round the mesh. */
export function meshBox(mesh: FaceMesh): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < mesh.points.length; i += 3) {
    left = Math.min(left, mesh.points[i])
    right = Math.max(right, mesh.points[i])
    top = Math.min(top, mesh.points[i + 1])
    bottom = Math.max(bottom, mesh.points[i + 1])
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
