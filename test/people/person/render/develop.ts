import type { Image } from '../../../../domain/image.ts'
import { seededRandom } from '../../random.ts'
import { screenValue } from '../paint/color.ts'
import type { LightField } from './backdrop.ts'

/** Length of the table of random grain, a power of 2 so that a mask wraps it round. */
const GRAIN_COUNT = 2 ** 14
/** Steps of the table from light to picture values, over the light 0-1. */
const TONE_STEPS = 4095

/** How light becomes a picture. */
export interface Development {
  /** Samples along a pixel's side; 1 is softened by a lens instead. */
  samplesPerSide: 1 | 2
  /** Noise of the sensor, share of full white. */
  grain: number
  seed: number
}

/** Turns linear light into an 8-bit picture: gathers samples, tone curve, sensor noise. */
export function develop(field: LightField, how: Development): Image {
  const gathered = how.samplesPerSide === 2 ? halve(field) : soften(field)
  const { width, height, data } = gathered
  const tone = Float32Array.from({ length: TONE_STEPS + 1 }, (_, i) => 255 * screenValue(i / TONE_STEPS))
  const random = seededRandom(how.seed, 'grain')
  const grain = Float32Array.from({ length: GRAIN_COUNT }, () => 255 * how.grain * random.normal() * 0.5)
  const pixels = new Uint8Array(width * height * 3)
  for (let i = 0; i < pixels.length; i++) {
    const step = Math.min(TONE_STEPS, Math.max(0, Math.round(data[i] * TONE_STEPS)))
    // Two walks of different stride through the table, so that its repeat does not show as a pattern.
    const noise = grain[i & (GRAIN_COUNT - 1)] + 0.5 * grain[(i * 7 + (i >> 5)) & (GRAIN_COUNT - 1)]
    pixels[i] = Math.min(255, Math.max(0, Math.round(tone[step] + noise)))
  }
  return { data: pixels, width, height }
}

function halve({ data, width, height }: LightField): LightField {
  const halfWidth = width >> 1
  const halfHeight = height >> 1
  const half = new Float32Array(halfWidth * halfHeight * 3)
  for (let row = 0; row < halfHeight; row++) {
    for (let i = 0; i < halfWidth * 3; i++) {
      const at = row * 2 * width * 3 + Math.floor(i / 3) * 6 + (i % 3)
      const below = at + width * 3
      half[row * halfWidth * 3 + i] = (data[at] + data[at + 3] + data[below] + data[below + 3]) / 4
    }
  }
  return { data: half, width: halfWidth, height: halfHeight }
}

/** The blur of a phone's lens, weights 1-2-1 both ways; also smooths the edges of single samples. */
function soften(field: LightField): LightField {
  return softenDown(softenAcross(field))
}

function softenAcross({ data, width, height }: LightField): LightField {
  const stride = width * 3
  const soft = new Float32Array(data.length)
  for (let start = 0; start < data.length; start += stride) {
    const end = start + stride
    for (let i = start; i < end; i++) {
      const before = data[i - 3 < start ? i : i - 3]
      const after = data[i + 3 >= end ? i : i + 3]
      soft[i] = (before + 2 * data[i] + after) / 4
    }
  }
  return { data: soft, width, height }
}

function softenDown({ data, width, height }: LightField): LightField {
  const stride = width * 3
  const soft = new Float32Array(data.length)
  for (let i = 0; i < data.length; i++) {
    const above = data[i < stride ? i : i - stride]
    const below = data[i >= data.length - stride ? i : i + stride]
    soft[i] = (above + 2 * data[i] + below) / 4
  }
  return { data: soft, width, height }
}
