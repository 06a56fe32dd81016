import type { FaceBands } from '../face-bands.ts'

/** Where a network expects a face to lie: as dlib lays 150 px out, or as ArcFace does 112 px. */
export type FaceLayout = 'dlib-150' | 'arcface-112'

/** A network that makes templates of faces: how it wants them, how its templates are judged, and whose it is. */
export interface FaceModel {
  /** Kept with every template: templates of two models never compare. */
  name: string
  /** Of its ONNX file, hex. */
  sha256: string
  licence: string
  /** Who made it, from what, and what is known of the rights. */
  provenance: string
  layout: FaceLayout
  channels: 'rgb' | 'bgr'
  /** Values 0-255 go in as (value - mean) × scale. */
  mean: number
  scale: number
  bands: FaceBands
}

/** A model of the operator's and where its file lies. */
export interface ChosenFaceModel extends FaceModel {
  path: string
}
