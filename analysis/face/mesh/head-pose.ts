import type { HeadPose } from '../../../domain/facts.ts'
import { type FaceMesh, MESH_POINTS } from './face-mesh.ts'

type Vector = [number, number, number]

const DEGREES = 180 / Math.PI

/**
 * Where the head points, from the axes of its mesh: yaw > 0 towards the image's right, pitch > 0 up,
 * roll > 0 clockwise in the image.
 */
export function headPose(mesh: FaceMesh): HeadPose {
  const across = unit(between(mesh, MESH_POINTS.leftEyeOuter, MESH_POINTS.rightEyeOuter))
  const down = unit(between(mesh, MESH_POINTS.foreheadTop, MESH_POINTS.chin))
  const away = unit(cross(across, down))
  return {
    yaw: Math.asin(across[2]) * DEGREES,
    pitch: Math.atan2(away[1], away[2]) * DEGREES,
    roll: Math.atan2(across[1], across[0]) * DEGREES,
  }
}

function between(mesh: FaceMesh, from: number, to: number): Vector {
  const axis = (k: number) => mesh.points[to * 3 + k] - mesh.points[from * 3 + k]
  return [axis(0), axis(1), axis(2)]
}

function unit(v: Vector): Vector {
  const length = Math.hypot(...v) || 1
  return [v[0] / length, v[1] / length, v[2] / length]
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}
