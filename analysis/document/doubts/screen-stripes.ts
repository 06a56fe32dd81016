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
  const workspace = createWorkspace()
  for (const [column] of ACROSS.entries()) {
    transformPair(workspace, frame, [corners[0][column], corners[1][column]])
    for (const colours of workspace.spectra) addColoursApart(workspace, colours)
  }
  const squares = ACROSS.length * DOWN.length
  return greatest(workspace.apart.map((sum) => sum / squares))
}

/** Numbers of all squares one after another: new arrays for each of them cost more than what is reckoned in them. */
interface Workspace {
  real: Float32Array
  imaginary: Float32Array
  /** Red, green and blue of both squares of a pair. */
  spectra: readonly (readonly [Spectrum, Spectrum, Spectrum])[]
  area: Float32Array
  power: Float32Array
  rows: Float32Array
  /** How far the colours of each frequency lie apart, of all squares so far. */
  apart: Float32Array
}

const patch = () => new Float32Array(PATCH.width * PATCH.height)

function createWorkspace(): Workspace {
  const spectrum = (): Spectrum => ({ real: patch(), imaginary: patch() })
  return {
    real: new Float32Array(SIDE * SIDE),
    imaginary: new Float32Array(SIDE * SIDE),
    spectra: DOWN.map(() => [spectrum(), spectrum(), spectrum()] as const),
    area: patch(),
    power: patch(),
    rows: patch(),
    apart: patch(),
  }
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

/** The spectra of red, green and blue of two squares, two of them at a time. */
function transformPair(workspace: Workspace, frame: Image, [first, second]: readonly [Point, Point]): void {
  const { real, imaginary, spectra } = workspace
  const [ofFirst, ofSecond] = spectra
  for (const [corner, spectrum] of [
    [first, ofFirst],
    [second, ofSecond],
  ] as const) {
    takeLevels(frame, { corner, channel: 0 }, real)
    takeLevels(frame, { corner, channel: 1 }, imaginary)
    transformTwo(workspace, spectrum[0], spectrum[1])
  }
  takeLevels(frame, { corner: first, channel: 2 }, real)
  takeLevels(frame, { corner: second, channel: 2 }, imaginary)
  transformTwo(workspace, ofFirst[2], ofSecond[2])
}

/** The levels of a colour of a square. */
function takeLevels(
  { data, width }: Image,
  { corner, channel }: { corner: Point; channel: number },
  levels: Float32Array,
): void {
  for (let y = 0, at = 0; y < SIDE; y++) {
    let i = ((corner.y + y) * width + corner.x) * 3 + channel
    for (let x = 0; x < SIDE; x++, at++, i += 3) levels[at] = data[i]
  }
}

/** Transforms two planes as one of complex numbers: their spectra are its even and its odd half. */
function transformTwo({ real, imaginary }: Workspace, even: Spectrum, odd: Spectrum): void {
  transformSquare({ real, imaginary, side: SIDE })
  const { real: evenReal, imaginary: evenImaginary } = even
  const { real: oddReal, imaginary: oddImaginary } = odd
  for (let row = 0, at = 0; row < PATCH.height; row++) {
    const down = (row - REACH + SIDE) % SIDE
    const mirroredDown = ((SIDE - down) % SIDE) * SIDE
    for (let across = 0; across < PATCH.width; across++, at++) {
      const i = down * SIDE + across
      const mirrored = mirroredDown + ((SIDE - across) % SIDE)
      evenReal[at] = (real[i] + real[mirrored]) / 2
      evenImaginary[at] = (imaginary[i] - imaginary[mirrored]) / 2
      oddReal[at] = (imaginary[i] + imaginary[mirrored]) / 2
      oddImaginary[at] = (real[mirrored] - real[i]) / 2
    }
  }
}

/**
 * For each frequency twice the area of the triangle of red, green and blue in the plane of complex numbers, over the sum of
 * their powers: 0 where they are in step or in opposition, 0.87 where each comes a third of a turn after another, the sign
 * telling which. Added to what other squares have.
 */
function addColoursApart(
  { area, power, rows, apart }: Workspace,
  [red, green, blue]: readonly [Spectrum, Spectrum, Spectrum],
): void {
  const { real: redReal, imaginary: redImaginary } = red
  const { real: greenReal, imaginary: greenImaginary } = green
  const { real: blueReal, imaginary: blueImaginary } = blue
  for (let i = 0; i < area.length; i++) {
    const r = redReal[i]
    const rImaginary = redImaginary[i]
    const g = greenReal[i]
    const gImaginary = greenImaginary[i]
    const b = blueReal[i]
    const bImaginary = blueImaginary[i]
    area[i] = (rImaginary - bImaginary) * (g - b) - (r - b) * (gImaginary - bImaginary)
    power[i] =
      r * r + rImaginary * rImaginary + g * g + gImaginary * gImaginary + b * b + bImaginary * bImaginary
  }
  boxSums(area, TOGETHER, rows)
  boxSums(power, TOGETHER, rows)
  const noise = NOISE * (2 * TOGETHER + 1) ** 2
  for (let i = 0; i < area.length; i++) apart[i] += area[i] / (power[i] + noise)
}

/** In place the sums over the square around each frequency, `reach` steps to each side, as far as it is kept. */
function boxSums(values: Float32Array, reach: number, rows: Float32Array): Float32Array {
  const { width, height } = PATCH
  for (let y = 0; y < height; y++) {
    const start = y * width
    for (let x = 0; x < width; x++) {
      let sum = 0
      const last = start + Math.min(width - 1, x + reach)
      for (let i = start + Math.max(0, x - reach); i <= last; i++) sum += values[i]
      rows[start + x] = sum
    }
  }
  values.fill(0)
  for (let y = 0; y < height; y++) {
    const last = Math.min(height - 1, y + reach)
    for (let i = Math.max(0, y - reach); i <= last; i++) {
      for (let to = y * width, from = i * width; to < (y + 1) * width; to++, from++) values[to] += rows[from]
    }
  }
  return values
}

/** How many frequencies each sum is of. */
const COUNTS = boxSums(patch().fill(1), AROUND.to, patch())
const INNER_COUNTS = boxSums(patch().fill(1), AROUND.from, patch())

/** The greatest value within the band, of either sign, less what the frequencies around it have of that sign. */
function greatest(apart: Float32Array): number {
  const rows = patch()
  const outer = boxSums(apart.slice(), AROUND.to, rows)
  const inner = boxSums(apart.slice(), AROUND.from, rows)
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
