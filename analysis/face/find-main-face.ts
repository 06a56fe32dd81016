import type { Image } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import { type DetectedFace, detectFaces } from './detect-faces.ts'
import type { FaceMesh } from './mesh/face-mesh.ts'
import { readMesh } from './mesh/read-mesh.ts'

/** The face a frame is about and how many there are. */
export interface MainFace {
  detection: DetectedFace
  mesh: FaceMesh
  /** Every face of some size next to the main one, itself included. */
  facesAtOnce: number
}

/** The mesh network says at least this where there is a face, 0-1. */
const MIN_PRESENCE = 0.5

/** A second face counts from this share of the main one's width: smaller ones are pictures on walls and cards. */
const MIN_SECOND_WIDTH = 0.4

/** Finds the largest face of a frame and reads its mesh; null when there is no face. */
export async function findMainFace(
  engine: Engine,
  image: Image,
  effort: 'quick' | 'exact',
): Promise<MainFace | null> {
  const faces = await detectFaces(engine, image)
  const [detection] = faces.toSorted((a, b) => weight(b) - weight(a))
  if (detection === undefined) return null
  const mesh = await readMesh(engine, image, { ...detection, effort })
  if (mesh.presence < MIN_PRESENCE) return null
  const minimum = detection.box.width * MIN_SECOND_WIDTH
  return { detection, mesh, facesAtOnce: faces.filter((face) => face.box.width >= minimum).length }
}

function weight(face: DetectedFace): number {
  return face.box.width * face.box.height * face.confidence
}
