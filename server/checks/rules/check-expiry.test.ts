import { expect, test } from 'vitest'
import { makePrint, makeZone } from '../../../test/fakes/scene-facts.ts'
import { checkExpiry } from './check-expiry.ts'

const TODAY = '2026-11-26'
const card = (birthDate: string, issueDate = '2012-11-01') =>
  makeZone({ format: 'FR-2x36' }, { birthDate, issueDate, expiryDate: null })

test('checkExpiry() cannot tell of a French card whose holder came of age in the month of its issue', () => {
  expect(checkExpiry(card('1994-11-10'), TODAY).score).toBe(-1)
  expect(checkExpiry(card('1994-11-01'), TODAY).score).toBe(1)
  expect(checkExpiry(card('1994-12-01'), TODAY).score).toBe(0)
  expect(checkExpiry(card('1994-12-01'), '2022-11-15').score).toBe(-1)
})

test('checkExpiry() takes the day of issue from print that surely has it in the month of the zone', () => {
  const issued = (issueDate: string) => makePrint({ issueDate })
  expect(checkExpiry(card('1994-11-10'), TODAY, issued('2012-11-20')).score).toBe(1)
  expect(checkExpiry(card('1994-11-10'), TODAY, issued('2012-11-05')).score).toBe(0)
  expect(checkExpiry(card('1994-11-10'), TODAY, issued('2012-10-20')).score).toBe(-1)
})
