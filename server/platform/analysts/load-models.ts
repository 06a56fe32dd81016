import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type ModelName, PINNED_MODELS, type PinnedModel } from '../../../analysis/models/pinned-models.ts'
import type { ChosenFaceModel } from '../../../domain/faces/face-model.ts'

const PACKAGES = new URL('../../../node_modules/', import.meta.url)
const BUILT = new URL('../../../build/models/', import.meta.url)

/**
 * Reads every pinned model, and the operator's face model in place of ours. Throws when one is missing (not built yet) or
 * has not the SHA-256 it must have.
 */
export async function loadModels(
  faceModel: ChosenFaceModel | null = null,
): Promise<Record<ModelName, Uint8Array>> {
  const entries = await Promise.all(
    PINNED_MODELS.map(async (model) => [model.name, await loadModel(model)] as const),
  )
  const models = Object.fromEntries(entries) as Record<ModelName, Uint8Array>
  if (!faceModel) return models
  const bytes = await readFile(faceModel.path)
  assertHash(bytes, faceModel)
  return { ...models, 'face-embedding': bytes }
}

async function loadModel(model: PinnedModel): Promise<Uint8Array> {
  const file =
    model.conversion === 'as-is'
      ? new URL(`${model.package}/${model.files[0].path}`, PACKAGES)
      : new URL(`${model.name}.onnx`, BUILT)
  const bytes = await readFile(file)
  assertHash(bytes, model)
  return bytes
}

function assertHash(bytes: Uint8Array, { name, sha256 }: { name: string; sha256: string }): void {
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== sha256) throw new Error(`Model ${name} has SHA-256 ${found}, expected ${sha256}`)
}
