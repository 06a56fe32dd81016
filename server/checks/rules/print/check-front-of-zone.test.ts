import { expect, test } from 'vitest'
import type { PrintedField } from '../../../../domain/document/print-facts.ts'
import {
  makeFront,
  makePrint,
  makePrintedLine,
  makeZone,
  pickPrinted,
} from '../../../../test/fakes/scene-facts.ts'
import { checkFrontOfZone } from './check-front-of-zone.ts'

const back = makeFront({ side: 'back', portrait: null, mrz: makeZone({ format: 'TD1' }) })
const ANOTHER = {
  lastName: 'SOMEBODY',
  firstNames: ['ELSE'],
  birthDate: '1980-01-01',
  documentNumber: 'X99999999',
}
const scoreOf = (print: ReturnType<typeof makePrint> | null) =>
  checkFrontOfZone({ front: makeFront({ mrz: null, print }), back })?.score ?? null

test('checkFrontOfZone() says nothing when names and birth date are those of the zone, with the number or without', () => {
  expect(scoreOf(makePrint())).toBeNull()
  expect(scoreOf(makePrint({ documentNumber: 'X99999999' }))).toBeNull()
  expect(scoreOf(pickPrinted(makePrint(), ['lastName', 'firstNames', 'birthDate']))).toBeNull()
})

test.each(['lastName', 'firstNames', 'birthDate'] as const)(
  'checkFrontOfZone() cannot tell when the %s of the zone is covered on the front, or another, however softly that was read',
  (name) => {
    const others = (['lastName', 'firstNames', 'birthDate', 'documentNumber'] as const).filter(
      (one) => one !== name,
    )
    expect(scoreOf(pickPrinted(makePrint(), others))).toBe(-1)
    const print = makePrint({ [name]: ANOTHER[name] })
    const soft = { ...print.fields[name], confidence: 0.5, framesAgreeing: 1 } as PrintedField
    expect(scoreOf({ ...print, fields: { ...print.fields, [name]: soft } })).toBe(-1)
  },
)

test('checkFrontOfZone() takes names that are nearly those of the zone, a first name in any line, and misses none that is short or cut', () => {
  expect(scoreOf(makePrint({ lastName: 'EXAMPLF' }))).toBeNull()
  const print = pickPrinted(makePrint(), ['lastName', 'birthDate', 'documentNumber'])
  const scoreWith = (text: string, zone = back) =>
    checkFrontOfZone({
      front: makeFront({ mrz: null, print, lines: [makePrintedLine({ text })] }),
      back: zone,
    })?.score ?? null
  expect([scoreWith('EXAMPLE ADA M.'), scoreWith('ELSE')]).toEqual([null, -1])
  const zoneWith = (fields: object, change = {}) =>
    makeFront({ side: 'back', mrz: makeZone({ format: 'TD1', ...change }, fields) })
  expect(scoreWith('ELSE', zoneWith({ firstNames: ['AL'] }))).toBeNull()
  expect(scoreWith('ELSE', zoneWith({ firstNames: [] }))).toBeNull()
  const lines = ['', '', 'EXAMPLE<<ADALBERTAMARIAQUENTIN']
  expect(scoreWith('ELSE', zoneWith({ firstNames: ['ADALBERTAMARIAQUENTIN'] }, { lines }))).toBeNull()
  expect(scoreWith('ADA', zoneWith({ birthDate: null }))).toBeNull()
})

test('checkFrontOfZone() cannot tell when one date or number alone is that of the zone, which is soon printed', () => {
  expect(scoreOf(makePrint({ ...ANOTHER, documentNumber: 'L898902C3' }))).toBe(-1)
  expect(scoreOf(makePrint({ ...ANOTHER, birthDate: '1990-05-04' }))).toBe(-1)
  expect(scoreOf(pickPrinted(makePrint(), ['birthDate']))).toBe(-1)
  expect(scoreOf(pickPrinted(makePrint(), ['lastName', 'firstNames']))).toBe(-1)
})

test('checkFrontOfZone() cannot tell from a shared last name alone', () => {
  expect(scoreOf(makePrint({ ...ANOTHER, lastName: 'EXAMPLE' }))).toBe(-1)
  expect(scoreOf(pickPrinted(makePrint(), ['lastName']))).toBe(-1)
})

test('checkFrontOfZone() cannot tell when nothing but the end of validity agrees, or nothing was read', () => {
  expect(scoreOf(makePrint(ANOTHER))).toBe(-1)
  expect(scoreOf(null)).toBe(-1)
})

test('checkFrontOfZone() takes a date in any line for the birth date when the zone on the back says so, with or without a layout', () => {
  const scoreBeside = (birthDate: string, print: ReturnType<typeof makePrint> | null) => {
    const lines = [
      makePrintedLine({ birthDate, confidence: 0.4 }),
      makePrintedLine({ text: 'EXAMPLE' }),
      makePrintedLine({ text: 'ADA' }),
    ]
    return checkFrontOfZone({ front: makeFront({ mrz: null, print, lines }), back })?.score ?? null
  }
  for (const print of [null, pickPrinted(makePrint(), ['expiryDate'])]) {
    expect(scoreBeside('1990-05-04', print)).toBeNull()
    expect(scoreBeside('1980-01-01', print)).toBe(-1)
  }
})

test('checkFrontOfZone() takes a date of another century that was found by the zone for the holder, however surely it was read', () => {
  const infant = makeFront({ side: 'back', mrz: makeZone({ format: 'TD1' }, { birthDate: '2021-05-04' }) })
  const scoreBorn = (birthDate: string, confidence: number) => {
    const lines = [
      makePrintedLine({ text: 'EXAMPLE, ADA MARIA' }),
      makePrintedLine({ birthDate, confidence }),
      makePrintedLine({ birthDate: '2021-06-04', confidence: 0.98 }),
    ]
    const score = (print: ReturnType<typeof makePrint> | null) =>
      checkFrontOfZone({ front: makeFront({ mrz: null, print, lines }), back: infant })?.score ?? null
    return [score(null), score(pickPrinted(makePrint(), []))]
  }
  expect(scoreBorn('1921-05-04', 0.98)).toEqual([null, null])
  expect(scoreBorn('1921-05-04', 0.8)).toEqual([null, null])
})

test('checkFrontOfZone() says nothing of fronts with a zone, and of backs without one', () => {
  expect(checkFrontOfZone({ front: makeFront(), back })).toBeNull()
  expect(checkFrontOfZone({ front: makeFront({ mrz: null }), back: makeFront({ mrz: null }) })).toBeNull()
  expect(checkFrontOfZone({ front: makeFront(), back: 'not-asked' })).toBeNull()
})

test('checkFrontOfZone() takes a last name in a line for the one of a label under which another stands, as of two scripts', () => {
  const print = pickPrinted(
    makePrint({ lastName: 'ПРИМЕР' }, { documentTypeDetailed: null, zoneSide: 'back' }),
    ['lastName', 'birthDate'],
  )
  const scoreWith = (text: string) =>
    checkFrontOfZone({
      front: makeFront({
        mrz: null,
        print,
        lines: [makePrintedLine({ text }), makePrintedLine({ text: 'ADA' })],
      }),
      back,
    })?.score
  expect([scoreWith('EXAMPLE'), scoreWith('SOMEBODY')]).toEqual([undefined, -1])
})
