import { reconcileName } from '../../../../domain/document/names/reconcile-name.ts'
import type { PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFields } from '../../../../domain/facts.ts'
import { saysTheSame } from './rate-field.ts'

/** Fields that labels of any state name in like words: dates, numbers, and names of two scripts, of two rows or of birth. */
const MISTAKABLE: readonly (PrintedName & keyof MrzFields)[] = [
  'lastName',
  'firstNames',
  'birthDate',
  'expiryDate',
  'documentNumber',
]

/** Whether what a label told is not the zone's: where labels alone tell it is another field's if the zone's stands elsewhere. */
export function mayBeOfAnother(name: PrintedName, fields: PrintFacts['fields'], zone: MrzFields): boolean {
  const field = fields[name]
  const told = MISTAKABLE.find((one) => one === name)
  if (!told || field === undefined || zone[told] === null) return false
  const value = name === 'lastName' ? reconcileName(String(field.value), zone.lastName) : field.value
  return !saysTheSame(name, value, zone)
}
