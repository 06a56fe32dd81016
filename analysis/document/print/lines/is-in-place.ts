import type { Place } from '../../layouts/layout.ts'
import type { TextLine } from '../text-line.ts'

/** Whether the middle of what is printed stands in a place of a card. */
export function isInPlace(
  line: Pick<TextLine, 'left' | 'top' | 'right' | 'bottom'>,
  place: Place | undefined,
  { width, height }: { width: number; height: number },
): boolean {
  if (!place) return false
  const [left, top, right, bottom] = place
  const [x, y] = [(line.left + line.right) / 2 / width, (line.top + line.bottom) / 2 / height]
  return x > left && x < right && y > top && y < bottom
}
