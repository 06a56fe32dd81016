import type { Image, Quad } from '../../../domain/image.ts'
import { cardAndAround } from './_card-and-around.ts'
import type { AroundCard } from './_sample-around.ts'

/**
 * Where a corner is looked at, cells (1/200 of the card's width) from both rims: beyond the round of an ID-1 card's corner,
 * 7 cells (ISO/IEC 7810 §5), and short of 16, which a corner cut off by a punch or scissors passes; what is around begins
 * some cells off the rim.
 */
const CORNER = { from: 4, to: 9 }
const OUTSIDE = { from: 5, to: 14 }
/** Where the card beside the corner is looked at, cells from the corner along each rim and from that rim. */
const BESIDE = { from: 26, to: 38, deep: 9 }
/** Cells of a patch that must be in the frame. */
const MIN_CELLS = 12
/** Least difference of card and surroundings for a corner to be judged, levels. */
const MIN_APART = 24

/**
 * How much the corners look like what is around the card rather than like the card, 0 (card) to 1 (surroundings): the
 * greatest of those that can be judged; null when none can. About 6 ms.
 */
export function missingCorner(frame: Image, quad: Quad): number | null {
  const around = cardAndAround(frame, quad)
  const judged = [0, 1, 2, 3].flatMap((corner) => likenessOf(around, corner) ?? [])
  return judged.length === 0 ? null : Math.max(...judged)
}

type Colour = readonly [number, number, number]

function likenessOf(around: AroundCard, corner: number): number | null {
  const look = (across: Span, down: Span) => meanOf(around, corner, { across, down })
  const outside = look({ from: -OUTSIDE.to, to: -OUTSIDE.from }, { from: -OUTSIDE.to, to: -OUTSIDE.from })
  const inside = look(CORNER, CORNER)
  const sides = [
    look({ from: BESIDE.from, to: BESIDE.to }, { from: CORNER.from, to: BESIDE.deep }),
    look({ from: CORNER.from, to: BESIDE.deep }, { from: BESIDE.from, to: BESIDE.to }),
  ]
  // Surroundings that change along the rim, such as a hand or a shadow, tell nothing of the corner.
  const beyond = [
    look({ from: BESIDE.from, to: BESIDE.to }, { from: -OUTSIDE.to, to: -OUTSIDE.from }),
    look({ from: -OUTSIDE.to, to: -OUTSIDE.from }, { from: BESIDE.from, to: BESIDE.to }),
  ]
  if (outside === null || inside === null) return null
  const likenesses = sides.flatMap((side, i) => {
    const off = beyond[i]
    if (side === null || off === null) return []
    const apart = distance(side, outside)
    if (apart < MIN_APART || distance(off, outside) > apart / 2) return []
    return [distance(inside, side) / (distance(inside, side) + distance(inside, outside))]
  })
  return likenesses.length === sides.length ? Math.min(...likenesses) : null
}

interface Span {
  from: number
  to: number
}

/** The mean colour of a patch given in cells from a corner inwards; null when next to nothing of it is in the frame. */
function meanOf(
  around: AroundCard,
  corner: number,
  { across, down }: { across: Span; down: Span },
): Colour | null {
  const { width, height, margin } = around
  const spanAt = ({ from, to }: Span, length: number, isFar: boolean): Span =>
    isFar
      ? { from: length - margin - to, to: length - margin - from }
      : { from: margin + from, to: margin + to }
  const columns = spanAt(across, width, corner === 1 || corner === 2)
  const rows = spanAt(down, height, corner >= 2)
  const cells: number[] = []
  for (let row = rows.from; row < rows.to; row++) {
    for (let column = columns.from; column < columns.to; column++) cells.push(row * width + column)
  }
  const seen = cells.filter((cell) => around.isSeen[cell] === 1)
  if (seen.length < MIN_CELLS) return null
  const mean = (channel: number) =>
    seen.reduce((sum, cell) => sum + around.data[cell * 3 + channel], 0) / seen.length
  return [mean(0), mean(1), mean(2)]
}

function distance(a: Colour, b: Colour): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
