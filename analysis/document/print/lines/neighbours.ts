import type { TextLine } from '../text-line.ts'
import { joinLines } from './join-lines.ts'

/** Runs of one row belong together when they are this near, line heights: the space in a date that was read in two. */
const MAX_GAP = 1.2

/** Each two runs that stand in one row beside each other, as one line. */
export function neighbours(lines: readonly TextLine[]): TextLine[] {
  return lines.flatMap((line) => {
    const height = line.bottom - line.top
    const next = lines.filter((other) => {
      const gap = other.left - line.right
      return Math.abs(other.top - line.top) < height / 2 && gap > -height / 2 && gap < MAX_GAP * height
    })
    return next.filter((other) => other !== line).map((other) => joinLines([line, other]))
  })
}
