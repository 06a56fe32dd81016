import { firstNamesAs } from '../../../../domain/document/names/names-in-line.ts'
import { reconcileName } from '../../../../domain/document/names/reconcile-name.ts'
import { saysBirthDate } from '../../../../domain/document/says-birth-date.ts'
import type { MrzFields } from '../../../../domain/facts.ts'
import type { LayoutField } from '../../layouts/layout.ts'
import { parseValue, type ValueSense } from './parse-value.ts'
import { saysTheSame } from './rate-field.ts'
import { reconcileNumber } from './reconcile-number.ts'

/** Whether a text is a field's value as the zone tells it. */
export function spellsZone(
  field: LayoutField,
  text: string,
  { zone, ...sense }: { zone: MrzFields } & ValueSense,
): boolean {
  const value = parseValue(field, text, sense)
  if (value === null || field.name === null) return false
  if (field.name === 'lastName')
    return saysTheSame('lastName', reconcileName(String(value), zone.lastName), zone)
  if (field.name === 'birthDate') return saysBirthDate(String(value), zone.birthDate)
  if (field.name === 'documentNumber')
    return reconcileNumber(String(value), zone.documentNumber) === zone.documentNumber
  if (field.name !== 'firstNames') return saysTheSame(field.name, value, zone)
  return firstNamesAs([value].flat(), zone.firstNames) !== null
}
