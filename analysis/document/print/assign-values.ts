import type { FoundBy } from '../../../domain/document/print-facts.ts'
import { FILLER } from '../../mrz/format/mrz-characters.ts'
import type { LayoutField, LayoutSide } from '../layouts/layout.ts'
import { assignNumbered } from './_assign-numbered.ts'
import { labelHits, type PlacedLine } from './_label-hits.ts'
import { lettersOf } from './find-label.ts'
import { beginsInPlace } from './lines/begins-in-place.ts'
import { joinLines } from './lines/join-lines.ts'
import { sliceLine } from './lines/slice-line.ts'
import type { TextLine } from './text-line.ts'

/**
 * A line is a label when labels make up this much of its letters, or where all of them are misread labels this much: an
 * office of passports is none of their numbers.
 */
const LABEL_SHARE = 0.55
const MISREAD_LABEL_SHARE = 0.75
/** A value stands at most this far under its label, label heights. */
const MAX_DROP = 2.6
/** A value begins at most this far left of its label, shares of the card's width. */
const LEFT_TOLERANCE = 0.025
/** Lines stand in one row when their middles differ by less, line heights. */
const ROW_TOLERANCE = 0.6

/** Words of a name or a date stand at most this far apart, line heights: what follows is print beside it. */
const WORD_GAP = 2

/** The print that belongs to a field, as it was read. */
export interface AssignedValue {
  field: LayoutField
  line: TextLine
  /** What told that it is the field's. */
  by: FoundBy
}

/** The card's size, px. */
export interface CardSize {
  width: number
  height: number
}

/** Finds the print of each field: by its labels, and where they were not read by its place. Pieces of a zone are none. */
export function assignValues(side: LayoutSide, read: readonly TextLine[], card: CardSize): AssignedValue[] {
  const lines = read.filter(({ text }) => !text.includes(FILLER))
  if (side.labels === 'numbers') return assignNumbered(side, lines)
  const titles = titlesOf(side)
  const placed = lines.map((line) => {
    const isTitle = titles.includes(lettersOf(line.text).letters)
    return { line, hits: isTitle ? [] : labelHits(line.text, side.fields) }
  })
  const byLabel = side.labels === 'above' ? assignBelow(placed, card) : assignBeside(placed)
  const taken = new Set(byLabel.map(({ field }) => field))
  const values = placed.filter((one) => !isLabel(one)).map(({ line }) => line)
  const byPlace = side.fields
    .filter((field) => !taken.has(field) && field.place)
    .flatMap((field) => valuesIn(field, values, card).map((line) => ({ field, line, by: 'place' as const })))
  return [...byLabel, ...byPlace]
}

/** What a side is known by and no field is called: it may look like a label, as PASSPORT like Passeport n°. */
function titlesOf({ words, fields }: LayoutSide): string[] {
  const labels = fields.flatMap((field) => field.labels.map((label) => lettersOf(label).letters))
  return words.map((word) => lettersOf(word).letters).filter((title) => !labels.includes(title))
}

function isLabel({ line, hits }: PlacedLine): boolean {
  const letters = line.text.replace(/[^\p{L}\p{N}]/gu, '').length
  const share = hits.some(({ isExact }) => isExact) ? LABEL_SHARE : MISREAD_LABEL_SHARE
  return hits.reduce((sum, { length }) => sum + length, 0) >= share * letters && hits.length > 0
}

/** Labels over values: what stands under each label, up to the next label of its row. */
function assignBelow(placed: readonly PlacedLine[], card: CardSize): AssignedValue[] {
  const labels = placed
    .filter(isLabel)
    .flatMap(({ line, hits }) => hits.map((hit) => ({ ...hit, line, x: xAt(line, hit.from) })))
  const values = placed.filter((one) => !isLabel(one)).map(({ line }) => line)
  return labels.flatMap(({ field, line, x }) => {
    const height = line.bottom - line.top
    const rights = labels.filter(
      (other) =>
        other.field !== field && other.x > x && Math.abs(other.line.top - line.top) < height * ROW_TOLERANCE,
    )
    const left = x - LEFT_TOLERANCE * card.width
    const right = Math.min(card.width, ...rights.map((other) => other.x)) - LEFT_TOLERANCE * card.width
    const below = values
      .filter((value) => isUnder(value, line, field) && value.left < right && value.right > left)
      .sort((a, b) => a.top - b.top)
    const [first] = below
    if (first === undefined) return []
    const rows = below.filter(
      (value) =>
        value.top < first.bottom + ((field.lines ?? 1) - 1) * (first.bottom - first.top) &&
        (isSameRow(value, first) || Math.abs(value.left - first.left) < LEFT_TOLERANCE * card.width),
    )
    const row = rows.filter((value) => isSameRow(value, first))
    const inRow = (field.lines ?? 1) > 1 ? rows : ownRun(field, row)
    const cut = inRow.map((value) => cutToRange(value, left, right)).filter(({ text }) => text !== '')
    return cut.length === 0 ? [] : [{ field, line: joinLines(cut), by: 'label' }]
  })
}

