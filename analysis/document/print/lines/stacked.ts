import type { TextLine } from '../text-line.ts'
import { joinLines } from './join-lines.ts'

/** A row begins at most this far beside the one above it, and this far under its beginning, heights of that one. */
const MAX_ASIDE = 0.6
const DROP = { from: 0.7, to: 2 }

/** Each two lines that stand one under the other and begin alike, as one line: two last names have a row each on some cards. */
export function stacked(lines: readonly TextLine[]): TextLine[] {
  return lines.flatMap((line) => {
    const height = line.bottom - line.top
    const below = lines.filter(({ left, top }) => {
      const drop = top - line.top
      return (
        Math.abs(left - line.left) < MAX_ASIDE * height &&
        drop > DROP.from * height &&
        drop < DROP.to * height
      )
    })
    return below.map((other) => joinLines([line, other]))
  })
}
