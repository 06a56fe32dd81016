import { lettersBetween } from '../../../../domain/document/letters-between.ts'
import { likenessOfName } from '../../../../domain/document/names/likeness-of-name.ts'
import type { NearValueName, PrintedField, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFields } from '../../../../domain/facts.ts'
import { NAME_SPELLINGS, nameWords } from '../../../../domain/name-words.ts'
import { zerosAndOnes } from '../../../mrz/format/zeros-and-ones.ts'
import type { TextLine } from '../text-line.ts'
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

/** All of the zone's but for a letter in five, or more than it has after them: states leave names out of zones. */
function areNearNames(text: string, firstNames: readonly string[]): boolean {
  const told = firstNames.join('').replace(/[^A-Z]/g, '')
  if (told === '') return false
  return NAME_SPELLINGS.some((spelling) => {
    const words = nameWords(text, spelling)
    return words.some((_, i) => likenessOfName(words.slice(0, i + 1).join(''), told) !== 'other')
  })
}

function isNearNumber(text: string, number: string): boolean {
  if (number.length < NUMBER_MINIMUM) return false
  const words = text.toUpperCase().split(/[^A-Z0-9]+/)
  return [...words, words.join('')].some(
    (word) => lettersBetween(zerosAndOnes(word), zerosAndOnes(number)) <= 1,
  )
}
