import type { MrzCheck, MrzFormat } from '../../../domain/facts.ts'

/** What a part of a zone holds. */
export type ZonePartName =
  | 'documentCode'
  | 'issuingState'
  | 'names'
  | 'lastName'
  | 'firstNames'
  | 'documentNumber'
  | 'documentNumberCheck'
  | 'nationality'
  | 'birthDate'
  | 'birthDateCheck'
  | 'gender'
  | 'expiryDate'
  | 'expiryDateCheck'
  | 'personalNumber'
  | 'personalNumberCheck'
  | 'optional'
  | 'optionalSecond'
  | 'compositeCheck'

/** How letters and fillers may follow each other in a part; absent where any order may be. */
export type NameOrder = 'last-and-first-names' | 'last-name' | 'first-names'

/** A stretch of one line. */
export interface ZonePart {
  name: ZonePartName
  length: number
  /** Characters that may stand at each position; the last goes on to the end of the part. */
  alphabets: readonly string[]
  order?: NameOrder
}

/** A check digit: the parts it is counted over, in order, and the part that holds it. */
export interface CheckRule {
  name: MrzCheck['name']
  over: readonly ZonePartName[]
  digit: ZonePartName
}

/** The fixed plan of machine readable lines. */
export interface LinePlan {
  lineLength: number
  lines: readonly (readonly ZonePart[])[]
  checks: readonly CheckRule[]
}

/** The plan of a machine readable zone. */
export interface MrzLayout extends LinePlan {
  format: MrzFormat
}

const DIGITS = '0123456789'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const LETTERS_OR_FILLER = `${LETTERS}<`
const DIGITS_OR_FILLER = `${DIGITS}<`
const ANY = `${DIGITS}${LETTERS}<`
/** Unknown parts of a date are fillers (ICAO 9303-3 §4.8); a month starts with 0 or 1, a day with 0 to 3. */
const DATE = [DIGITS_OR_FILLER, DIGITS_OR_FILLER, '01<', DIGITS_OR_FILLER, '0123<', DIGITS_OR_FILLER]

const state = part('issuingState', [LETTERS, LETTERS_OR_FILLER], 3)
const nationality = part('nationality', [LETTERS, LETTERS_OR_FILLER], 3)
const numberCheck = part('documentNumberCheck', [DIGITS], 1)
/** A filler here says that the number goes on in the optional part (ICAO 9303-5 §4.2.2.1 note j). */
const numberCheckOrFiller = part('documentNumberCheck', [DIGITS_OR_FILLER], 1)
const number = part('documentNumber', [ANY], 9)
const birth = [part('birthDate', DATE, 6), part('birthDateCheck', [DIGITS], 1)]
const gender = part('gender', ['MFX<'], 1)
const expiry = [part('expiryDate', DATE, 6), part('expiryDateCheck', [DIGITS], 1)]
const composite = part('compositeCheck', [DIGITS], 1)

const NUMBER_RULE: CheckRule = {
  name: 'document-number',
  over: ['documentNumber'],
  digit: 'documentNumberCheck',
}
const BIRTH_RULE: CheckRule = { name: 'birth-date', over: ['birthDate'], digit: 'birthDateCheck' }
const EXPIRY_RULE: CheckRule = { name: 'expiry-date', over: ['expiryDate'], digit: 'expiryDateCheck' }
const PERSONAL_RULE: CheckRule = {
  name: 'personal-number',
  over: ['personalNumber'],
  digit: 'personalNumberCheck',
}
const DATED: readonly ZonePartName[] = ['birthDate', 'birthDateCheck', 'expiryDate', 'expiryDateCheck']

