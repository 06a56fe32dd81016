import { expect, test } from 'vitest'
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

test('checkFrontOfZone() says nothing when two things are those of the zone: birth date, number, or one of them and the last name', () => {
  const { firstNames } = ANOTHER
  expect(scoreOf(makePrint({ lastName: 'SOMEBODY', firstNames }))).toBeNull()
  expect(scoreOf(makePrint({ firstNames, documentNumber: 'X99999999' }))).toBeNull()
  expect(scoreOf(makePrint({ firstNames, birthDate: '1980-01-01' }))).toBeNull()
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
    const lines = [makePrintedLine({ birthDate, confidence: 0.4 }), makePrintedLine({ text: 'EXAMPLE' })]
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
    checkFrontOfZone({ front: makeFront({ mrz: null, print, lines: [makePrintedLine({ text })] }), back })
      ?.score
  expect([scoreWith('EXAMPLE'), scoreWith('SOMEBODY')]).toEqual([undefined, -1])
})
