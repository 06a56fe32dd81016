import { expect, test } from 'vitest'
import { checkFormMatch } from './check-form-match.ts'

const READ = { lastName: 'NUNEZ', firstName: 'INES', birthDate: '1953-07-22' }

test('A form that says what was read matches in full', () => {
  expect(checkFormMatch(READ, READ)).toEqual({ score: 1, match: 1 })
  expect(checkFormMatch(READ, { ...READ, lastName: 'Nunez', firstName: 'ines' })).toEqual({
    score: 1,
    match: 1,
  })
})

test('Accents that a zone cannot write cost characters, not the score', () => {
  const { score, match } = checkFormMatch(READ, { ...READ, lastName: 'Núñez', firstName: 'Inès' })
  expect(score).toBe(1)
  expect(match).toBeCloseTo(16 / 19)
  expect(checkFormMatch({ ...READ, lastName: 'MUELLER' }, { ...READ, lastName: 'Müller' }).score).toBe(1)
})

test.each([
  ['one letter more', { lastName: 'NUNEZE' }, 19 / 20],
  ['one letter less', { lastName: 'NUNE' }, 18 / 19],
  ['another letter', { firstName: 'INÉZ' }, 17 / 19],
  ['another day', { birthDate: '1953-07-23' }, 18 / 19],
  ['a second name', { firstName: 'INES LUCIA' }, 19 / 25],
  ['a field left empty', { birthDate: null }, 9 / 19],
])('With %s a form does not match, and the share of equal characters tells how far', (_, declared, share) => {
  const { score, match } = checkFormMatch(READ, { ...READ, ...declared })
  expect(score).toBe(0)
  expect(match).toBeCloseTo(share)
})

test('Characters count where they stand in the same order', () => {
  const identity = { lastName: 'ABC', firstName: null, birthDate: null }
  expect(checkFormMatch(identity, { ...identity, lastName: 'CBA' }).match).toBeCloseTo(1 / 3)
  expect(checkFormMatch(identity, { ...identity, lastName: 'XYZ' }).match).toBe(0)
})

test('Without a concluded identity nothing can be told', () => {
  const nobody = { lastName: null, firstName: null, birthDate: null }
  expect(checkFormMatch(nobody, READ)).toEqual({ score: -1, match: null })
  expect(checkFormMatch({ ...nobody, lastName: 'NUNEZ' }, READ)).toEqual({ score: 1, match: 1 })
})
