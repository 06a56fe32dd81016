import { isSameName } from '../../../../domain/document/names/reconcile-name.ts'
import type { FoundBy, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFields } from '../../../../domain/facts.ts'
import { plainNumber } from '../../../../server/checks/rules/print/plain-number.ts'

/** Fields that are printed on most documents and that their zones tell. */
const COMPARED = ['lastName', 'firstNames', 'birthDate', 'gender', 'expiryDate', 'documentNumber'] as const

/** A field that is printed on most documents and that their zone tells. */
export type ComparedName = (typeof COMPARED)[number]

/** A field by whether the print of it says what the labelled zone says. */
export interface ComparedPrint {
  name: ComparedName
  outcome: 'same' | 'other' | 'not read'
  read: string | null
  by: FoundBy | null
}

/** Every field that a labelled zone tells beside the print, of which none is read where the layout was not known. */
export function comparePrint(print: PrintFacts | null, zone: MrzFields): ComparedPrint[] {
  return COMPARED.flatMap((name): ComparedPrint[] => {
    const told = zone[name]
    if (told === null || told.length === 0) return []
    const field = print?.fields[name]
    if (!field) return [{ name, outcome: 'not read', read: null, by: null }]
    const read = [field.value].flat().join(' ')
    const outcome = isSame(name, read, [told].flat().join(' ')) ? 'same' : 'other'
    return [{ name, outcome, read, by: field.by ?? null }]
  })
}

/** Zones cut long names and have no marks; letters that look like digits are told apart by places in zones alone. */
function isSame(name: ComparedName, read: string, zone: string): boolean {
  if (name === 'documentNumber') return plainNumber(read) === plainNumber(zone)
  if (name === 'lastName' || name === 'firstNames') return isSameName(read, zone)
  return read === zone
}
