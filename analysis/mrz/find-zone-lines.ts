import type { Point } from '../../domain/image.ts'
import type { TextBox } from '../text/text-box.ts'

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
/** Line spacing of a zone in line heights: 6.35 mm over boxes of about 3 to 5 mm (ICAO 9303-3 §4.2). */
const MIN_SPACING = 0.75
const MAX_SPACING = 2.6
/** Most lines that a zone has (ICAO 9303-5). */
const MAX_LINES = 3

/** Long lines looked at at most: a bound on time. */
const MAX_CANDIDATES = 24

/**
 * The boxes of what may be a machine readable zone, its lines from top to bottom: stacks of two or three long,
 * parallel, equally wide lines, the longest first. Pieces of a line that was found broken are joined.
 */
export function findZoneLines(boxes: readonly TextBox[]): TextBox[][] {
  const lines = joinPieces(boxes)
    .filter((box) => box.width >= MIN_LINE_ASPECT * box.height)
    .sort((a, b) => b.width - a.width)
    .slice(0, MAX_CANDIDATES)
  const stacks: TextBox[][] = []
  const isTaken = new Set<TextBox>()
  for (const line of lines) {
    if (isTaken.has(line)) continue
    const stack = stackAround(
      line,
      lines.filter((other) => !isTaken.has(other)),
    )
    if (stack.length < 2) continue
    for (const member of stack) isTaken.add(member)
    stacks.push(sameEnds(stack))
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

/** The lines above and below one that belong to its zone, from top to bottom. */
function stackAround(seed: TextBox, lines: readonly TextBox[]): TextBox[] {
  const stack = [seed]
  for (let grown = true; grown && stack.length < MAX_LINES; ) {
    grown = false
    for (const line of lines) {
      if (stack.includes(line) || stack.length >= MAX_LINES) continue
      if (!stack.every((member) => isParallel(member, line)) || !stack.some((member) => isNext(member, line)))
        continue
      stack.push(line)
      grown = true
    }
  }
  return stack.sort((a, b) => offset(seed, a.center).across - offset(seed, b.center).across)
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
  const { along } = offset(a, b.center)
  const overlap = (a.width + b.width) / 2 - Math.abs(along)
  return (
    Math.abs(a.angle - b.angle) < MAX_ANGLE_BETWEEN &&
    Math.min(overlap, a.width, b.width) >= MIN_OVERLAP * Math.max(a.width, b.width)
  )
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
