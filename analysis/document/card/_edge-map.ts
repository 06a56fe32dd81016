import type { Image } from '../../../domain/image.ts'

/** The thin edges of a picture. */
export interface EdgeMap {
  width: number
  height: number
  /** How clearly each pixel is on an edge, 0-1; 0 off the ridge of an edge. */
  strengths: Float32Array
  /** Direction of the gradient at each pixel, radians, without sign: 0 to pi. */
  angles: Float32Array
}

/** Gradients of the strongest colour channel at each pixel. */
interface Gradients {
  x: Int16Array
  y: Int16Array
  magnitudes: Float32Array
}

/** Half the side of the window in which an edge must stand out, px. */
const NEIGHBOURHOOD = 7
/** What an edge's magnitude is weighed against: this share of the surroundings' mean, plus a floor for noise. */
const SURROUNDINGS_WEIGHT = 1
/** The floor is this share of the strongest twentieth's magnitude, within bounds, levels a pixel. */
const FLOOR_SHARE = 0.2
const FLOOR_BOUNDS = { low: 1.5, high: 7 }
/** Edges weaker than this are dropped: noise. */
const MIN_STRENGTH = 0.25

/**
 * Edges that stand out from what is around them, so that the rim of a white card on a white desk counts as much as
 * that of a dark one, and a keyboard's texture less. Meant for pictures of about 320 px.
 */
export function edgeMap(image: Image): EdgeMap {
  const { width, height } = image
  const gradients = gradientsOf(image)
  const surroundings = boxMean(gradients.magnitudes, width, height)
  const floor = noiseFloor(gradients.magnitudes)
  const strengths = new Float32Array(width * height)
  const angles = new Float32Array(width * height)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      const magnitude = gradients.magnitudes[at]
      if (!isRidge(gradients, at, width)) continue
      const strength = magnitude / (magnitude + floor + SURROUNDINGS_WEIGHT * surroundings[at])
      if (strength < MIN_STRENGTH) continue
      strengths[at] = strength
      const angle = Math.atan2(gradients.y[at], gradients.x[at])
      angles[at] = angle < 0 ? angle + Math.PI : angle
    }
  }
  return { width, height, strengths, angles }
}

/** Sobel's gradients, a quarter of their usual scale: levels a pixel. */
function gradientsOf({ data, width, height }: Image): Gradients {
  const x = new Int16Array(width * height)
  const y = new Int16Array(width * height)
  const magnitudes = new Float32Array(width * height)
  const row = width * 3
  for (let at = width + 1; at < width * (height - 1) - 1; at++) {
    let greatest = 0
    let across = 0
    let down = 0
    for (let i = at * 3; i < at * 3 + 3; i++) {
      const falling = data[i + row + 3] - data[i - row - 3]
      const rising = data[i - row + 3] - data[i + row - 3]
      const gx = 2 * (data[i + 3] - data[i - 3]) + falling + rising
      const gy = 2 * (data[i + row] - data[i - row]) + falling - rising
      const square = gx * gx + gy * gy
      if (square <= greatest) continue
      greatest = square
      across = gx
      down = gy
    }
    x[at] = across
    y[at] = down
    magnitudes[at] = Math.sqrt(greatest) / 4
  }
  return { x, y, magnitudes }
}

/** Whether a pixel's magnitude is the greatest across its edge. */
function isRidge({ x, y, magnitudes }: Gradients, at: number, width: number): boolean {
  const step = Math.abs(x[at]) > Math.abs(y[at]) ? 1 : width
  return magnitudes[at] >= magnitudes[at - step] && magnitudes[at] > magnitudes[at + step]
}

function noiseFloor(magnitudes: Float32Array): number {
  const histogram = new Uint32Array(256)
  for (let i = 0; i < magnitudes.length; i++) histogram[Math.min(255, magnitudes[i] | 0)]++
  let left = magnitudes.length * 0.05
  let level = 255
  while (level > 0 && left > histogram[level]) left -= histogram[level--]
  return Math.max(FLOOR_BOUNDS.low, Math.min(FLOOR_BOUNDS.high, level * FLOOR_SHARE))
}

/** The mean of a square window around each pixel, by running sums; cut at the borders. */
function boxMean(values: Float32Array, width: number, height: number): Float32Array {
  const across = new Float32Array(values.length)
  for (let y = 0; y < height; y++) slide(values, across, { start: y * width, step: 1, count: width })
  const means = new Float32Array(values.length)
  for (let x = 0; x < width; x++) slide(across, means, { start: x, step: width, count: height })
  return means
}

function slide(
  from: Float32Array,
  to: Float32Array,
  line: { start: number; step: number; count: number },
): void {
  const { start, step, count } = line
  let sum = 0
  for (let i = 0; i < Math.min(NEIGHBOURHOOD, count); i++) sum += from[start + i * step]
  for (let i = 0; i < count; i++) {
    if (i + NEIGHBOURHOOD < count) sum += from[start + (i + NEIGHBOURHOOD) * step]
    if (i - NEIGHBOURHOOD - 1 >= 0) sum -= from[start + (i - NEIGHBOURHOOD - 1) * step]
    const window = Math.min(count - 1, i + NEIGHBOURHOOD) - Math.max(0, i - NEIGHBOURHOOD) + 1
    to[start + i * step] = sum / window
  }
}
