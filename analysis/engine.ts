import type { X509Certificate } from 'node:crypto'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { FaceModel } from '../domain/faces/face-model.ts'
import type { ModelUse } from '../domain/facts.ts'
import { type BarcodeScanner, createBarcodeScanner } from './barcode/barcode-scanner.ts'
import { readCertificates } from './barcode/check-2d-doc.ts'
import { DEFAULT_FACE_MODEL } from './models/default-face-model.ts'
import { type ModelName, PINNED_MODELS } from './models/pinned-models.ts'
import { keptCharacters } from './text/kept-characters.ts'

/** The models that are networks. */
export type NetworkName = Exclude<ModelName, 'text-dictionary' | 'barcode-scanner'>

/** Numbers that go into or come out of a network, with their shape. */
export interface TensorData {
  data: Float32Array
  shape: readonly number[]
}

/** The networks, loaded once, and what goes with them. */
export interface Engine {
  /** Runs a network on its one input. Gives its outputs by name. */
  run(name: NetworkName, input: TensorData): Promise<Record<string, TensorData>>
  /** Characters kept of the text recognition; class 0 is the blank, class n the n-th of these, the last a space. */
  dictionary: readonly string[]
  /** Finds the codes in a picture. */
  scanBarcodes: BarcodeScanner
  /** Those of the operator, by which signatures of codes are checked. */
  certificates: readonly X509Certificate[]
  /** What makes templates of faces: the default, or the operator's choice. */
  faceModel: FaceModel
  /** Name and SHA-256 of the models named, for the facts. */
  uses(names: readonly ModelName[]): ModelUse[]
  /** Frees the networks. */
  close(): Promise<void>
}

/** One thread a session: a second one costs 20-60 % more CPU for little; threads of ours scale better. */
const SESSION_OPTIONS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  // 3 = errors only: warnings about foldable constants are noise.
  logSeverityLevel: 3,
  extra: { session: { intra_op: { allow_spinning: '0' } } },
}

/** Sides of the pictures that the layouts make, px. */
const SIDES = { 'dlib-150': 150, 'arcface-112': 112 } as const
/** Fewer numbers tell no two people apart; more are no template. */
const TEMPLATE_NUMBERS = { from: 32, to: 4096 }

/** What an operator adds: certificates (PEM) by which codes are checked, the description of another face model. */
export interface EngineOptions {
  certificates?: string
  faceModel?: FaceModel | null
  /** The networks that will be run; all when left out. */
  networks?: readonly NetworkName[]
}

/** What a document is read with. */
export const DOCUMENT_NETWORKS: readonly NetworkName[] = [
  'text-detection',
  'text-recognition',
  'zone-recognition',
]
/** What faces are found, laid out and told apart with. */
export const FACE_NETWORKS: readonly NetworkName[] = ['face-detection', 'face-mesh', 'face-embedding']

/**
 * Loads the networks from their bytes; those of another face model stand in place of `face-embedding`. Throws when one is
 * not readable.
 */
export async function createEngine(
  models: Record<ModelName, Uint8Array>,
  { certificates = '', faceModel, networks = [...FACE_NETWORKS, ...DOCUMENT_NETWORKS] }: EngineOptions = {},
): Promise<Engine> {
  const sessions = new Map<NetworkName, InferenceSession>()
  for (const name of networks) {
    sessions.set(name, await InferenceSession.create(models[name], SESSION_OPTIONS))
  }
  const engine: Engine = {
    run: (name, input) => runSession(sessions.get(name), input),
    dictionary: keptCharacters(models['text-dictionary']).map(({ character }) => character),
    scanBarcodes: createBarcodeScanner(models['barcode-scanner']),
    certificates: readCertificates(certificates),
    faceModel: faceModel ?? DEFAULT_FACE_MODEL,
    uses: (names) =>
      PINNED_MODELS.filter((model) => names.includes(model.name)).map((pinned) => {
        const { name, sha256 } = pinned.name === 'face-embedding' && faceModel ? faceModel : pinned
        return { name, sha256 }
      }),
    close: async () => {
      for (const session of sessions.values()) await session.release()
      sessions.clear()
    },
  }
  if (faceModel && networks.includes('face-embedding')) await tryFaceModel(engine)
  return engine
}

/** Runs a face model once on nothing. Throws when it does not take its layout or gives no template. */
async function tryFaceModel(engine: Engine): Promise<void> {
  const { name, layout } = engine.faceModel
  const side = SIDES[layout]
  const input = { data: new Float32Array(3 * side * side), shape: [1, 3, side, side] }
  const [template] = Object.values(await engine.run('face-embedding', input))
  const numbers = template?.data.length ?? 0
  if (numbers < TEMPLATE_NUMBERS.from || numbers > TEMPLATE_NUMBERS.to) {
    throw new Error(`Face model ${name} gives ${numbers} numbers, which is no template`)
  }
}

async function runSession(
  session: InferenceSession | undefined,
  input: TensorData,
): Promise<Record<string, TensorData>> {
  if (session === undefined) throw new Error('Cannot run a network that is closed or was not loaded')
  const feeds = { [session.inputNames[0]]: new Tensor('float32', input.data, input.shape) }
  const outputs: Record<string, TensorData> = {}
  for (const [name, tensor] of Object.entries(await session.run(feeds))) {
    if (!(tensor.data instanceof Float32Array)) continue
    outputs[name] = { data: tensor.data, shape: tensor.dims }
  }
  return outputs
}
