import type { Point, Quad } from '../../../domain/image.ts'
import type { Size } from '../../image/size.ts'
import type { EdgeLine } from './_edge-lines.ts'
import { CARD_ASPECTS, cornerSkew, quadArea, sideLengths } from './quad-shape.ts'

/** Four lines that may bound a card: its upper, right, lower and left side. */
export type Sides = readonly [EdgeLine, EdgeLine, EdgeLine, EdgeLine]

/** Four lines taken as the rim of a card. */
export interface ScoredQuad {
  quad: Quad
  /** Mean share of the sides that has an edge under it, 0-1; sides on the frame's border do not count. */
  support: number
  /** How much the lines go on beyond the corners, 0-1: a card's do not. */
  beyond: number
  /** Sides on the frame's border, beyond which the card may go on. */
  cutSides: number
  /** For choosing between quads. */
  score: number
}

/** How far perspective may press a shape, as a factor. */
const ASPECT_TOLERANCE = 1.22
const MAX_ASPECT_ERROR = Math.log(ASPECT_TOLERANCE)
/** The shapes of cards, natural logarithms. */
const SHAPES = CARD_ASPECTS.map(Math.log)
const WIDEST = Math.max(...SHAPES)
const NARROWEST = Math.min(...SHAPES)
/** Least part of a cut card that must be seen, share of its length. */
const MIN_VISIBLE = 0.4
/** Largest cosine of a corner's angle: a right angle that perspective opens or closes by 23 degrees. */
const MAX_CORNER_SKEW = 0.4
/** Lines that cross flatter than this make no corner: sine of 18 degrees. */
const MIN_CROSSING_SINE = 0.3
/** Opposite sides differ by at most this factor. */
const MAX_SIDE_RATIO = 1.45
/** Least area of a card, share of the frame: one that fills a quarter of its width. */
const MIN_AREA = 0.04
/** Corners are rounded and sides met there by others: this share of a side at each end tells nothing. */
const CORNER_SHARE = 0.06
/** The stretch of a line beyond a corner that should be without edge, share of the side. */
const BEYOND_SHARE = 0.15
/** A clear edge has about two thirds of the greatest strength. */
const FULL_STRENGTH = 1.4

/** What the parts of a quad's score weigh; `cut` counts for each side on the frame's border. */
const WEIGHTS = { mean: 0.65, weakest: 0.35, beyond: 0.35, area: 0.5, aspect: 0.8, cut: 0.25 }

/**
 * Judges four lines as the rim of a card in a frame; null when they make no card's shape, or one that even with all
 * its edges seen scores no better than the given score.
 */
export function scoreQuad(sides: Sides, frame: Size, toBeat: number): ScoredQuad | null {
  const quad = cornersOf(sides)
  if (quad === null) return null
  const aspectError = aspectErrorOf(quad, sides)
  if (aspectError > MAX_ASPECT_ERROR || !isCardShaped(quad, frame)) return null
  const cutSides = sides.reduce((count, { kind }) => (kind === 'border' ? count + 1 : count), 0)
  const shape =
    WEIGHTS.area * Math.sqrt(quadArea(quad) / (frame.width * frame.height)) -
    WEIGHTS.aspect * aspectError -
    WEIGHTS.cut * cutSides
  // Thousands of quads are looked at: where the edges lie is asked of few.
  if (WEIGHTS.mean + WEIGHTS.weakest + shape <= toBeat) return null
  const [a, b, c, d] = quad
  const ends: [Point, Point][] = [
    [a, b],
    [b, c],
    [d, c],
    [a, d],
  ]
  const measured = sides.flatMap((side, i) => (side.kind === 'border' ? [] : [supportOf(side, ends[i])]))
  const support = meanOf(measured.map((side) => side.on))
  const beyond = meanOf(measured.map((side) => side.beyond))
  const weakest = Math.min(...measured.map((side) => side.on))
  const score = WEIGHTS.mean * support + WEIGHTS.weakest * weakest + shape - WEIGHTS.beyond * beyond
  return { quad, support, beyond, cutSides, score }
}

function cornersOf([top, right, bottom, left]: Sides): Quad | null {
  const a = crossing(top, left)
  const b = crossing(top, right)
  const c = crossing(bottom, right)
  const d = crossing(bottom, left)
  return a && b && c && d ? [a, b, c, d] : null
}

function crossing(a: EdgeLine, b: EdgeLine): Point | null {
  const determinant = a.normal.x * b.normal.y - a.normal.y * b.normal.x
  if (Math.abs(determinant) < MIN_CROSSING_SINE) return null
  return {
    x: (a.distance * b.normal.y - b.distance * a.normal.y) / determinant,
    y: (b.distance * a.normal.x - a.distance * b.normal.x) / determinant,
  }
}

/** Distance of the quad's shape from the nearest document's, natural logarithm of a factor; infinite for none. */
function aspectErrorOf(quad: Quad, [top, right, bottom, left]: Sides): number {
  const lengths = sideLengths(quad)
  const aspect = Math.log((lengths[0] + lengths[2]) / (lengths[1] + lengths[3]))
  if (left.kind === 'border' || right.kind === 'border') {
    return aspect < NARROWEST + Math.log(MIN_VISIBLE) ? Infinity : Math.max(0, aspect - WIDEST)
  }
  if (top.kind === 'border' || bottom.kind === 'border') {
    return aspect > WIDEST - Math.log(MIN_VISIBLE) ? Infinity : Math.max(0, NARROWEST - aspect)
  }
  return SHAPES.reduce((least, shape) => Math.min(least, Math.abs(Math.abs(aspect) - shape)), Infinity)
}

function isCardShaped(quad: Quad, frame: Size): boolean {
  const [top, right, bottom, left] = sideLengths(quad)
  return (
    quadArea(quad) >= MIN_AREA * frame.width * frame.height &&
    Math.max(top, bottom) <= MAX_SIDE_RATIO * Math.min(top, bottom) &&
    Math.max(left, right) <= MAX_SIDE_RATIO * Math.min(left, right) &&
    cornerSkew(quad) < MAX_CORNER_SKEW
  )
}

/** Share of a side that has an edge under it, and of the line just beyond its ends. */
function supportOf(line: EdgeLine, [from, to]: [Point, Point]): { on: number; beyond: number } {
  const begin = alongOf(line, from)
  const end = alongOf(line, to)
  const [low, high] = begin < end ? [begin, end] : [end, begin]
  const corner = (high - low) * CORNER_SHARE
  const reach = (high - low) * BEYOND_SHARE
  const before = shareOf(line, low - reach, low - corner / 2)
  const after = shareOf(line, high + corner / 2, high + reach)
  return { on: shareOf(line, low + corner, high - corner), beyond: (before + after) / 2 }
}

function alongOf(line: EdgeLine, point: Point): number {
  return line.normal.x * point.y - line.normal.y * point.x
}

/** Share of a stretch of the line that has a clear edge under it. */
function shareOf(line: EdgeLine, from: number, to: number): number {
  const last = line.support.length - 1
  const at = (along: number) => line.support[Math.max(0, Math.min(last, Math.round(along) + line.reach))]
  return Math.min(1, ((at(to) - at(from)) / Math.max(1, to - from)) * FULL_STRENGTH)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
