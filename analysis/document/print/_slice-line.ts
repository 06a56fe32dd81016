import type { TextLine } from './text-line.ts'

/** Part of a line between two indexes of its text, without spaces around; where it stands is that of the whole line. */
export function sliceLine(line: TextLine, from: number, to = line.text.length): TextLine {
  const part = line.text.slice(from, to)
  const start = from + part.length - part.trimStart().length
  const end = start + part.trim().length
  return {
    ...line,
    text: line.text.slice(start, end),
    positions: line.positions.slice(start, end),
    certainties: line.certainties.slice(start, end),
  }
}
