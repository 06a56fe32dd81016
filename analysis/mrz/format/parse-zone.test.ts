import { describe, expect, it } from 'vitest'
import { checkDigit } from './check-digit.ts'
import { checkZone } from './check-zone.ts'
import { readMrzDate } from './mrz-date.ts'
import { MRZ_LAYOUTS } from './mrz-layout.ts'
import { readMrzNames } from './mrz-names.ts'
import { parseZone } from './parse-zone.ts'

const TODAY = '2026-03-15'

/** The specimen of ICAO 9303-4 Appendix B, UTO. */
const PASSPORT = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
]
/** The specimen of ICAO 9303-5 Appendix B, UTO. */
const CARD = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
]
/** The specimen of ICAO 9303-6 Appendix B, UTO. */
const WIDE_CARD = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']
/** The specimens of ICAO 9303-7 Appendices A and B, UTO. */
const VISA = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<']
const SMALL_VISA = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<']

describe('checkDigit', () => {
  it('agrees with the worked examples of ICAO 9303-3 §4.9', () => {
    expect(checkDigit('520727')).toBe('3')
    expect(checkDigit('AB2134<<<')).toBe('5')
    expect(checkDigit('HA672242<658022549601086<<<<<<<<<<<<<<0')).toBe('8')
    expect(checkDigit('D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<')).toBe('2')
    expect(checkDigit('HA672242<658022549601086<<<<<<<')).toBe('8')
  })

  it('refuses a character that no zone has', () => {
    expect(() => checkDigit('a')).toThrow(RangeError)
  })
})

describe('MRZ_LAYOUTS', () => {
  it('fill every line to its last position', () => {
    for (const layout of Object.values(MRZ_LAYOUTS)) {
      for (const parts of layout.lines) {
        expect(parts.reduce((sum, part) => sum + part.length, 0)).toBe(layout.lineLength)
      }
    }
  })
})

