import { expect, test } from 'vitest'
import { makeFront, makeLicenceLine, makePrint } from '../../../../test/fakes/scene-facts.ts'
import { checkLicenceDigits, checkLicencePrint } from './check-licence-line.ts'

const LINE = makeLicenceLine()
const PRINTED = { lastName: 'MARTIN', documentNumber: '13AA00002', expiryDate: '2034-01-31' }
const scoreOf = (printed: Record<string, string | string[]>, line = LINE, change: object = {}) => {
  const print = makePrint({ ...PRINTED, ...printed }, { zoneSide: null })
  const front = makeFront({ mrz: null, print: { ...print, ...change } })
  const back = makeFront({ side: 'back', mrz: null, licenceLine: line })
  return checkLicencePrint(line, { front, back })?.score ?? null
}

test('checkLicenceDigits() finds a line with its digits valid, and cannot tell of others or of one that was not read', () => {
  const sides = (one: object, other: object = {}) => ({
    front: makeFront({ mrz: null, print: makePrint({}, one) }),
    back: makeFront({ side: 'back', mrz: null, print: makePrint({}, other) }),
  })
  const lined = sides({ lineSide: 'back' })
  expect(checkLicenceDigits(LINE, lined)?.score).toBe(1)
  expect(checkLicenceDigits(makeLicenceLine({ checksValid: false }), lined)?.score).toBe(-1)
  expect(checkLicenceDigits(null, lined)?.score).toBe(-1)
  // The front may be known as a licence of any state, the back as that of one which has a line.
  expect(checkLicenceDigits(null, sides({}, { lineSide: 'back' }))?.score).toBe(-1)
  expect(checkLicenceDigits(null, sides({}))).toBeNull()
})

test('checkLicencePrint() finds a side valid that prints what the line has', () => {
  expect(scoreOf({})).toBe(1)
  expect(scoreOf({ lastName: 'MÂRTIN' })).toBe(1)
  // An O for a zero is misread print, and so may be an L for an I.
  expect(scoreOf({ documentNumber: '13AAO0002' })).toBe(1)
  expect(scoreOf({ lastName: 'MARTLN' })).toBe(1)
})

test('checkLicencePrint() cannot tell when one letter of a name was surely read as another that does not look like it', () => {
  expect(scoreOf({ lastName: 'NARTIN' })).toBe(-1)
  expect(scoreOf({ lastName: 'MARTIS' })).toBe(-1)
})

test('checkLicencePrint() takes a name that may be misread by a letter neither for another nor for the same', () => {
  const softly = (values: Record<string, string | string[]>) => {
    const { fields } = makePrint({ ...PRINTED, ...values })
    return scoreOf({}, LINE, { fields: { ...fields, lastName: { ...fields.lastName, confidence: 0.85 } } })
  }
  expect([softly({ lastName: 'NARTIN' }), softly({ lastName: 'NARTIM' })]).toEqual([1, -1])
  expect([softly({ documentNumber: [] }), softly({ lastName: 'NARTIN', documentNumber: [] })]).toEqual([
    1,
    null,
  ])
  expect(scoreOf({ lastName: 'MARTLN', documentNumber: [] })).toBeNull()
})

test('checkLicencePrint() says nothing of one field alone, nor when no line was read', () => {
  expect(scoreOf({ lastName: [], expiryDate: [] })).toBeNull()
  expect(checkLicencePrint(null, { front: makeFront(), back: 'not-asked' })).toBeNull()
})

test('checkLicencePrint() takes the beginning of a long name, written with fillers or without', () => {
  for (const name of ['DELATOUR', 'DE LA TO']) {
    const line = makeLicenceLine({}, { lastName: name })
    expect(scoreOf({ lastName: 'DE LA TOUR' }, line)).toBe(1)
    expect(scoreOf({ lastName: 'DE LA CRUZ' }, line)).toBe(-1)
  }
  expect(scoreOf({ lastName: 'ÅNGSTRÖM' }, makeLicenceLine({}, { lastName: 'ANGSTROM' }))).toBe(1)
  expect(scoreOf({ lastName: 'ÅNGSTRÖM' }, makeLicenceLine({}, { lastName: 'AANGSTRO' }))).toBe(1)
})

test('checkLicencePrint() takes a name that the line has room for whole, or before the word of another', () => {
  expect(scoreOf({ lastName: 'MARTINEZ' })).toBe(-1)
  expect(scoreOf({ lastName: 'MARTINE' })).toBe(-1)
  expect(scoreOf({ lastName: 'MARTIN ép. DURAND' })).toBe(1)
  const line = makeLicenceLine({}, { lastName: 'MARTINE' })
  expect(scoreOf({ lastName: 'MARTINE DUPONT' }, line)).toBe(1)
  expect(scoreOf({ lastName: 'MARTINELLI' }, line)).toBe(-1)
})

test('checkLicencePrint() takes a name that has a word which stands before second names for itself', () => {
  for (const name of ['LENEE', 'LE NEE'])
    expect(scoreOf({ lastName: 'LE NÉE' }, makeLicenceLine({}, { lastName: name }))).toBe(1)
})

test.each([
  ['number', { documentNumber: '13AA00009' }],
  ['expiry date', { expiryDate: '2035-01-31' }],
  ['last name', { lastName: 'DUPONT' }],
])('checkLicencePrint() cannot tell when a side surely prints another %s', (_, printed) => {
  expect(scoreOf(printed)).toBe(-1)
})

test('checkLicencePrint() holds nothing against print read in one frame, nor against a line without its digits', () => {
  const print = makePrint({ ...PRINTED, lastName: 'DUPONT' }, { zoneSide: null })
  const fields = { lastName: { ...print.fields.lastName, framesAgreeing: 1 } }
  expect(scoreOf({}, LINE, { fields })).toBe(null)
  expect(scoreOf({ lastName: 'DUPONT' }, makeLicenceLine({ checksValid: false }))).toBeNull()
})
