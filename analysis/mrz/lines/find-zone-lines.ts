import type { Point } from '../../../domain/image.ts'
import type { TextBox } from '../../text/text-box.ts'

/** A line of a zone has at least 30 characters of fixed pitch: it is at least this many times wider than high. */
const MIN_LINE_ASPECT = 11
/** Lines of one zone are parallel within this, radians. */
const MAX_ANGLE_BETWEEN = 0.05
/** Pieces of one line lie on one axis within this share of their height. */
const MAX_PIECE_OFFSET = 0.45
/** Pieces of one line are apart by at most this many heights. */
const MAX_PIECE_GAP = 3
/** Lines of one zone overlap along the text at least by this share of the longer. */
const MIN_OVERLAP = 0.85
/** A line whose fillers were not found begins with the others, within this many heights, and is this share as long. */
const MAX_INDENT = 0.8
const MIN_REMNANT = 0.35
/** Line spacing of a zone in line heights: 6.35 mm over boxes of about 3 to 5 mm (ICAO 9303-3 §4.2). */
const MIN_SPACING = 0.75
const MAX_SPACING = 2.6
/** Most lines that a zone has (ICAO 9303-5), and most that are taken for one stack with print above it. */
const MAX_LINES = 3
const MAX_STACK = 5

/** Long lines looked at at most: a bound on time. */
const MAX_CANDIDATES = 24

/**
 * The boxes of what may be a machine readable zone, its lines from top to bottom: stacks of two or three long,
 * parallel, equally wide lines, the longest first. Pieces of a line that was found broken are joined.
 */
export function findZoneLines(boxes: readonly TextBox[]): TextBox[][] {
  const lines = joinPieces(boxes)
    .sort((a, b) => b.width - a.width)
    .slice(0, MAX_CANDIDATES)
  const stacks: TextBox[][] = []
  const isTaken = new Set<TextBox>()
  for (const line of lines) {
    if (isTaken.has(line) || line.width < MIN_LINE_ASPECT * line.height) continue
    const stack = stackAround(
      line,
      lines.filter((other) => !isTaken.has(other)),
    )
    if (stack.length < 2) continue
    for (const member of stack) isTaken.add(member)
    stacks.push(sameEnds(stack.slice(-MAX_LINES)))
    // Print of a zone's length may stand above it; which end is above is not known yet.
    if (stack.length > MAX_LINES) stacks.push(sameEnds(stack.slice(0, MAX_LINES)))
  }
  return stacks
}

function joinPieces(boxes: readonly TextBox[]): TextBox[] {
  const joined: TextBox[] = []
  for (const box of [...boxes].sort((a, b) => b.width - a.width)) {
    const index = joined.findIndex((line) => isContinued(line, box))
    if (index < 0) joined.push(box)
    else joined[index] = join(joined[index], box)
  }
  return joined
}

/** Whether a shorter box goes on where a line ends. */
function isContinued(line: TextBox, piece: TextBox): boolean {
  if (piece.height > 1.6 * line.height || line.height > 1.8 * piece.height) return false
  const isSquare = piece.width < 3 * piece.height
  if (!isSquare && Math.abs(line.angle - piece.angle) > MAX_ANGLE_BETWEEN) return false
  const { along, across } = offset(line, piece.center)
  const gap = Math.abs(along) - (line.width + piece.width) / 2
  return (
    Math.abs(across) < MAX_PIECE_OFFSET * line.height &&
    gap < MAX_PIECE_GAP * line.height &&
    gap > -line.height
  )
}

function join(line: TextBox, piece: TextBox): TextBox {
  const { along } = offset(line, piece.center)
  const left = Math.min(-line.width / 2, along - piece.width / 2)
  const right = Math.max(line.width / 2, along + piece.width / 2)
  return { ...line, center: pointAt(line, (left + right) / 2), width: right - left }
}

/**
 * The lines above and below one that belong to its zone, from top to bottom: those as long as it first, then those
 * that only begin with it, for fillers are sometimes not found, and where there is none those that only end with it.
 */
function stackAround(seed: TextBox, lines: readonly TextBox[]): TextBox[] {
  const stack = [seed]
  grow(stack, lines, isAsLong)
  if (stack.length < MAX_LINES) grow(stack, lines, beginsAlike)
  if (stack.length < 2) grow(stack, lines, endsAlike)
  return stack.sort((a, b) => offset(seed, a.center).across - offset(seed, b.center).across)
}

type Kinship = (seed: TextBox, line: TextBox) => boolean

function grow(stack: TextBox[], lines: readonly TextBox[], isKin: Kinship): void {
  const [seed] = stack
  const kin = lines.filter((line) => line !== seed && isParallel(seed, line) && isKin(seed, line))
  for (let before = 0; before !== stack.length; ) {
    before = stack.length
    const next = kin.find((line) => !stack.includes(line) && stack.some((member) => isNext(member, line)))
    if (next && stack.length < MAX_STACK) stack.push(next)
  }
}

/** Lines of a zone are equally long: a shorter one has lost fillers at its end. */
function sameEnds(stack: readonly TextBox[]): TextBox[] {
  return stack.map((line) => {
    const spans = stack.map((other) => ({ along: offset(line, other.center).along, half: other.width / 2 }))
    const left = Math.min(...spans.map(({ along, half }) => along - half))
    const right = Math.max(...spans.map(({ along, half }) => along + half))
    return { ...line, center: pointAt(line, (left + right) / 2), width: right - left }
  })
}

function isParallel(a: TextBox, b: TextBox): boolean {
  return Math.abs(a.angle - b.angle) < MAX_ANGLE_BETWEEN
}

function isAsLong(seed: TextBox, line: TextBox): boolean {
  const overlap = (seed.width + line.width) / 2 - Math.abs(offset(seed, line.center).along)
  return Math.min(overlap, seed.width, line.width) >= MIN_OVERLAP * Math.max(seed.width, line.width)
}

function beginsAlike(seed: TextBox, line: TextBox): boolean {
  return isAligned(seed, line, -1)
}

/** The same of a card that lies upside down: its lines begin on the right. */
function endsAlike(seed: TextBox, line: TextBox): boolean {
  return isAligned(seed, line, 1)
}

function isAligned(seed: TextBox, line: TextBox, side: -1 | 1): boolean {
  const indent = offset(seed, line.center).along + (side * (line.width - seed.width)) / 2
  return Math.abs(indent) < MAX_INDENT * seed.height && line.width > MIN_REMNANT * seed.width
}

function isNext(a: TextBox, b: TextBox): boolean {
  const height = (a.height + b.height) / 2
  const spacing = Math.abs(offset(a, b.center).across)
  return spacing > MIN_SPACING * height && spacing < MAX_SPACING * height
}

/** Where a point lies from a box's centre, along and across its text, px. */
function offset(box: TextBox, point: Point): { along: number; across: number } {
  const dx = point.x - box.center.x
  const dy = point.y - box.center.y
  const cosine = Math.cos(box.angle)
  const sine = Math.sin(box.angle)
  return { along: dx * cosine + dy * sine, across: dy * cosine - dx * sine }
}

function pointAt(box: TextBox, along: number): Point {
  return { x: box.center.x + along * Math.cos(box.angle), y: box.center.y + along * Math.sin(box.angle) }
}
