import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type ModelName, PINNED_MODELS, type PinnedModel } from '../../../analysis/models/pinned-models.ts'

const PACKAGES = new URL('../../../node_modules/', import.meta.url)
const BUILT = new URL('../../../build/models/', import.meta.url)

/** Reads every pinned model. Throws when one is missing (not built yet) or has not the pinned SHA-256. */
export async function loadModels(): Promise<Record<ModelName, Uint8Array>> {
  const entries = await Promise.all(
    PINNED_MODELS.map(async (model) => [model.name, await loadModel(model)] as const),
  )
  return Object.fromEntries(entries) as Record<ModelName, Uint8Array>
}

async function loadModel(model: PinnedModel): Promise<Uint8Array> {
  const file =
    model.conversion === 'as-is'
      ? new URL(`${model.package}/${model.files[0].path}`, PACKAGES)
      : new URL(`${model.name}.onnx`, BUILT)
  const bytes = await readFile(file)
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== model.sha256) {
    throw new Error(`Model ${model.name} has SHA-256 ${found}, expected ${model.sha256}`)
  }
  return bytes
}