/** The plan of each format. */
export const MRZ_LAYOUTS: Readonly<Record<MrzFormat, MrzLayout>> = {
  /** Identity cards of 85.6 x 54 mm (ICAO 9303-5 §4.2.2). */
  TD1: {
    format: 'TD1',
    lineLength: 30,
    lines: [
      [code('ACI'), state, number, numberCheckOrFiller, part('optional', [ANY], 15)],
      [...birth, gender, ...expiry, nationality, part('optionalSecond', [ANY], 11), composite],
      [nameZone('names', 30, 'last-and-first-names')],
    ],
    checks: [
      NUMBER_RULE,
      BIRTH_RULE,
      EXPIRY_RULE,
      {
        name: 'composite',
        over: ['documentNumber', 'documentNumberCheck', 'optional', ...DATED, 'optionalSecond'],
        digit: 'compositeCheck',
      },
    ],
  },
  /** Identity cards of 105 x 74 mm (ICAO 9303-6 §4.2.2). */
  TD2: {
    format: 'TD2',
    lineLength: 36,
    lines: [
      [code('ACI'), state, nameZone('names', 31, 'last-and-first-names')],
      [
        number,
        numberCheckOrFiller,
        nationality,
        ...birth,
        gender,
        ...expiry,
        part('optional', [ANY], 7),
        composite,
      ],
    ],
    checks: [
      NUMBER_RULE,
      BIRTH_RULE,
      EXPIRY_RULE,
      {
        name: 'composite',
        over: ['documentNumber', 'documentNumberCheck', ...DATED, 'optional'],
        digit: 'compositeCheck',
      },
    ],
  },
  /** Passports (ICAO 9303-4 §4.2.2). */
  TD3: {
    format: 'TD3',
    lineLength: 44,
    lines: [
      [code('P'), state, nameZone('names', 39, 'last-and-first-names')],
      [
        number,
        numberCheck,
        nationality,
        ...birth,
        gender,
        ...expiry,
        part('personalNumber', [ANY], 14),
        part('personalNumberCheck', [DIGITS_OR_FILLER], 1),
        composite,
      ],
    ],
    checks: [
      NUMBER_RULE,
      BIRTH_RULE,
      EXPIRY_RULE,
      PERSONAL_RULE,
      {
        name: 'composite',
        over: ['documentNumber', 'documentNumberCheck', ...DATED, 'personalNumber', 'personalNumberCheck'],
        digit: 'compositeCheck',
      },
    ],
  },
  /** Visas of a passport page's size; no composite digit (ICAO 9303-7 §4.2.2). */
  'MRV-A': {
    format: 'MRV-A',
    lineLength: 44,
    lines: [
      [code('V'), state, nameZone('names', 39, 'last-and-first-names')],
      [number, numberCheck, nationality, ...birth, gender, ...expiry, part('optional', [ANY], 16)],
    ],
    checks: [NUMBER_RULE, BIRTH_RULE, EXPIRY_RULE],
  },
  /** Small visas; no composite digit (ICAO 9303-7 §5.2.2). */
  'MRV-B': {
    format: 'MRV-B',
    lineLength: 36,
    lines: [
      [code('V'), state, nameZone('names', 31, 'last-and-first-names')],
      [number, numberCheck, nationality, ...birth, gender, ...expiry, part('optional', [ANY], 8)],
    ],
    checks: [NUMBER_RULE, BIRTH_RULE, EXPIRY_RULE],
  },
  /** French identity card of 1988 to 2021 (Council of the EU, PRADO, FRA-BO-02002). */
  'FR-2x36': {
    format: 'FR-2x36',
    lineLength: 36,
    lines: [
      [
        part('documentCode', ['I', 'D'], 2),
        part('issuingState', ['F', 'R', 'A'], 3),
        nameZone('lastName', 25, 'last-name'),
        part('optional', [ANY], 6),
      ],
      [
        part('documentNumber', [DIGITS, DIGITS, '01', DIGITS, ANY, ANY, ANY, DIGITS], 12),
        part('documentNumberCheck', [DIGITS], 1),
        nameZone('firstNames', 14, 'first-names'),
        ...birth,
        gender,
        composite,
      ],
    ],
    checks: [
      NUMBER_RULE,
      BIRTH_RULE,
      {
        name: 'composite',
        over: [
          'documentCode',
          'issuingState',
          'lastName',
          'optional',
          'documentNumber',
          'documentNumberCheck',
          'firstNames',
          'birthDate',
          'birthDateCheck',
          'gender',
        ],
        digit: 'compositeCheck',
      },
    ],
  },
}

function part(name: ZonePartName, alphabets: readonly string[], length = alphabets.length): ZonePart {
  return { name, length, alphabets }
}

function nameZone(name: ZonePartName, length: number, order: NameOrder): ZonePart {
  return { name, length, alphabets: [LETTERS_OR_FILLER], order }
}

/** The document code; its second character is the issuer's choice, a digit on some cards. */
function code(firstCharacters: string): ZonePart {
  return part('documentCode', [firstCharacters, ANY])
}
