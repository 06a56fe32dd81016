import { firstNamesAs } from '../../../../domain/document/names/names-in-line.ts'
import { reconcileName } from '../../../../domain/document/names/reconcile-name.ts'
import type { PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFields } from '../../../../domain/facts.ts'
import { rateByZone } from './rate-field.ts'
import { reconcileNumber } from './reconcile-number.ts'

/** Fields with the letters of their names that the zone tells of, and surer where it says the same. */
export function agreeWithZone(fields: PrintFacts['fields'], zone: MrzFields): PrintFacts['fields'] {
  const rated = Object.entries(reconcile(fields, zone)).map(([name, field]) => [
    name,
    rateByZone(name as PrintedName, field, zone),
  ])
  return Object.fromEntries(rated)
}

/** Gives names the letters and a number the digits back that the zone tells of; nothing else is changed by it. */
function reconcile(fields: PrintFacts['fields'], zone: MrzFields): PrintFacts['fields'] {
  const { lastName, firstNames, documentNumber } = fields
  return {
    ...fields,
    ...(lastName && {
      lastName: { ...lastName, value: reconcileName(String(lastName.value), zone.lastName) },
    }),
    ...(firstNames && {
      firstNames: { ...firstNames, value: reconcileAll(firstNames.value, zone.firstNames) },
    }),
    ...(documentNumber && {
      documentNumber: {
        ...documentNumber,
        value: reconcileNumber(String(documentNumber.value), zone.documentNumber),
      },
    }),
  }
}

function reconcileAll(read: string | string[], zone: readonly string[]): string[] {
  const names = typeof read === 'string' ? [read] : read
  return firstNamesAs(names, zone) ?? names.map((name, i) => (zone[i] ? reconcileName(name, zone[i]) : name))
}
