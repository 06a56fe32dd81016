import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { PINNED_MODELS, type PinnedModel } from '../../analysis/models/pinned-models.ts'
import { convertModel } from './convert-model.ts'
import { modelFile } from './model-file.ts'

const BUILT = new URL('../../build/models/', import.meta.url)
const STAMP = new URL('stamp', BUILT)

/**
 * Converts the pinned models that need it into `build/models`; does nothing when they are there already.
 * Throws when a file of a package, or what came out, has not the pinned SHA-256.
 */
export async function buildModels(options: { log: (line: string) => void }): Promise<void> {
  const models = PINNED_MODELS.filter((model) => model.conversion !== 'as-is')
  const stamp = hash(new TextEncoder().encode(JSON.stringify(models)))
  if (await isBuilt(models, stamp)) return
  await mkdir(BUILT, { recursive: true })
  for (const model of models) {
    options.log(`Converting model ${model.name} (${model.package} ${model.version})`)
    await replaceFile(new URL(`${model.name}.onnx`, BUILT), await buildModel(model))
  }
  await replaceFile(STAMP, new TextEncoder().encode(stamp))
}

async function isBuilt(models: PinnedModel[], stamp: string): Promise<boolean> {
  try {
    await Promise.all(models.map((model) => stat(new URL(`${model.name}.onnx`, BUILT))))
    return (await readFile(STAMP, 'utf8')) === stamp
  } catch {
    return false
  }
}

async function buildModel(model: PinnedModel): Promise<Uint8Array> {
  const files: Uint8Array[] = []
  for (const file of model.files) {
    const bytes = await readFile(modelFile(model, file))
    assertHash(bytes, file.sha256, `${model.package}/${file.path}`)
    files.push(bytes)
  }
  const converted = convertModel(model, files)
  assertHash(converted, model.sha256, `${model.name}.onnx`)
  return converted
}

function assertHash(bytes: Uint8Array, expected: string, name: string): void {
  const found = hash(bytes)
  if (found !== expected) throw new Error(`Model file ${name} has SHA-256 ${found}, expected ${expected}`)
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Never leaves half a file: another process may build or read at the same time. */
async function replaceFile(file: URL, bytes: Uint8Array): Promise<void> {
  const draft = new URL(`${file.href}.${process.pid}.draft`)
  await writeFile(draft, bytes)
  await rename(draft, file)
}
