import type { Image, Point, Quad } from '../../../domain/image.ts'
import { transformSquare } from '../../image/frequencies/transform-square.ts'

/** Side of the squares that are looked at, px of the frame: no pixel is moved, or what stripes leave would go. */
const SIDE = 128
/** Where their middles lie on the card, shares of its width and height. */
const ACROSS = [0.12, 0.31, 0.5, 0.69, 0.88]
const DOWN = [0.25, 0.75]
/** Least width and height of a card whose squares do not all show the same. */
const LEAST = { width: 400, height: 240 }
/** Frequencies that are looked at, for one pixel: coarser ones are print, and streams keep no colour as fine as finer ones. */
const BAND = { from: 0.05, to: 0.33 }
/**
 * Frequencies taken together, steps to each side: a card that is tilted has its stripes at slightly other ones in every square.
 * What is as strong in the frequencies around those, up to so many steps, is no pattern: colours of a scanner that lie off
 * each other, or a lens that parts them, shift all frequencies.
 */
const TOGETHER = 2
const AROUND = { from: 3, to: 6 }
/** Power of a frequency, of three colours, that a sensor has without any picture: noise of 3 levels. Less is no pattern. */
const NOISE = 60_000
/** The half of the spectrum that is kept, the other mirrors it: columns from frequency 0 on, rows from the least one on. */
const REACH = Math.ceil(BAND.to * SIDE) + AROUND.to
const PATCH = { width: REACH + 1, height: 2 * REACH + 1 }

/**
 * How far red, green and blue of one fine pattern lie apart as the stripes of a screen's pixels do, each a third of it after
 * the other, 0-1, all over the card: print has its colours at the same place or at any. Moiré of the stripes and the sensor
 * keeps their order. Null when the card is too small in the frame. About 15 ms.
 */
export function screenStripes(frame: Image, card: Quad): number | null {
  const [topLeft, topRight, bottomRight, bottomLeft] = card
  const width = Math.min(distance(topLeft, topRight), distance(bottomLeft, bottomRight))
  const height = Math.min(distance(topLeft, bottomLeft), distance(topRight, bottomRight))
  if (width < LEAST.width || height < LEAST.height || Math.min(frame.width, frame.height) < SIDE) return null
  const corners = DOWN.map((down) =>
    ACROSS.map((across) => {
      const [top, bottom] = [between(topLeft, topRight, across), between(bottomLeft, bottomRight, across)]
      return cornerOf(frame, between(top, bottom, down))
    }),
  )
  const mean = new Float32Array(PATCH.width * PATCH.height)
  for (const [column] of ACROSS.entries()) {
    for (const colours of transformPair(frame, [corners[0][column], corners[1][column]])) {
      const apart = coloursApart(colours)
      for (let i = 0; i < mean.length; i++) mean[i] += apart[i] / (ACROSS.length * DOWN.length)
    }
  }
  return greatest(mean)
}

/** The upper left corner of the square around a point, inside the frame. */
function cornerOf({ width, height }: Image, { x, y }: Point): Point {
  const inside = (center: number, length: number) =>
    Math.max(0, Math.min(length - SIDE, Math.round(center - SIDE / 2)))
  return { x: inside(x, width), y: inside(y, height) }
}

/** The frequencies of a plane of levels that are kept. */
interface Spectrum {
  real: Float32Array
  imaginary: Float32Array
}

/** The spectra of red, green and blue of two squares. */
function transformPair(frame: Image, pair: readonly [Point, Point]): Spectrum[][] {
  const [first, second] = pair.map((corner) => planesOf(frame, corner))
  const [firstRed, firstGreen] = transformTwo(first[0], first[1])
  const [secondRed, secondGreen] = transformTwo(second[0], second[1])
  const [firstBlue, secondBlue] = transformTwo(first[2], second[2])
  return [
    [firstRed, firstGreen, firstBlue],
    [secondRed, secondGreen, secondBlue],
  ]
}

/** The levels of each colour of a square. */
function planesOf({ data, width }: Image, corner: Point): Float32Array[] {
  return [0, 1, 2].map((channel) => {
    const levels = new Float32Array(SIDE * SIDE)
    for (let y = 0, at = 0; y < SIDE; y++) {
      let i = ((corner.y + y) * width + corner.x) * 3 + channel
      for (let x = 0; x < SIDE; x++, at++, i += 3) levels[at] = data[i]
    }
    return levels
  })
}

