import type { PrintedField, PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../../domain/facts.ts'
import { NAME_SPELLINGS, nameWords } from '../../../../domain/name-words.ts'
import { plainNumber } from './plain-number.ts'

/** How a printed field compares with the zone's. */
export type Likeness = 'same' | 'near' | 'other'

/** A printed field that the zone tells too. */
export interface ComparedField {
  name: PrintedName
  likeness: Likeness
  field: PrintedField
}

type Told = [name: PrintedName, value: string | null, compare: (read: string, zone: string) => Likeness]

/** What of the print the zone tells too, and whether both say the same. */
export function compareWithZone(print: Pick<PrintFacts, 'fields'>, mrz: MrzFacts): ComparedField[] {
  return told(mrz).flatMap(([name, value, compare]) => {
    const field = print.fields[name]
    if (!field || value === null) return []
    const read = typeof field.value === 'string' ? field.value : (field.value[0] ?? '')
    return [{ name, likeness: compare(read, value), field }]
  })
}

/** How many fields the zone tells that documents print. */
export function countToldByZone(mrz: MrzFacts): number {
  return told(mrz).filter(([, value]) => value !== null).length
}

/** What documents print and their zones have. */
function told({ format, fields: zone }: MrzFacts): Told[] {
  return [
    ['lastName', zone.lastName, compareNames],
    ['firstNames', zone.firstNames[0] ?? null, compareNames],
    ['birthDate', zone.birthDate, compareExactly],
    ['expiryDate', format === 'FR-2x36' ? null : zone.expiryDate, compareExactly],
    ['documentNumber', zone.documentNumber, compareNumbers],
  ]
}

function compareExactly(read: string, zone: string): Likeness {
  return read === zone ? 'same' : 'other'
}

function compareNumbers(read: string, zone: string): Likeness {
  return plainNumber(read) === plainNumber(zone) ? 'same' : 'other'
}

/** Zones cut long names; print may be misread by a letter, or its spaces lost. */
function compareNames(read: string, zone: string): Likeness {
  const name = zone.replaceAll(/[^A-Z]/g, '')
  const spelled = NAME_SPELLINGS.map((spelling) => nameWords(read, spelling).join(''))
  if (spelled.some((one) => one === name || (name.length > 3 && one.startsWith(name)))) return 'same'
  return spelled.some((one) => lettersApart(one, name) <= Math.ceil(name.length / 5)) ? 'near' : 'other'
}

/** How many places differ, and by how much the lengths do. */
function lettersApart(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  let apart = Math.max(a.length, b.length) - shared
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) apart++
  return apart
}
