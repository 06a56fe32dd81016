import type { PinnedFile, PinnedModel } from '../../analysis/models/pinned-models.ts'

const PROJECT = new URL('../../', import.meta.url)

/** Where a model's file lies: in its package, or in the project when it is trained here. */
export function modelFile(model: PinnedModel, { path }: PinnedFile): URL {
  return new URL(model.conversion === 'own' ? path : `node_modules/${model.package}/${path}`, PROJECT)
}
