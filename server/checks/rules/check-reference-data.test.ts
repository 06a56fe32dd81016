import { expect, test } from 'vitest'
import { checkReferenceData } from './check-reference-data.ts'

const NOBODY = { firstName: null, lastName: null, birthDate: null }
const scoreOf = (declared: object, read: object) =>
  checkReferenceData({ ...NOBODY, ...declared }, { ...NOBODY, ...read })?.score

test.each([
  ["O'Neil", 'O NEIL', 1],
  ["O'Neil", 'ONEIL', 1],
  ['Jean Baptiste', 'JEANBAPTISTE', 1],
  ['Muller', 'MÜLLER', 1],
  ['Garcia Lopez', 'GARCIA', -1],
  ['Garcia', 'GARCIA LOPEZ', -1],
  ['De', 'DE LA TOUR', -1],
  ['García García', 'GARCIA LOPEZ', 0],
  ['García García', 'GARCIA GARCIA', 1],
  ['Lopez Garcia', 'GARCIA LOPEZ', 1],
  ['A', 'A B C', -1],
  ['Иванов', 'IVANOV', -1],
  ['李', 'LI', -1],
  ['Dupont', 'DUPOND', 0],
  ['Martin', 'MARTINEZ', 0],
])('checkReferenceData() compares the declared last name %s with %s: %i', (declared, read, score) => {
  expect(scoreOf({ lastName: declared }, { lastName: read })).toBe(score)
})

test.each([
  ['Marie-Claire', 'MARIECLAIRE', 1],
  ['Marie', 'MARIE CLAIRE', 1],
  ['Marie Claire', 'MARIE', -1],
  ['Claire', 'MARIE CLAIRE', -1],
  ['Grace', 'MARIE CLAIRE', 0],
  ['Marie Marie', 'MARIE CLAIRE', 0],
])('checkReferenceData() compares the declared first name %s with %s: %i', (declared, read, score) => {
  const lastName = 'EXAMPLE'
  expect(scoreOf({ firstName: declared, lastName }, { firstName: read, lastName })).toBe(score)
})

test.each([
  ['lastName', 'Jean', 'Martin Zzz', 1],
  ['lastName', 'Jean Yyy', 'Martin', -1],
  ['firstNames', 'Jean Yyy', 'Martin', 1],
  ['firstNames', 'Jean', 'Martin Zzz', -1],
] as const)(
  'checkReferenceData() takes more declared words where the zone may have cut the %s: %s %s',
  (...row) => {
    const [name, firstName, lastName, score] = row
    const cut = { lastName: false, firstNames: false, [name]: true }
    const read = { firstName: 'JEAN', lastName: 'MARTIN', birthDate: null }
    expect(checkReferenceData({ firstName, lastName, birthDate: null }, read, cut)?.score).toBe(score)
  },
)

test('checkReferenceData() cannot tell when the declared names stand in other fields of the document', () => {
  expect(scoreOf({ firstName: 'Rajesh', lastName: 'Kumar' }, { lastName: 'RAJESH KUMAR' })).toBe(-1)
  expect(scoreOf({ firstName: 'Wei', lastName: 'Li' }, { firstName: 'LI', lastName: 'WEI' })).toBe(-1)
  expect(scoreOf({ firstName: 'Wei', lastName: 'Wu' }, { firstName: 'LI', lastName: 'WEI' })).toBe(0)
})

test('checkReferenceData() cannot tell of a birth date that was not read, and refuses another one', () => {
  const declared = { lastName: 'Example', birthDate: '1990-05-04' }
  expect(scoreOf(declared, { lastName: 'EXAMPLE' })).toBe(-1)
  expect(scoreOf(declared, { lastName: 'EXAMPLE', birthDate: '1990-05-05' })).toBe(0)
  expect(scoreOf(declared, { lastName: 'EXAMPLE', birthDate: '1990-05-04' })).toBe(1)
})
