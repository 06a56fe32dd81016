import { expect, test } from 'vitest'
import { makeFront, makePrint, makeZone } from '../../../../test/fakes/scene-facts.ts'
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

test('checkFrontOfZone() says nothing when a name, the birth date or the number is the one of the zone', () => {
  expect(scoreOf(makePrint({ ...ANOTHER, documentNumber: 'L898902C3' }))).toBeNull()
  expect(scoreOf(makePrint({ ...ANOTHER, birthDate: '1990-05-04' }))).toBeNull()
})

test('checkFrontOfZone() cannot tell when nothing but the end of validity agrees, or nothing was read', () => {
  expect(scoreOf(makePrint(ANOTHER))).toBe(-1)
  expect(scoreOf(null)).toBe(-1)
})

test('checkFrontOfZone() says nothing of fronts with a zone, and of backs without one', () => {
  expect(checkFrontOfZone({ front: makeFront(), back })).toBeNull()
  expect(checkFrontOfZone({ front: makeFront({ mrz: null }), back: makeFront({ mrz: null }) })).toBeNull()
  expect(checkFrontOfZone({ front: makeFront(), back: 'not-asked' })).toBeNull()
})
