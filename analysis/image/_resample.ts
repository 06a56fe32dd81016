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
  const narrowed = resampleRows(source, kernelFor(source.width, size.width), size.width)
  const rowLength = size.width * source.channels
  return resampleColumns(narrowed, kernelFor(source.height, size.height), rowLength)
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

function resampleRows(source: Samples, kernel: Kernel, width: number): Float32Array {
  const { data, channels, height } = source
  const { starts, weights, taps } = kernel
  const out = new Float32Array(width * channels * height)
  for (let channel = 0; channel < channels; channel++) {
    for (let y = 0; y < height; y++) {
      const row = y * source.width * channels + channel
      let target = y * width * channels + channel
      for (let x = 0, weight = 0; x < width; x++, target += channels) {
        let sum = 0
        let at = row + starts[x] * channels
        for (let tap = 0; tap < taps; tap++, at += channels) sum += data[at] * weights[weight++]
        out[target] = sum
      }
    }
  }
  return out
}

function resampleColumns(rows: Float32Array, kernel: Kernel, rowLength: number): Uint8Array {
  const { starts, weights, taps } = kernel
  const out = new Uint8Array(rowLength * starts.length)
  const sums = new Float32Array(rowLength)
  for (let y = 0; y < starts.length; y++) {
    // A half is added so that the cut to whole numbers rounds.
    sums.fill(0.5)
    for (let tap = 0; tap < taps; tap++) {
      const weight = weights[y * taps + tap]
      if (weight === 0) continue
      const row = (starts[y] + tap) * rowLength
      for (let i = 0; i < rowLength; i++) sums[i] += rows[row + i] * weight
    }
    const target = y * rowLength
    for (let i = 0; i < rowLength; i++) out[target + i] = sums[i]
  }
  return out
}
