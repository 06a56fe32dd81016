import type { MrzFields, MrzFormat } from '../../../domain/facts.ts'
import { cutZone } from '../lines/cut-zone.ts'
import { readLongNumber } from './long-number.ts'
import { type DateMeaning, readMrzDate } from './mrz-date.ts'
import type { ZonePartName } from './mrz-layout.ts'
import { type MrzNames, readFirstNames, readMrzNames, withSpaces } from './mrz-names.ts'

/**
 * What the characters of a zone say (ICAO 9303-4 to -7 §4.2.2); `today` (ISO date) decides the centuries.
 * Throws a RangeError when the lines are not the format's size.
 */
export function parseZone(format: MrzFormat, lines: readonly string[], today: string): MrzFields {
  const parts = cutZone(format, lines)
  const dateOf = (name: ZonePartName, meaning: DateMeaning) => {
    const text = parts.get(name)
    return text === undefined ? null : readMrzDate(text, meaning, today)
  }
  return {
    documentCode: withoutFillers(parts.get('documentCode')) ?? '',
    issuingState: withoutFillers(parts.get('issuingState')) ?? '',
    documentNumber: documentNumberOf(parts),
    ...namesOf(parts),
    birthDate: dateOf('birthDate', 'birth'),
    gender: genderOf(parts.get('gender')),
    expiryDate: dateOf('expiryDate', 'expiry'),
    issueDate: issueDateOf(format, parts, today),
    nationality: withoutFillers(parts.get('nationality')),
    personalNumber: withoutFillers(parts.get('personalNumber')),
  }
}

function documentNumberOf(parts: ReadonlyMap<ZonePartName, string>): string | null {
  return withoutFillers(readLongNumber(parts)?.number ?? parts.get('documentNumber'))
}

function withoutFillers(text: string | undefined): string | null {
  return text?.replaceAll('<', '') || null
}

function namesOf(parts: ReadonlyMap<ZonePartName, string>): MrzNames {
  const both = parts.get('names')
  if (both !== undefined) return readMrzNames(both)
  return {
    lastName: withSpaces(parts.get('lastName') ?? ''),
    firstNames: readFirstNames(parts.get('firstNames') ?? ''),
  }
}

function genderOf(character: string | undefined): 'M' | 'F' | null {
  return character === 'M' || character === 'F' ? character : null
}

/** The number of a French card begins with the year and month of its issue. */
function issueDateOf(
  format: MrzFormat,
  parts: ReadonlyMap<ZonePartName, string>,
  today: string,
): string | null {
  if (format !== 'FR-2x36') return null
  return readMrzDate(`${parts.get('documentNumber')?.slice(0, 4)}01`, 'issue', today)
}
