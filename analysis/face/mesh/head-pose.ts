import type { HeadPose } from '../../../domain/facts.ts'
import { CANONICAL_POINTS } from './_canonical-points.ts'
import { fitRotation } from './_fit-rotation.ts'
import type { FaceMesh } from './face-mesh.ts'

const DEGREES = 180 / Math.PI
/** The mean head in the axes of an image: y down, z away from the camera. */
const MEAN_HEAD = CANONICAL_POINTS.flatMap(({ x, y, z }) => [x, -y, -z])
const UNKNOWN: HeadPose = { yaw: 0, pitch: 0, roll: 0 }

/**
 * Where the head points: the rotation that brings the mean head nearest to the mesh. Yaw > 0 towards the image's right,
 * pitch > 0 up, roll > 0 clockwise in the image.
 */
export function headPose(mesh: FaceMesh): HeadPose {
  const seen = CANONICAL_POINTS.flatMap(({ mesh: index }) => [
    ...mesh.points.subarray(index * 3, index * 3 + 3),
  ])
  const rotation = fitRotation(MEAN_HEAD, seen)
  if (rotation === null) return UNKNOWN
  // Columns are where the axes of the head point: its own right in the image first, its back last.
  const [acrossX, , awayX, acrossY, , awayY, , , awayZ] = rotation
  return {
    yaw: Math.atan2(-awayX, awayZ) * DEGREES,
    pitch: Math.asin(Math.min(1, Math.max(-1, awayY))) * DEGREES,
    roll: Math.atan2(acrossY, acrossX) * DEGREES,
  }
}