/** Transforms two planes as one of complex numbers: their spectra are its even and its odd half. */
function transformTwo(real: Float32Array, imaginary: Float32Array): [Spectrum, Spectrum] {
  transformSquare({ real, imaginary, side: SIDE })
  const spectrum = (): Spectrum => ({
    real: new Float32Array(PATCH.width * PATCH.height),
    imaginary: new Float32Array(PATCH.width * PATCH.height),
  })
  const [even, odd] = [spectrum(), spectrum()]
  for (let row = 0, at = 0; row < PATCH.height; row++) {
    const down = (row - REACH + SIDE) % SIDE
    for (let across = 0; across < PATCH.width; across++, at++) {
      const i = down * SIDE + across
      const mirrored = ((SIDE - down) % SIDE) * SIDE + ((SIDE - across) % SIDE)
      even.real[at] = (real[i] + real[mirrored]) / 2
      even.imaginary[at] = (imaginary[i] - imaginary[mirrored]) / 2
      odd.real[at] = (imaginary[i] + imaginary[mirrored]) / 2
      odd.imaginary[at] = (real[mirrored] - real[i]) / 2
    }
  }
  return [even, odd]
}

/**
 * For each frequency twice the area of the triangle of red, green and blue in the plane of complex numbers, over the sum of
 * their powers: 0 where they are in step or in opposition, 0.87 where each comes a third of a turn after another, the sign
 * telling which.
 */
function coloursApart([red, green, blue]: readonly Spectrum[]): Float32Array {
  const area = new Float32Array(PATCH.width * PATCH.height)
  const power = new Float32Array(area.length)
  for (let i = 0; i < area.length; i++) {
    area[i] =
      (red.imaginary[i] - blue.imaginary[i]) * (green.real[i] - blue.real[i]) -
      (red.real[i] - blue.real[i]) * (green.imaginary[i] - blue.imaginary[i])
    for (const { real, imaginary } of [red, green, blue]) power[i] += real[i] ** 2 + imaginary[i] ** 2
  }
  const [areas, powers] = [boxSums(area, TOGETHER), boxSums(power, TOGETHER)]
  const noise = NOISE * (2 * TOGETHER + 1) ** 2
  for (let i = 0; i < areas.length; i++) areas[i] /= powers[i] + noise
  return areas
}

/** Sums over the square around each frequency, `reach` steps to each side, as far as it is kept. */
function boxSums(values: Float32Array, reach: number): Float32Array {
  const { width, height } = PATCH
  const rows = new Float32Array(values.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      const last = Math.min(width - 1, x + reach)
      for (let i = Math.max(0, x - reach); i <= last; i++) sum += values[y * width + i]
      rows[y * width + x] = sum
    }
  }
  const sums = new Float32Array(values.length)
  for (let y = 0; y < height; y++) {
    const last = Math.min(height - 1, y + reach)
    for (let i = Math.max(0, y - reach); i <= last; i++) {
      for (let x = 0; x < width; x++) sums[y * width + x] += rows[i * width + x]
    }
  }
  return sums
}

/** How many frequencies each sum is of. */
const COUNTS = boxSums(new Float32Array(PATCH.width * PATCH.height).fill(1), AROUND.to)
const INNER_COUNTS = boxSums(new Float32Array(PATCH.width * PATCH.height).fill(1), AROUND.from)

/** The greatest value within the band, of either sign, less what the frequencies around it have of that sign. */
function greatest(apart: Float32Array): number {
  const [outer, inner] = [boxSums(apart, AROUND.to), boxSums(apart, AROUND.from)]
  let most = 0
  for (let row = 0, i = 0; row < PATCH.height; row++) {
    for (let across = 0; across < PATCH.width; across++, i++) {
      const frequency = Math.hypot(across, row - REACH) / SIDE
      if (frequency < BAND.from || frequency > BAND.to) continue
      const around = (outer[i] - inner[i]) / (COUNTS[i] - INNER_COUNTS[i])
      most = Math.max(most, Math.abs(apart[i]) - Math.max(0, Math.sign(apart[i]) * around))
    }
  }
  return most
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
