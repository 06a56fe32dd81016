import type { Size } from './size.ts'

/** Interleaved samples of any channel count. */
export interface Samples {
  data: Uint8Array
  width: number
  height: number
  channels: number
}

/** For each target position: the first source position and the weights from there on. */
interface Kernel {
  starts: Int32Array
  weights: Float32Array
  taps: number
}

/** Resamples by area when shrinking and by straight lines when growing; each axis on its own. */
export function resample(source: Samples, size: Size): Uint8Array {
  // Columns first: they are summed row by row, which is quick, and leave fewer rows for the slower axis.
  const lowered = resampleColumns(source, kernelFor(source.height, size.height))
  return resampleRows(lowered, kernelFor(source.width, size.width), source)
}

function kernelFor(from: number, to: number): Kernel {
  return from > to ? areaKernel(from, to) : linearKernel(from, to)
}

function areaKernel(from: number, to: number): Kernel {
  const scale = from / to
  const taps = Number.isInteger(scale) ? scale : Math.min(Math.ceil(scale) + 1, from)
  const starts = new Int32Array(to)
  const weights = new Float32Array(to * taps)
  for (let target = 0; target < to; target++) {
    const begin = target * scale
    const end = Math.min(begin + scale, from)
    // Shifted at the far edge so that every tap lies inside the source.
    const start = Math.max(0, Math.min(Math.floor(begin), from - taps))
    starts[target] = start
    for (let tap = 0; tap < taps; tap++) {
      const overlap = Math.min(end, start + tap + 1) - Math.max(begin, start + tap)
      weights[target * taps + tap] = Math.max(0, overlap) / (end - begin)
    }
  }
  return { starts, weights, taps }
}

function linearKernel(from: number, to: number): Kernel {
  const taps = Math.min(2, from)
  const starts = new Int32Array(to)
  const weights = new Float32Array(to * taps)
  for (let target = 0; target < to; target++) {
    const center = Math.max(0, Math.min(from - 1, ((target + 0.5) * from) / to - 0.5))
    const start = Math.max(0, Math.min(Math.floor(center), from - taps))
    starts[target] = start
    weights[target * taps] = 1 - (center - start)
    if (taps === 2) weights[target * taps + 1] = center - start
  }
  return { starts, weights, taps }
}

function resampleColumns(source: Samples, kernel: Kernel): Float32Array {
  const { starts, weights, taps } = kernel
  const rowLength = source.width * source.channels
  const out = new Float32Array(rowLength * starts.length)
  for (let y = 0; y < starts.length; y++) {
    const target = out.subarray(y * rowLength, (y + 1) * rowLength)
    for (let tap = 0; tap < taps; tap++) {
      const weight = weights[y * taps + tap]
      if (weight === 0) continue
      const row = source.data.subarray((starts[y] + tap) * rowLength, (starts[y] + tap + 1) * rowLength)
      for (let i = 0; i < rowLength; i++) target[i] += row[i] * weight
    }
  }
  return out
}

function resampleRows(
  lowered: Float32Array,
  kernel: Kernel,
  source: { width: number; channels: number },
): Uint8Array {
  const { starts, weights, taps } = kernel
  const { width, channels } = source
  const rows = lowered.length / (width * channels)
  const out = new Uint8Array(rows * starts.length * channels)
  for (let channel = 0; channel < channels; channel++) {
    for (let y = 0; y < rows; y++) {
      const row = y * width * channels + channel
      let target = y * starts.length * channels + channel
      for (let x = 0, weight = 0; x < starts.length; x++, target += channels) {
        // A half is added so that the cut to whole numbers rounds.
        let sum = 0.5
        let at = row + starts[x] * channels
        for (let tap = 0; tap < taps; tap++, at += channels) sum += lowered[at] * weights[weight++]
        out[target] = sum
      }
    }
  }
  return out
}