/** What of a row is a field's: texts go on over gaps, other values do not. */
function ownRun({ kind }: LayoutField, row: readonly TextLine[]): TextLine[] {
  if (kind === 'place' || kind === 'text') return [...row]
  const runs = runsOf(row)
  const hasDigits = kind === 'date' || kind === 'number'
  return (hasDigits && runs.find((run) => run.some(({ text }) => /\d/.test(text)))) || (runs[0] ?? [])
}

/** The lines of a row from left to right, parted where a gap is. */
function runsOf(row: readonly TextLine[]): TextLine[][] {
  const runs: TextLine[][] = []
  for (const line of row.toSorted((a, b) => a.left - b.left)) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const height = Math.min(line.bottom - line.top, before ? before.bottom - before.top : 0)
    if (run && before && line.left - before.right <= WORD_GAP * height) run.push(line)
    else runs.push([line])
  }
  return runs
}

function isUnder(value: TextLine, label: TextLine, { lines = 1 }: LayoutField): boolean {
  const drop = (value.top + value.bottom - label.top - label.bottom) / 2
  return (
    drop > (label.bottom - label.top) * 0.45 && drop < (label.bottom - label.top) * (MAX_DROP + lines - 1)
  )
}

function isSameRow(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.top + a.bottom - b.top - b.bottom) / 2 < (b.bottom - b.top) * ROW_TOLERANCE
}

/** The words of a line whose middles stand between two columns; the whole line when it does. */
function cutToRange(line: TextLine, left: number, right: number): TextLine {
  const words = [...line.text.matchAll(/\S+/g)].filter(({ 0: word, index }) => {
    const middle = (xAt(line, index) + xAt(line, index + word.length - 1)) / 2
    return middle >= left && middle < right
  })
  const [first, last] = [words[0], words[words.length - 1]]
  return first && last ? sliceLine(line, first.index, last.index + last[0].length) : sliceLine(line, 0, 0)
}

function xAt(line: TextLine, index: number): number {
  if (index === 0) return line.left
  return line.left + (line.positions[index] ?? 1) * (line.right - line.left)
}

/** Labels before values: what follows in the line, else what stands right of it, and lines under that. */
function assignBeside(placed: readonly PlacedLine[]): AssignedValue[] {
  const free = placed.filter((one) => one.hits.length === 0).map((one) => one.line)
  return placed.flatMap((labelled) =>
    labelled.hits.flatMap((hit, i) => {
      const first = besideLabel(labelled, i, placed)
      if (!first) return []
      return [{ field: hit.field, line: withLinesUnder(first, free, hit.field.lines ?? 1), by: 'label' }]
    }),
  )
}

function besideLabel(
  { line, hits }: PlacedLine,
  at: number,
  placed: readonly PlacedLine[],
): TextLine | undefined {
  const hit = hits[at]
  const next = hits.slice(at + 1).find(({ from }) => from >= hit.to)
  const beyond = next ? [] : beforeNextLabel(line, placed)
  const rest = line.text.slice(hit.to, next?.from).replace(/^[\s:.)]+/, '')
  return rest.trim() === '' ? rightOf(line, beyond) : withWhatGoesOn(sliceOf(line, rest, hit.to), beyond)
}

/** A value that was cut after its label, and what of it the detector put into a line of its own. */
function withWhatGoesOn(value: TextLine, lines: readonly TextLine[]): TextLine {
  const height = value.bottom - value.top
  const beyond = lines.filter((line) => isSameRow(line, value) && line.right > value.right + height / 2)
  const whole = beyond.find((line) => line.left < value.left + height / 2)
  return whole ?? joinLines([value, ...beyond])
}

/** The lines without a label that stand left of the next one with a label in the row. */
function beforeNextLabel(label: TextLine, placed: readonly PlacedLine[]): TextLine[] {
  const nexts = placed.filter(
    ({ line, hits }) => hits.length > 0 && isSameRow(line, label) && line.left > label.left,
  )
  const end = Math.min(...nexts.map(({ line }) => line.left))
  return placed.flatMap(({ line, hits }) => (hits.length === 0 && line.left < end ? [line] : []))
}

function withLinesUnder(first: TextLine, free: readonly TextLine[], count: number): TextLine {
  if (count === 1) return first
  const height = first.bottom - first.top
  const under = free.filter(
    ({ top }) => top > first.top + height * ROW_TOLERANCE && top < first.bottom + (count - 1.4) * height,
  )
  return joinLines([first, ...under])
}

function sliceOf(line: TextLine, rest: string, from: number): TextLine {
  const at = line.text.indexOf(rest, from)
  return sliceLine(line, at, at + rest.length)
}

/** What stands right of a label in its row. */
function rightOf(label: TextLine, lines: readonly TextLine[]): TextLine | undefined {
  const row = lines.filter(
    (line) => isSameRow(line, label) && line.left > label.left + (label.right - label.left) / 2,
  )
  return row.length === 0 ? undefined : joinLines(row)
}

function valuesIn({ place }: LayoutField, lines: readonly TextLine[], card: CardSize): TextLine[] {
  if (!place) return []
  return lines.filter((line) => beginsInPlace(line, place, card)).sort((a, b) => a.top - b.top)
}
