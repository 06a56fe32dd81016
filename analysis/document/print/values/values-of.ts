import type { PrintedField, PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { AssignedValue } from '../assign-values.ts'
import { sliceFirstNames, sliceValue } from '../lines/slice-value.ts'
import { parseFirstOfFullName, parseValue, type ValueSense } from './parse-value.ts'
import { certaintyOf } from './rate-field.ts'
import type { ToldValue } from './told-by-zone.ts'

/** What is printed of each field, the first line that gives a value for it. */
export function valuesOf(assigned: readonly AssignedValue[], sense: ValueSense): PrintFacts['fields'] {
  const fields: Partial<Record<PrintedName, PrintedField>> = {}
  for (const { field, line, by } of assigned) {
    const value = parseValue(field, line.text, sense)
    if (field.name !== null && value !== null)
      fields[field.name] ??= printedField(value, sliceValue(line, field, sense), by)
    const firstNames = field.kind === 'full-name' ? parseFirstOfFullName(line.text) : null
    if (firstNames) fields.firstNames ??= printedField(firstNames, sliceFirstNames(line), by)
  }
  return fields
}

/** Values that their places and the zone tell: both together are as sure as a label. */
export function toldFields(told: readonly ToldValue[], sense: ValueSense): PrintFacts['fields'] {
  const labelled = valuesOf(
    told.map((one) => ({ ...one, by: 'label' })),
    sense,
  )
  return Object.fromEntries(
    Object.entries(labelled).map(([name, field]) => [name, { ...field, by: 'place' }]),
  )
}

/** A value with the line that it was read from. */
export function printedField(
  value: string | string[],
  line: AssignedValue['line'],
  by: AssignedValue['by'],
): PrintedField {
  const { left, top, right, bottom, text } = line
  const box = { x: left, y: top, width: right - left, height: bottom - top }
  return { value, raw: text, confidence: certaintyOf(line, by), box, framesAgreeing: 1, by }
}