describe('parseZone', () => {
  it('reads a passport', () => {
    expect(parseZone('TD3', PASSPORT, TODAY)).toEqual({
      documentCode: 'P',
      issuingState: 'UTO',
      documentNumber: 'L898902C3',
      lastName: 'ERIKSSON',
      firstNames: ['ANNA', 'MARIA'],
      birthDate: '1974-08-12',
      gender: 'F',
      expiryDate: '2012-04-15',
      issueDate: null,
      nationality: 'UTO',
      personalNumber: 'ZE184226B',
    })
    expect(checkZone('TD3', PASSPORT).every((check) => check.valid)).toBe(true)
    expect(checkZone('TD3', PASSPORT)).toHaveLength(5)
  })

  it.each([
    ['TD1', CARD],
    ['TD2', WIDE_CARD],
  ] as const)('reads an identity card (%s)', (format, lines) => {
    expect(parseZone(format, lines, TODAY)).toMatchObject({
      documentCode: 'I',
      documentNumber: 'D23145890',
      lastName: 'ERIKSSON',
      firstNames: ['ANNA', 'MARIA'],
      birthDate: '1974-08-12',
      expiryDate: '2012-04-15',
      personalNumber: null,
    })
    expect(checkZone(format, lines).map((check) => check.valid)).toEqual([true, true, true, true])
  })

  it.each([
    ['MRV-A', VISA],
    ['MRV-B', SMALL_VISA],
  ] as const)('reads a visa (%s), which has no composite digit', (format, lines) => {
    expect(parseZone(format, lines, TODAY)).toMatchObject({
      documentCode: 'V',
      documentNumber: 'L8988901C',
      nationality: 'XXX',
      birthDate: '1940-09-07',
      expiryDate: '1996-12-10',
    })
    expect(checkZone(format, lines).map((check) => check.valid)).toEqual([true, true, true])
  })

  it('reads a French card of two lines', () => {
    const first = 'IDFRADE<LA<TOUR<<<<<<<<<<<<<<<923067'
    const number = `940992310285${checkDigit('940992310285')}`
    const rest = `${number}ANNE<<MARIE<<<651206${checkDigit('651206')}F`
    const lines = [first, `${rest}${checkDigit(first + rest)}`]
    expect(parseZone('FR-2x36', lines, TODAY)).toEqual({
      documentCode: 'ID',
      issuingState: 'FRA',
      documentNumber: '940992310285',
      lastName: 'DE LA TOUR',
      firstNames: ['ANNE', 'MARIE'],
      birthDate: '1965-12-06',
      gender: 'F',
      expiryDate: null,
      issueDate: '1994-09-01',
      nationality: null,
      personalNumber: null,
    })
    expect(checkZone('FR-2x36', lines).map((check) => check.valid)).toEqual([true, true, true])
  })

  it('reads a document number that goes on in the optional part', () => {
    const digit = checkDigit('D23145890734')
    const lines = [`I<UTOD23145890<734${digit}<<<<<<<<<<<`, CARD[1], CARD[2]]
    expect(parseZone('TD1', lines, TODAY).documentNumber).toBe('D23145890734')
    expect(checkZone('TD1', lines)[0]).toEqual({ name: 'document-number', valid: true })
  })

  it('reads a state of one letter and a gender that is not stated', () => {
    const lines = [PASSPORT[0].replace('P<UTO', 'P<D<<'), PASSPORT[1].replace('F1204', '<1204')]
    expect(parseZone('TD3', lines, TODAY)).toMatchObject({ issuingState: 'D', gender: null })
  })

  it('tells which digit disagrees', () => {
    const wrong = [PASSPORT[0], PASSPORT[1].replace('740812', '740813')]
    const invalid = checkZone('TD3', wrong).filter((check) => !check.valid)
    expect(invalid.map((check) => check.name)).toEqual(['birth-date', 'composite'])
  })

  it('lets an unused personal number have a filler or a zero as its digit', () => {
    for (const digit of ['<', '0']) {
      const start = `L898902C36UTO7408122F1204159<<<<<<<<<<<<<<${digit}`
      const composite = checkDigit(start.slice(0, 10) + start.slice(13, 20) + start.slice(21, 43))
      const checks = checkZone('TD3', [PASSPORT[0], start + composite])
      expect(checks.every((check) => check.valid)).toBe(true)
    }
  })

  it('refuses lines of another length', () => {
    expect(() => parseZone('TD2', PASSPORT, TODAY)).toThrow(RangeError)
  })
})

describe('readMrzDate', () => {
  it('takes the century that the meaning allows', () => {
    expect(readMrzDate('260315', 'birth', TODAY)).toBe('2026-03-15')
    expect(readMrzDate('260316', 'birth', TODAY)).toBe('1926-03-16')
    expect(readMrzDate('260316', 'expiry', TODAY)).toBe('2026-03-16')
    expect(readMrzDate('991231', 'expiry', TODAY)).toBe('1999-12-31')
    expect(readMrzDate('010101', 'expiry', '2098-06-01')).toBe('2101-01-01')
  })

  it('gives null for unknown parts and days that do not exist', () => {
    expect(readMrzDate('74<<<<', 'birth', TODAY)).toBeNull()
    expect(readMrzDate('740230', 'birth', TODAY)).toBeNull()
    expect(readMrzDate('741301', 'birth', TODAY)).toBeNull()
  })
})

describe('readMrzNames', () => {
  it('gives names with fillers inside their spaces back', () => {
    expect(readMrzNames('DE<LA<TOUR<<JEAN<PAUL<<<')).toEqual({
      lastName: 'DE LA TOUR',
      firstNames: ['JEAN', 'PAUL'],
    })
  })

  it('takes a field without first names as a last name', () => {
    expect(readMrzNames('ARKFREITH<<<<<<<')).toEqual({ lastName: 'ARKFREITH', firstNames: [] })
  })

  it('reads a field that a long name fills to its end', () => {
    expect(readMrzNames('NILAVADHANANANDA<<CHAYAPA<DEJ')).toEqual({
      lastName: 'NILAVADHANANANDA',
      firstNames: ['CHAYAPA', 'DEJ'],
    })
  })
})
