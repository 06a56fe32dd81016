import type { Box } from '../../../../domain/image.ts'
import { boxMiddle } from '../lines/box-middle.ts'
import type { TextLine } from '../text-line.ts'
import type { ToldValue } from './told-by-zone.ts'

/** Lines are in different rows from this far apart on, label heights. */
const MIN_DROP = 0.45
/** A label stands at most this far above its value, and begins at most this far from its left end, label heights. */
const MAX_DROP = 2.6
const MAX_ASIDE = 1
/** A label is at most this wide for each of its characters, heights: a wider one is of two fields. */
const MAX_PITCH = 0.5

/**
 * Whether what is printed in a box can only be the label of values that are told, of one or of more beside each other: it stands over
 * them, begins where the first begins, is no wider than their labels, and nothing else stands under it.
 */
export function isLabelOfTold(box: Box, told: readonly ToldValue[], boxes: readonly Box[]): boolean {
  const values = told.filter(({ line }) => isOver(box, line)).sort((a, b) => a.line.left - b.line.left)
  const [first] = values
  if (!first || Math.abs(first.line.left - box.x) > MAX_ASIDE * box.height) return false
  const most = values.reduce(
    (sum, { field }) => sum + Math.max(...field.labels.map(({ length }) => length)),
    0,
  )
  if (box.width > MAX_PITCH * most * box.height) return false
  const bottom = Math.max(...values.map(({ line }) => line.bottom))
  const under = boxes.filter((other) => {
    const middle = boxMiddle(other)
    const isBetween = middle > boxMiddle(box) + MIN_DROP * box.height && middle < bottom
    return isBetween && other.x < box.x + box.width && other.x + other.width > box.x
  })
  return under.every((other) => told.some(({ line }) => other.x === line.left && other.y === line.top))
}

/** Whether a label stands over a value, or over a part of it. */
export function isOver(label: Box, { left, top, right, bottom }: TextLine): boolean {
  const drop = (top + bottom) / 2 - boxMiddle(label)
  const isUnder = drop > MIN_DROP * label.height && drop < MAX_DROP * label.height
  return isUnder && left < label.x + label.width && right > label.x
}
