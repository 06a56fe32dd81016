/** A stored array of numbers and its shape. */
export interface Weight {
  data: Float32Array
  shape: readonly number[]
}

/** One entry of a TensorFlow.js weights manifest. */
export interface WeightEntry {
  name: string
  shape: number[]
  dtype: string
  /** How the numbers were made smaller: value = stored * scale + min, or half floats. */
  quantization?: { dtype: string; scale?: number; min?: number }
}

/** A group of entries stored one after the other. */
export interface WeightGroup {
  weights: WeightEntry[]
}

/** Reads every array of a weights file (TensorFlow.js, Model and weights format). Throws on a kind it does not know. */
export function readWeights(groups: readonly WeightGroup[], bytes: Uint8Array): Map<string, Weight> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const weights = new Map<string, Weight>()
  let offset = 0
  for (const entry of groups.flatMap((group) => group.weights)) {
    const stored = STORED_KINDS[entry.quantization?.dtype ?? entry.dtype]
    if (stored === undefined)
      throw new Error(`Cannot read weights of type "${entry.dtype}" in "${entry.name}"`)
    const data = new Float32Array(entry.shape.reduce((product, size) => product * size, 1))
    const { scale = 1, min = 0 } = entry.quantization ?? {}
    for (let i = 0; i < data.length; i++) {
      data[i] = stored.read(view, offset + i * stored.sizeBytes) * scale + min
    }
    offset += data.length * stored.sizeBytes
    weights.set(entry.name, { data, shape: entry.shape })
  }
  if (offset !== bytes.length) throw new Error(`Weights end at byte ${offset} of ${bytes.length}`)
  return weights
}

interface StoredKind {
  sizeBytes: number
  read(view: DataView, offset: number): number
}

const STORED_KINDS: Readonly<Record<string, StoredKind>> = {
  float32: { sizeBytes: 4, read: (view, offset) => view.getFloat32(offset, true) },
  int32: { sizeBytes: 4, read: (view, offset) => view.getInt32(offset, true) },
  float16: { sizeBytes: 2, read: (view, offset) => halfToNumber(view.getUint16(offset, true)) },
  uint8: { sizeBytes: 1, read: (view, offset) => view.getUint8(offset) },
}

/** The number a half float means (IEEE 754-2019 §3.4, binary16). */
function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1
  const exponent = (half >> 10) & 0x1f
  const fraction = half & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
