import type { Random } from '../../../../test/people/random.ts'

/** Width and height of a sensor, pixels. */
export interface SensorSize {
  width: number
  height: number
}

/** Places of the light that a pixel gathers, px off its middle: its own surface, and what a lens spreads of its neighbours'. */
const TAP_STEP = 0.6
const LENS_SIGMA = 0.5
const TAPS = weighTaps()
/** Variance of noise, shares of full light: of reading a pixel, and of the light's own grains for each unit of it. */
const READ_VARIANCE = 2e-5
const SHOT_VARIANCE = 3e-4

/**
 * What a camera makes of the light before its sensor: one colour in each pixel (red and green in even rows, green and blue in
 * odd ones; Bayer, US patent 3,971,065), noise of reading and of light, the two colours it lacks from its neighbours, levels of
 * sRGB. It tells no place apart by the picture, as cameras with more effort do.
 */
export function exposeSensor(
  size: SensorSize,
  { light, random }: { light(x: number, y: number, channel: number): number; random: Random },
): Uint8Array {
  const seen = gather(size, light)
  for (let i = 0; i < seen.length; i++) {
    seen[i] += random.normal() * Math.sqrt(READ_VARIANCE + seen[i] * SHOT_VARIANCE)
  }
  const levels = new Uint8Array(seen.length * 3)
  const colours = [0, 0, 0]
  for (let y = 0, i = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++, i++) {
      fillIn(colours, { seen, size, x, y })
      for (let channel = 0; channel < 3; channel++) levels[i * 3 + channel] = levelOf(colours[channel])
    }
  }
  return levels
}

function weighTaps(): readonly { across: number; down: number; weight: number }[] {
  const steps = [-TAP_STEP, 0, TAP_STEP]
  const taps = steps.flatMap((down) =>
    steps.map((across) => ({
      across,
      down,
      weight: Math.exp(-(across ** 2 + down ** 2) / (2 * LENS_SIGMA ** 2)),
    })),
  )
  const sum = taps.reduce((all, { weight }) => all + weight, 0)
  return taps.map((tap) => ({ ...tap, weight: tap.weight / sum }))
}

function gather(
  { width, height }: SensorSize,
  light: (x: number, y: number, channel: number) => number,
): Float32Array {
  const seen = new Float32Array(width * height)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const channel = (y & 1) + (x & 1)
      let sum = 0
      for (const { across, down, weight } of TAPS) {
        sum += weight * light(x + 0.5 + across, y + 0.5 + down, channel)
      }
      seen[i] = sum
    }
  }
  return seen
}

/** The three colours of a pixel: its own, and the means of the nearest that have the others. */
function fillIn(
  colours: number[],
  { seen, size, x, y }: { seen: Float32Array; size: SensorSize; x: number; y: number },
): void {
  const [left, right] = [Math.max(0, x - 1), Math.min(size.width - 1, x + 1)]
  const row = y * size.width
  const above = Math.max(0, y - 1) * size.width
  const below = Math.min(size.height - 1, y + 1) * size.width
  const own = seen[row + x]
  const across = (seen[row + left] + seen[row + right]) / 2
  const down = (seen[above + x] + seen[below + x]) / 2
  if (((x + y) & 1) === 1) {
    const isRedBeside = (y & 1) === 0
    colours[0] = isRedBeside ? across : down
    colours[1] = own
    colours[2] = isRedBeside ? down : across
    return
  }
  const aslant = (seen[above + left] + seen[above + right] + seen[below + left] + seen[below + right]) / 4
  const isRed = (y & 1) === 0
  colours[0] = isRed ? own : aslant
  colours[1] = (across + down) / 2
  colours[2] = isRed ? aslant : own
}

/** The level of linear light (IEC 61966-2-1, sRGB). */
function levelOf(light: number): number {
  const inside = Math.max(0, Math.min(1, light))
  return Math.round(255 * (inside <= 0.0031308 ? 12.92 * inside : 1.055 * inside ** (1 / 2.4) - 0.055))
}
