import type { DoubtFacts } from '../../../domain/document/doubt-facts.ts'
import type { Image, Point, Quad } from '../../../domain/image.ts'
import { type PowerSpectrum, powerSpectrum } from './power-spectrum.ts'

/** Side of the squares that are looked at, px of the frame: no pixel is moved, or its pattern would go. */
const SIDE = 256
/** Where the squares lie on the card, shares of the way from its left to its right edge. */
const PLACES = [0.3, 0.5, 0.7]
/** Rings of frequencies that are looked at, shares of the side: coarser ones are print, finer ones do not exist. */
const RINGS = { from: 0.1, to: 0.65 }
/** Least count of frequencies of a ring for its median to mean anything. */
const MIN_RING = 20

/**
 * How far the strongest regular pattern on a card stands out of what is as fine as it: the grid of a screen, or the moiré
 * of it with the sensor. The middle one of three squares counts, so that one field of fine print does not. About 30 ms.
 */
export function screenPattern(frame: Image, card: Quad): DoubtFacts['pattern'] {
  if (frame.width < SIDE || frame.height < SIDE) return null
  const [topLeft, topRight, bottomRight, bottomLeft] = card
  const [left, right] = [middle(topLeft, bottomLeft), middle(topRight, bottomRight)]
  if (Math.hypot(right.x - left.x, right.y - left.y) < SIDE) return null
  const corners = PLACES.map((share) => cornerOf(frame, between(left, right, share)))
  const strongest = (levelOf: Level) =>
    corners.map((corner) => peakOf(powerSpectrum(squareOf(frame, corner, levelOf), SIDE)))
  return { luma: middleOf(strongest(luma)), colour: middleOf(strongest(redness)) }
}

type Level = (red: number, green: number, blue: number) => number
/** ITU-R BT.601-7 §2.5.1. */
const luma: Level = (red, green, blue) => 0.299 * red + 0.587 * green + 0.114 * blue
/** The stripes of a screen's pixel lie side by side: red at one end, blue at the other. */
const redness: Level = (red, _, blue) => red - blue

/** The upper left corner of the square around a point, inside the frame. */
function cornerOf({ width, height }: Image, { x, y }: Point): Point {
  const inside = (center: number, length: number) =>
    Math.max(0, Math.min(length - SIDE, Math.round(center - SIDE / 2)))
  return { x: inside(x, width), y: inside(y, height) }
}

function squareOf({ data, width }: Image, corner: Point, levelOf: Level): Float32Array {
  const levels = new Float32Array(SIDE * SIDE)
  for (let y = 0, at = 0; y < SIDE; y++) {
    let i = ((corner.y + y) * width + corner.x) * 3
    for (let x = 0; x < SIDE; x++, at++, i += 3) levels[at] = levelOf(data[i], data[i + 1], data[i + 2])
  }
  return levels
}

/** The greatest factor between the amplitude of a frequency and the median of its ring, as its logarithm. */
function peakOf({ data }: PowerSpectrum): number {
  const greatest = Math.max(1, ...RING_PLACES.map((places) => standingOut(data, places)))
  // Power is the square of amplitude.
  return Math.log(greatest) / 2
}

/** Where in a spectrum the frequencies of each ring stand, those of rings that tell something. */
const RING_PLACES: readonly Uint32Array[] = ringPlaces().filter((ring) => ring.length >= MIN_RING)

function ringPlaces(): Uint32Array[] {
  const rings = new Map<number, number[]>()
  for (let row = 0; row < SIDE; row++) {
    const down = row <= SIDE / 2 ? row : row - SIDE
    // The other half mirrors this one.
    for (let across = 0; across <= SIDE / 2; across++) {
      const ring = Math.round(Math.hypot(across, down))
      if (ring < SIDE * RINGS.from || ring >= SIDE * RINGS.to) continue
      const places = rings.get(ring) ?? []
      places.push(row * SIDE + across)
      rings.set(ring, places)
    }
  }
  return [...rings.values()].map((places) => Uint32Array.from(places))
}

function standingOut(data: Float32Array, places: Uint32Array): number {
  const sorted = new Float32Array(places.length)
  for (let i = 0; i < places.length; i++) sorted[i] = data[places[i]]
  sorted.sort()
  // One level is added: where there is nothing at all, rounding stands out of it.
  return (sorted[sorted.length - 1] + 1) / (sorted[sorted.length >> 1] + 1)
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}

function middle(a: Point, b: Point): Point {
  return between(a, b, 0.5)
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}
