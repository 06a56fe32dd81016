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
  const { width, channels } = source
  const down = kernelFor(source.height, size.height)
  const across = kernelFor(width, size.width)
  const out = new Uint8Array(size.width * size.height * channels)
  const spread = channels === 3 ? spreadColours : spreadChannels
  // Down first, row by row: what is between the axes stays small, and is where the processor is quickest.
  const lowered = new Float64Array(width * channels)
  for (let y = 0; y < size.height; y++) {
    lowerRow(lowered, source, { kernel: down, y })
    spread(lowered, across, { out, from: y * size.width * channels, channels })
  }
  return out
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

/** One target row over the whole width of the source. */
function lowerRow(
  lowered: Float64Array,
  source: Samples,
  { kernel, y }: { kernel: Kernel; y: number },
): void {
  const { starts, weights, taps } = kernel
  const own = weights.subarray(y * taps, (y + 1) * taps)
  // As many rows at a time as there mostly are: what is written in between costs more than what is added.
  if (taps === 3) putThreeRows(lowered, source.data, { row: starts[y], weights: own })
  else putTwoRows(lowered, source.data, { row: starts[y], weights: own })
  for (let tap = taps === 3 ? 3 : 2; tap < taps; tap++) {
    addRow(lowered, source.data, { row: starts[y] + tap, weight: own[tap] })
  }
}

/** The first of the rows that make one, and how much each counts. */
interface WeighedRows {
  row: number
  weights: Float32Array
}

function putThreeRows(lowered: Float64Array, data: Uint8Array, { row, weights }: WeighedRows): void {
  const [first, second, third] = weights
  const { length } = lowered
  let at = row * length
  for (let i = 0; i < length; i++, at++) {
    lowered[i] = data[at] * first + data[at + length] * second + data[at + 2 * length] * third
  }
}

/** Of one row alone the second counts nothing. */
function putTwoRows(lowered: Float64Array, data: Uint8Array, { row, weights }: WeighedRows): void {
  const [first, second = 0] = weights
  const { length } = lowered
  const a = row * length
  const b = weights.length > 1 ? a + length : a
  for (let i = 0; i < length; i++) lowered[i] = data[a + i] * first + data[b + i] * second
}

function addRow(
  lowered: Float64Array,
  data: Uint8Array,
  { row, weight }: { row: number; weight: number },
): void {
  const at = row * lowered.length
  for (let i = 0; i < lowered.length; i++) lowered[i] += data[at + i] * weight
}

/** Where a row of the result begins, and how many channels it has. */
interface TargetRow {
  out: Uint8Array
  from: number
  channels: number
}

function spreadChannels(
  lowered: Float64Array,
  { starts, weights, taps }: Kernel,
  { out, from, channels }: TargetRow,
): void {
  for (let channel = 0; channel < channels; channel++) {
    let target = from + channel
    for (let x = 0, weight = 0; x < starts.length; x++, target += channels) {
      // A half is added so that the cut to whole numbers rounds.
      let sum = 0.5
      let at = starts[x] * channels + channel
      for (let tap = 0; tap < taps; tap++, at += channels) sum += lowered[at] * weights[weight++]
      out[target] = sum
    }
  }
}

/** The same for red, green and blue at once: each weight is fetched for all three. */
function spreadColours(
  lowered: Float64Array,
  { starts, weights, taps }: Kernel,
  { out, from }: TargetRow,
): void {
  let target = from
  for (let x = 0, weight = 0; x < starts.length; x++, target += 3) {
    let red = 0.5
    let green = 0.5
    let blue = 0.5
    let at = starts[x] * 3
    for (let tap = 0; tap < taps; tap++, at += 3) {
      const share = weights[weight++]
      red += lowered[at] * share
      green += lowered[at + 1] * share
      blue += lowered[at + 2] * share
    }
    out[target] = red
    out[target + 1] = green
    out[target + 2] = blue
  }
}
