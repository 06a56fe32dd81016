import { lettersBetween } from '../../../../domain/document/letters-between.ts'
import { LETTERS_PER_MISREADING } from '../../../../domain/document/names-in-line.ts'
import type { NearValueName, PrintedField, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFields } from '../../../../domain/facts.ts'
import { NAME_SPELLINGS, nameWords } from '../../../../domain/name-words.ts'
import type { TextLine } from '../text-line.ts'
import { plainNumber } from './reconcile-number.ts'
import { printedField } from './values-of.ts'

/** Characters of a number from which on one of them may be misread. */
const NUMBER_MINIMUM = 6

/** What print says nearly as a zone does, for first names and a number that stand nowhere as the zone has them; null where nothing does. */
export function nearValues(
  lines: readonly TextLine[],
  { zone, missing }: { zone: MrzFields; missing: (name: NearValueName) => boolean },
): NonNullable<PrintFacts['nearValues']> | null {
  const told: [NearValueName, (text: string) => boolean][] = [
    ['firstNames', (text) => areNearNames(text, zone.firstNames)],
    ['documentNumber', (text) => isNearNumber(text, zone.documentNumber ?? '')],
  ]
  const found = told.flatMap(([name, isNear]): [NearValueName, PrintedField][] => {
    const line = missing(name) ? lines.find((one) => !one.isGlance && isNear(one.text)) : undefined
    return line ? [[name, printedField(line.text, line, 'zone')]] : []
  })
  return found.length === 0 ? null : Object.fromEntries(found)
}

function areNearNames(text: string, firstNames: readonly string[]): boolean {
  const told = firstNames.join('').replace(/[^A-Z]/g, '')
  const most = Math.floor(told.length / LETTERS_PER_MISREADING)
  return NAME_SPELLINGS.some(
    (spelling) => lettersBetween(nameWords(text, spelling).join(''), told) <= most && told !== '',
  )
}

function isNearNumber(text: string, number: string): boolean {
  if (number.length < NUMBER_MINIMUM) return false
  const words = text.toUpperCase().split(/[^A-Z0-9]+/)
  return [...words, words.join('')].some(
    (word) => lettersBetween(plainNumber(word), plainNumber(number)) <= 1,
  )
}
