import type { MrzFacts, MrzFormat } from '../../facts.ts'

/** Where a name stands in a zone, and how many fillers part it from the next. */
interface NameField {
  line: number
  from: number
  to: number
  fillers: number
}

/** Both names in one field, after the code and the state (ICAO 9303-4, -6 and -7 §4.2.2), alone in the last line (9303-5 §4.2.2). */
const PASSPORT_NAMES: NameField = { line: 0, from: 5, to: 44, fillers: 1 }
const CARD_NAMES: NameField = { line: 0, from: 5, to: 36, fillers: 1 }
const LAST_LINE: NameField = { line: 2, from: 0, to: 30, fillers: 1 }

type Names = 'lastName' | 'firstNames'
const NAME_FIELDS: Readonly<Record<MrzFormat, Readonly<Record<Names, NameField>>>> = {
  TD1: { lastName: LAST_LINE, firstNames: LAST_LINE },
  TD2: { lastName: CARD_NAMES, firstNames: CARD_NAMES },
  TD3: { lastName: PASSPORT_NAMES, firstNames: PASSPORT_NAMES },
  'MRV-A': { lastName: PASSPORT_NAMES, firstNames: PASSPORT_NAMES },
  'MRV-B': { lastName: CARD_NAMES, firstNames: CARD_NAMES },
  // Of its own for each, and two fillers between first names.
  'FR-2x36': {
    lastName: { line: 0, from: 5, to: 30, fillers: 1 },
    firstNames: { line: 1, from: 13, to: 27, fillers: 2 },
  },
}

/**
 * Whether a zone may have the beginning of a name alone: its field has a letter in its last position (ICAO 9303-3 §4.6, 9303-4
 * §4.2.3), or no room there for the fillers and the first letter of another name.
 */
export function isNameCut({ format, lines }: Pick<MrzFacts, 'format' | 'lines'>, name: Names): boolean {
  const { line, from, to, fillers } = NAME_FIELDS[format][name]
  const field = (lines[line] ?? '').slice(from, to).padEnd(to - from, '<')
  return !field.endsWith('<'.repeat(fillers + 1))
}
