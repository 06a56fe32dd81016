import type { PinnedModel } from '../../analysis/models/pinned-models.ts'
import { keptClasses } from '../../analysis/text/kept-characters.ts'
import { convertFaceEmbedder } from './convert-face-embedder.ts'
import { convertGraphModel } from './convert-graph-model.ts'
import { keepClasses } from './keep-classes.ts'
import { simplifyNetwork } from './simplify-network.ts'

/** Makes the bytes the engine loads out of a model's files, given in the pinned order. */
export function convertModel(model: PinnedModel, files: readonly Uint8Array[]): Uint8Array {
  const [description, second] = files
  if (model.conversion === 'as-is' || model.conversion === 'own') return description
  if (model.conversion === 'simplified') return simplifyNetwork(description)
  if (model.conversion === 'kept-classes')
    return keepClasses(simplifyNetwork(description), keptClasses(second))
  const file = JSON.parse(new TextDecoder().decode(description))
  if (model.conversion === 'face-embedder') return convertFaceEmbedder(file, second)
  return convertGraphModel({ file, weights: second, outputs: model.outputs ?? {} })
}
