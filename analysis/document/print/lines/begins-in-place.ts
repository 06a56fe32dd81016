import type { Place } from '../../layouts/layout.ts'
import type { TextLine } from '../text-line.ts'

/** Whether a line begins in a place of a card, at the middle of its height. */
export function beginsInPlace(
  { left, top, bottom }: TextLine,
  [from, over, to, under]: Place,
  { width, height }: { width: number; height: number },
): boolean {
  const [x, y] = [left / width, (top + bottom) / 2 / height]
  return x >= from && x < to && y >= over && y < under
}
