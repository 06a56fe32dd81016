import type { LayoutField } from '../../layouts/layout.ts'
import type { TextLine } from '../text-line.ts'
import { endOfLastName, parseValue, type ValueSense } from '../values/parse-value.ts'
import { sliceLine } from './slice-line.ts'

/**
 * What of a line spells the value that it was read for: of a date its words alone, of both names the last one; the whole line
 * for other kinds, and where it is not known which letter stands where.
 */
export function sliceValue(line: TextLine, field: LayoutField, sense: ValueSense): TextLine {
  if (!isPlaced(line)) return line
  if (field.kind === 'full-name') return sliceLine(line, 0, endOfLastName(line.text))
  return field.kind === 'date' ? sliceDate(line, field, sense) : line
}

/** The first names of a line that begins with the last name. */
export function sliceFirstNames(line: TextLine): TextLine {
  if (!isPlaced(line)) return line
  const [before] = line.text.slice(endOfLastName(line.text)).match(/^[\s,]*/) ?? ['']
  return sliceLine(line, endOfLastName(line.text) + before.length)
}

function sliceDate(line: TextLine, field: LayoutField, sense: ValueSense): TextLine {
  const words = [...line.text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }))
  const value = parseValue(field, line.text, sense)
  const says = (from: number, to: number) =>
    parseValue(field, line.text.slice(words[from].from, words[to].to), sense) === value
  let [from, to] = [0, words.length - 1]
  if (value === null) return line
  while (to > from && says(from, to - 1)) to--
  while (to > from && says(from + 1, to)) from++
  return sliceLine(line, words[from].from, words[to].to)
}

/** Lines that were joined do not know where each letter stands. */
function isPlaced({ text, positions }: TextLine): boolean {
  return positions.length === text.length
}
