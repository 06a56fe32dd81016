import type { TextLine } from '../text-line.ts'

/** Part of a line between two indexes of its text, without spaces around, and where it stands. */
export function sliceLine(line: TextLine, from: number, to = line.text.length): TextLine {
  const part = line.text.slice(from, to)
  const start = from + part.length - part.trimStart().length
  const end = start + part.trim().length
  return {
    ...line,
    left: start === 0 ? line.left : between(line, start),
    right: end === line.text.length ? line.right : between(line, end),
    text: line.text.slice(start, end),
    positions: line.positions.slice(start, end),
    certainties: line.certainties.slice(start, end),
  }
}

/** Half-way between the character at an index and the one before it, px. */
function between({ left, right, positions }: TextLine, index: number): number {
  if (positions[index] === undefined || positions[index - 1] === undefined) return index === 0 ? left : right
  return left + ((positions[index - 1] + positions[index]) / 2) * (right - left)
}
