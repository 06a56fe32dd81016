import type { TextLine } from '../text-line.ts'

/** Lines of one value as a single one, from top to bottom and left to right. */
export function joinLines(lines: readonly TextLine[]): TextLine {
  const [first, ...rest] = [...lines].sort(inReadingOrder)
  return rest.reduce(
    (joined, line) =>
      line.text === ''
        ? joined
        : {
            text: `${joined.text} ${line.text}`.trim(),
            confidence: Math.min(joined.confidence, line.confidence),
            positions: [],
            certainties: [...joined.certainties, ...line.certainties],
            left: Math.min(joined.left, line.left),
            top: Math.min(joined.top, line.top),
            right: Math.max(joined.right, line.right),
            bottom: Math.max(joined.bottom, line.bottom),
            isGlance: joined.isGlance || line.isGlance,
          },
    first,
  )
}

function inReadingOrder(a: TextLine, b: TextLine): number {
  const isOneRow = Math.abs(a.top - b.top) < (a.bottom - a.top) / 2
  return isOneRow ? a.left - b.left : a.top - b.top
}
