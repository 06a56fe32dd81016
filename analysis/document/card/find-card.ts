import type { Image, Point, Quad } from '../../../domain/image.ts'
import type { Size } from '../../image/size.ts'
import { type EdgeLine, edgeLines } from './_edge-lines.ts'
import { edgeMap } from './_edge-map.ts'
import { type ScoredQuad, type Sides, scoreQuad } from './_score-quad.ts'
import { shrink } from './_shrink.ts'
import { CARD_ASPECTS } from './quad-shape.ts'

/** The card in a frame. */
export interface FoundCard {
  /** Corners in frame pixels. */
  quad: Quad
  /** Whether all of it is in the frame. */
  extent: 'whole' | 'cut'
  /** How surely this is the rim of a card, 0-1. */
  confidence: number
}

/** Longer side at which the frame is searched, px. */
const SEARCH_SIDE = 320
/** Least distance of opposite sides, share of the frame's shorter side. */
const MIN_APART = 0.2
/** Least confidence for a card: below, chance makes as good a rim. */
const MIN_CONFIDENCE = { whole: 0.45, cut: 0.6 }
/** A corner this far outside the frame cuts the card, share of the frame's width. */
const OUTSIDE_TOLERANCE = 0.01
/** How far the shape of two crossing pairs of lines may be from a card's before it is looked at, as a factor. */
const ROUGH_TOLERANCE = 1.35
const ROUGH_ASPECTS = {
  from: Math.min(...CARD_ASPECTS) / ROUGH_TOLERANCE,
  to: Math.max(...CARD_ASPECTS) * ROUGH_TOLERANCE,
}

/** Finds the rim of a card in a frame: four straight edges in the shape of a document. About 15 ms. */
export function findCard(image: Image): FoundCard | null {
  const small = shrink(image, SEARCH_SIDE)
  const best = bestQuad(edgeLines(edgeMap(small)), small)
  if (best === null) return null
  const extent = best.cutSides === 0 && isInside(best.quad, small) ? 'whole' : 'cut'
  const confidence = Math.max(0, best.support - best.beyond / 2)
  if (confidence < MIN_CONFIDENCE[extent]) return null
  const scale = image.width / small.width
  const toFrame = ({ x, y }: Point): Point => ({ x: (x + 0.5) * scale, y: (y + 0.5) * scale })
  const [a, b, c, d] = best.quad
  return { quad: [toFrame(a), toFrame(b), toFrame(c), toFrame(d)], extent, confidence }
}

function isInside(quad: Quad, frame: Size): boolean {
  const slack = OUTSIDE_TOLERANCE * frame.width
  return quad.every(
    ({ x, y }) => x > -slack && y > -slack && x < frame.width + slack && y < frame.height + slack,
  )
}

/** Two lines of a card's opposite sides, the upper or left one first, and their distance in mid-frame, px. */
interface Pair {
  lines: readonly [EdgeLine, EdgeLine]
  apart: number
}

function bestQuad(lines: { across: EdgeLine[]; down: EdgeLine[] }, frame: Size): ScoredQuad | null {
  const rows = pairsOf(lines.across, frame, 'across')
  const columns = pairsOf(lines.down, frame, 'down')
  let best: ScoredQuad | null = null
  for (const row of rows) {
    for (const column of columns) {
      const sides: Sides = [row.lines[0], column.lines[1], row.lines[1], column.lines[0]]
      if (!isRoughlyCard(sides, column.apart / row.apart)) continue
      const scored = scoreQuad(sides, frame, best?.score ?? -Infinity)
      if (scored && (best === null || scored.score > best.score)) best = scored
    }
  }
  return best
}

/** A cheap look before the exact one: at most one side on the border, or about a card's shape. */
function isRoughlyCard([top, right, bottom, left]: Sides, aspect: number): boolean {
  const cut = isBorder(top) + isBorder(right) + isBorder(bottom) + isBorder(left)
  if (cut > 0) return cut === 1
  const lying = aspect > 1 ? aspect : 1 / aspect
  return lying > ROUGH_ASPECTS.from && lying < ROUGH_ASPECTS.to
}

function isBorder({ kind }: EdgeLine): 0 | 1 {
  return kind === 'border' ? 1 : 0
}

/** All pairs of lines that are far enough apart in the middle of the frame; the frame's borders count as lines. */
function pairsOf(lines: readonly EdgeLine[], frame: Size, direction: 'across' | 'down'): Pair[] {
  const least = MIN_APART * Math.min(frame.width, frame.height)
  const placed = lines.map((line) => ({ line, place: placeOf(line, frame, direction) }))
  const pairs: Pair[] = []
  for (const first of placed) {
    for (const second of placed) {
      const apart = second.place - first.place
      if (apart < least || (first.line.kind === 'border' && second.line.kind === 'border')) continue
      pairs.push({ lines: [first.line, second.line], apart })
    }
  }
  return pairs
}

/** Where a line crosses the middle of the frame: its height there, or its distance from the left. */
function placeOf({ normal, distance }: EdgeLine, frame: Size, direction: 'across' | 'down'): number {
  return direction === 'across'
    ? (distance - (frame.width / 2) * normal.x) / normal.y
    : (distance - (frame.height / 2) * normal.y) / normal.x
}
