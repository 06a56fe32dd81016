import type { Box, Image } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import type { LayoutSide } from '../layouts/layout.ts'
import { labelHits } from './_label-hits.ts'
import { readLine } from './read-lines.ts'
import type { TextLine } from './text-line.ts'
import { parseValue } from './values/parse-value.ts'

/** A single letter in its line, heights wide. */
const LETTER_WIDTH = 1.8
/** A line over a letter is at least this high, of the height of the letter's row. */
const COVERED_HEIGHT = 0.75
/** Classes of licences, of which the detector sees those of two letters. */
const CLASSES = /^(AM|A1|A2|B1|C1|BE|C1E|D1)$/
const DATE = /\d{2}[., ]\d{2}[., ]\d{4}/

/**
 * Reads single letters where the layout says that one stands: the detector of print passes over them. Gives the lines
 * that are not among those read before.
 */
export async function probeLetters(
  engine: Engine,
  card: Image,
  { side, lines }: { side: LayoutSide; lines: readonly TextLine[] },
): Promise<TextLine[]> {
  const boxes = side.labels === 'numbers' ? classBoxes(lines) : genderBoxes(side, lines)
  const free = boxes.filter((box) => !lines.some((line) => isCovered(box, line) || isGenderIn(box, line)))
  const read: TextLine[] = []
  for (const box of free) read.push(await readLine(engine, card, { box, care: 'full' }))
  return read.filter(({ text }) => text.trim() !== '')
}

/** Under or beside the label of the gender, in the height of what stands in its row. */
function genderBoxes(side: LayoutSide, lines: readonly TextLine[]): Box[] {
  const fields = side.fields.filter(({ kind }) => kind === 'gender')
  return lines.flatMap((line) => {
    const [hit] = labelHits(line.text, fields)
    if (!hit) return []
    const height = line.bottom - line.top
    if (side.labels === 'before') {
      return [{ x: line.right, y: line.top, width: LETTER_WIDTH * height, height }]
    }
    const x = line.left + (line.positions[hit.from] ?? 0) * (line.right - line.left)
    const row = lines.find(({ top }) => top > line.top + height * 0.6 && top < line.top + height * 2)
    return row ? [letterBox(x, row)] : []
  })
}

/** In the column of classes, left of each date. */
function classBoxes(lines: readonly TextLine[]): Box[] {
  const column = lines.find(({ text }) => CLASSES.test(text.trim()))
  if (!column) return []
  return lines.filter(({ text }) => DATE.test(text)).map((line) => letterBox(column.left, line))
}

function letterBox(x: number, row: TextLine): Box {
  const height = row.bottom - row.top
  return { x: x - height * 0.15, y: row.top, width: LETTER_WIDTH * height, height }
}

/** Whether the gender was read there already, in a row of its own height. */
function isGenderIn({ x, y, width, height }: Box, { text, left, top, right, bottom }: TextLine): boolean {
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2]
  const isInside = middleX > x && middleX < x + width && middleY > y && middleY < y + height
  return isInside && parseValue({ name: 'gender', kind: 'gender', labels: [] }, text, { today: '' }) !== null
}

function isCovered(box: Box, line: TextLine): boolean {
  // What is much lower than its row is part of the letter.
  if (line.bottom - line.top < COVERED_HEIGHT * box.height) return false
  const middle = { x: box.x + box.width * 0.3, y: box.y + box.height / 2 }
  return middle.x > line.left && middle.x < line.right && middle.y > line.top && middle.y < line.bottom
}
