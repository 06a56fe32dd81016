import type { LayoutField, LayoutSide } from '../layouts/layout.ts'
import { joinLines } from './lines/join-lines.ts'
import { sliceLine } from './lines/slice-line.ts'
import type { TextLine } from './text-line.ts'

/** Numbers of fields as they begin a value (Directive 2006/126/EC, annex I, 2), with what they are misread as. */
const NUMBER = /(?:^|\s)(4\s?[aàáâäbcd]|[1Il|](?=\s?[.,])|1[0-2]|[2-9])\s?(?:[.,:·]\s?|\s(?=\S))/giu
/** A line that begins with a date, whose day is no number of a field. */
const DATE = /^\d{2}[.,/ ]\s?\d{2}[.,/ ]\s?\d{4}/
/** Numbers of the side of portraits go only so high. */
const ONE_READ_AS = /^[Il|]$/
/** Lines stand in one row when their middles differ by less, line heights. */
const ROW_TOLERANCE = 0.6

interface NumberedText {
  number: string
  line: TextLine
}

/** Finds the print after each number, and in the table of classes that of the row named. */
export function assignNumbered(
  side: LayoutSide,
  lines: readonly TextLine[],
): { field: LayoutField; line: TextLine; by: 'label' }[] {
  const numbered = lines.flatMap((line) => numbersOf(line, lines))
  return side.fields.flatMap((field) => {
    const [label] = field.labels
    const [row, column] = label.split(':')
    if (column !== undefined)
      return inTable(lines, row, column).map((line) => ({ field, line, by: 'label' as const }))
    return numbered
      .filter(({ number }) => number === label)
      .map(({ line }) => ({ field, line, by: 'label' as const }))
  })
}

/** The numbers in a line, each with the text up to the next, or with what stands right of it. */
function numbersOf(line: TextLine, lines: readonly TextLine[]): NumberedText[] {
  const found = [...line.text.matchAll(NUMBER)].filter(
    ({ index, 1: number }) => (index === 0 && !DATE.test(line.text)) || /^4\s?\D/.test(number),
  )
  return found.flatMap((match, i) => {
    const from = match.index + match[0].length
    const value = sliceLine(line, from, found[i + 1]?.index)
    const number = plain(match[1])
    if (value.text !== '') return [{ number, line: value }]
    const right = rightOf(line, lines)
    return right ? [{ number, line: right }] : []
  })
}

function plain(number: string): string {
  if (ONE_READ_AS.test(number)) return '1'
  return number
    .normalize('NFD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase()
}

function rightOf(label: TextLine, lines: readonly TextLine[]): TextLine | undefined {
  return lines
    .filter((line) => isSameRow(line, label) && line.left > label.right - (label.bottom - label.top))
    .sort((a, b) => a.left - b.left)[0]
}

function isSameRow(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.top + a.bottom - b.top - b.bottom) / 2 < (b.bottom - b.top) * ROW_TOLERANCE
}

/** The dates in the row of a class: the first is that of column 10, the second of column 11. */
function inTable(lines: readonly TextLine[], row: string, column: string): TextLine[] {
  const head = lines.find(({ text }) => text.trim() === row)
  if (!head) return []
  const cells = lines.filter((line) => line.left > head.right && isSameRow(line, head))
  if (cells.length === 0) return []
  const joined = joinLines(cells)
  const dates = joined.text.match(/\d{1,2}[.,/ ]\s?\d{1,2}[.,/ ]\s?\d{2,4}/g) ?? []
  const text = dates[column === '10' ? 0 : 1]
  return text === undefined ? [] : [{ ...joined, text }]
}
