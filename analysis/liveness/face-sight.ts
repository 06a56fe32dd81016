import type { HeadPose } from '../../domain/facts.ts'
import type { FaceMesh } from '../face/mesh/face-mesh.ts'

/** A face as one frame shows it. */
export interface FaceSight {
  timeMs: number
  pose: HeadPose
  mesh: FaceMesh
}
