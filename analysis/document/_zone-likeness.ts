import type { Image, Quad } from '../../domain/image.ts'
import { homographyOntoQuad, mapPoint } from '../image/homography.ts'

/** A line of a zone as it is compared: four columns for each of 44 characters, and rows enough to tell their strokes, px. */
const LINE = { width: 176, height: 8 }
/** Samples along the side of a pixel of it: noise is averaged away, strokes stay. */
const SAMPLES = 2
/** Pieces of a line that are laid over each other each at a shift of its own: rims are found to a pixel or two. */
const PIECES = 4
/** How far they are shifted at most, px of such a line. */
const SHIFTS = { across: 4, down: 1 }

/**
 * Zones that are less alike than this may be two. Set on 30 drawn documents, clean, dark, soft, small and with a reflection: 5 of 60 pairs of frames of one
 * are less alike, 2 of 90 pairs of two documents are not; a higher one spares none of these before 0.56, where it is 14 of 60. Of 30 others, which
 * set nothing: 7 of 60 and 2 of 90 (decision 97).
 */
export const LIKE_THE_SAME = 0.53

/** A lying card in a frame. */
export interface PlacedCard {
  frame: Image
  card: Quad
}

/**
 * How alike the zones of two frames are, -1 to 1, where the one has its lines (in shares of the card), whichever way up the other
 * card lies: the correlation of the piece of a line that is least alike, for much of two zones is fillers. A frame that is merely soft is less alike too. 1 ms.
 */
export function zoneLikeness(one: PlacedCard, other: PlacedCard, onCard: readonly Quad[]): number {
  const lines = onCard.map((line) => inkOf(one.frame, one.card, line))
  const likenessAt = (card: Quad) =>
    Math.min(...onCard.map((line, i) => likenessOf(lines[i], inkOf(other.frame, card, line))))
  const upright = likenessAt(other.card)
  const [a, b, c, d] = other.card
  return upright >= LIKE_THE_SAME ? upright : Math.max(upright, likenessAt([c, d, a, b]))
}

/** The green light of a line, which sensors see best; outside the frame its border repeats. */
function inkOf({ data, width, height }: Image, card: Quad, line: Quad): Float32Array {
  const onto = homographyOntoQuad({ width: 1, height: 1 }, card)
  const quad = line.map((corner) => mapPoint(onto, corner)) as unknown as Quad
  const [a, b, c, d, e, f, g, h] = homographyOntoQuad(LINE, quad)
  const ink = new Float32Array(LINE.width * LINE.height)
  for (let row = 0; row < LINE.height * SAMPLES; row++) {
    const v = (row + 0.5) / SAMPLES
    for (let column = 0; column < LINE.width * SAMPLES; column++) {
      const u = (column + 0.5) / SAMPLES
      const nearness = 1 / (g * u + h * v + 1)
      const x = Math.max(0, Math.min(width - 1, Math.floor((a * u + b * v + c) * nearness)))
      const y = Math.max(0, Math.min(height - 1, Math.floor((d * u + e * v + f) * nearness)))
      ink[Math.floor(v) * LINE.width + Math.floor(u)] += data[(y * width + x) * 3 + 1]
    }
  }
  return ink
}

function likenessOf(one: Float32Array, other: Float32Array): number {
  const width = LINE.width / PIECES
  const pieces = Array.from({ length: PIECES }, (_, i) => bestFit(one, other, { from: i * width, width }))
  return Math.min(...pieces)
}

function bestFit(
  one: Float32Array,
  other: Float32Array,
  { from, width }: { from: number; width: number },
): number {
  let best = -1
  for (let down = -SHIFTS.down; down <= SHIFTS.down; down++) {
    for (let across = -SHIFTS.across; across <= SHIFTS.across; across++) {
      const columns = {
        from: Math.max(from, -across),
        to: Math.min(from + width, LINE.width - Math.max(0, across)),
      }
      best = Math.max(best, correlation(one, other, { columns, across, down }))
    }
  }
  return best
}

interface Overlap {
  columns: { from: number; to: number }
  across: number
  down: number
}

function correlation(one: Float32Array, other: Float32Array, { columns, across, down }: Overlap): number {
  let [count, sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0, 0]
  for (let y = Math.max(0, -down); y < LINE.height - Math.max(0, down); y++) {
    for (let x = columns.from; x < columns.to; x++) {
      const a = one[y * LINE.width + x]
      const b = other[(y + down) * LINE.width + x + across]
      count++
      sumA += a
      sumB += b
      sumAA += a * a
      sumBB += b * b
      sumAB += a * b
    }
  }
  const spread = (count * sumAA - sumA * sumA) * (count * sumBB - sumB * sumB)
  return spread <= 0 ? 0 : (count * sumAB - sumA * sumB) / Math.sqrt(spread)
}
