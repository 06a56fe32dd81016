import type { MrzFields } from '../../../../domain/facts.ts'
import type { LayoutField, LayoutSide } from '../../layouts/layout.ts'
import { beginsInPlace } from '../lines/begins-in-place.ts'
import { sliceValue } from '../lines/slice-value.ts'
import type { TextLine } from '../text-line.ts'
import { parseValue, type ValueSense } from './parse-value.ts'
import { spellsZone } from './spells-zone.ts'

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
