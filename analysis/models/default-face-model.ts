import { FACE_BANDS } from '../../domain/face-bands.ts'
import type { FaceModel } from '../../domain/faces/face-model.ts'
import { PINNED_MODELS } from './pinned-models.ts'

const NAME = 'face-embedding'

/** The model that makes templates unless the operator chose another. */
export const DEFAULT_FACE_MODEL: FaceModel = defaultModel()

function defaultModel(): FaceModel {
  const pinned = PINNED_MODELS.find(({ name }) => name === NAME)
  if (!pinned) throw new Error(`Cannot find the model ${NAME}`)
  const { sha256, licence, provenance } = pinned
  // Mean and scale are folded into its first layer.
  const input = { layout: 'dlib-150', channels: 'rgb', mean: 0, scale: 1 } as const
  return { name: NAME, sha256, licence, provenance, ...input, bands: FACE_BANDS[NAME] }
}
