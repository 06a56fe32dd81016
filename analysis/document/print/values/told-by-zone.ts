import type { MrzFields } from '../../../../domain/facts.ts'
import type { Box } from '../../../../domain/image.ts'
import type { LayoutField, LayoutSide } from '../../layouts/layout.ts'
import { beginsInPlace } from '../lines/begins-in-place.ts'
import { boxMiddle } from '../lines/box-middle.ts'
import { sliceValue } from '../lines/slice-value.ts'
import type { TextLine } from '../text-line.ts'
import { parseValue, type ValueSense } from './parse-value.ts'
import { spellsZone } from './spells-zone.ts'

/** Lines are in different rows from this far apart on, label heights. */
const MIN_DROP = 0.45
/** A label stands at most this far above its value, and begins at most this far from its left end, label heights. */
const MAX_DROP = 2.6
const MAX_ASIDE = 1
/** A label is at most this wide for each of its characters, heights: a wider one is of two fields. */
const MAX_PITCH = 0.5

/** A value that stands where its layout has it and says what the zone says. */
export interface ToldValue {
  field: LayoutField
  line: TextLine
}

/** The values of a side that the zone tells and that stand in their places: each in one line alone. */
export function toldByZone(
  { fields }: LayoutSide,
  lines: readonly TextLine[],
  told: { zone: MrzFields; card: { width: number; height: number } } & ValueSense,
): ToldValue[] {
  return fields.flatMap((field) => {
    const { place } = field
    if (!place) return []
    const [line, second] = lines.filter(
      (one) =>
        beginsInPlace(one, place, told.card) &&
        isAlone(field, one, told) &&
        spellsZone(field, one.text, told),
    )
    return line && !second ? [{ field, line }] : []
  })
}

/** Whether a line has nothing beside the value: what else stands in it may be another field's. */
export function isAlone(field: LayoutField, line: TextLine, sense: ValueSense): boolean {
  if (field.kind === 'number') {
    const value = parseValue(field, line.text, sense)
    return value !== null && value.length === line.text.replace(/[^\p{L}\p{N}]/gu, '').length
  }
  return sliceValue(line, field, sense).text.trim() === line.text.trim()
}

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
