import type { MrzFields } from '../../../domain/facts.ts'
import type { Box, Point, Quad } from '../../../domain/image.ts'
import { homographyOntoQuad, mapPoint } from '../../image/homography.ts'
import type { Size } from '../../image/size.ts'
import type { LinePlan } from '../format/mrz-layout.ts'
import type { ZoneSpan } from '../lines/cut-zone.ts'
import { fieldSpans } from './field-spans.ts'

/** Lines of a plan as read, where they stand in a picture and where along each its characters are, shares. */
export interface PlacedText {
  plan: LinePlan
  lines: readonly string[]
  quads: readonly Quad[]
  places: readonly Float64Array[]
}

/** A card, and the way onto it from the picture that the lines stand in. */
export interface CardToPlaceOn extends Size {
  onto(point: Point): Point
}

/** Where each field stands on a card, px: upright boxes around its characters, of a number that goes on elsewhere where it begins. */
export function fieldBoxes(
  { plan, lines, quads, places }: PlacedText,
  card: CardToPlaceOn,
): Partial<Record<keyof MrzFields, Box>> {
  const boxes: Partial<Record<keyof MrzFields, Box>> = {}
  for (const [field, [span]] of fieldSpans(plan, lines)) {
    const corners = cornersOf(span, quads[span.line], places[span.line])
    const box = boxAround(corners.map(card.onto), card)
    if (box !== null) boxes[field] = box
  }
  return boxes
}

/** The corners of a stretch of a line: each character reaches half way to the next. */
function cornersOf({ from, to }: ZoneSpan, quad: Quad, places: Float64Array): Point[] {
  const along = homographyOntoQuad({ width: 1, height: 1 }, quad)
  const edges = [edgeBefore(from, places), edgeBefore(to, places)]
  return edges.flatMap((x) => [mapPoint(along, { x, y: 0 }), mapPoint(along, { x, y: 1 })])
}

function edgeBefore(position: number, places: Float64Array): number {
  const last = places.length - 1
  if (position === 0) return places[0] - (places[1] - places[0]) / 2
  if (position > last) return places[last] + (places[last] - places[last - 1]) / 2
  return (places[position - 1] + places[position]) / 2
}

/** The part of a card that points span; null where none of it is on the card. */
function boxAround(points: readonly Point[], { width, height }: Size): Box | null {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, top] = [Math.max(0, Math.min(...xs)), Math.max(0, Math.min(...ys))]
  const box = {
    x: left,
    y: top,
    width: Math.min(width, Math.max(...xs)) - left,
    height: Math.min(height, Math.max(...ys)) - top,
  }
  return box.width > 0 && box.height > 0 ? box : null
}
