import { expect, it } from 'vitest'
import { makePrint, makeZone } from '../../../../test/fakes/scene-facts.ts'
import { rateByZone, SOFT_CERTAINTY, weighSame } from './rate-field.ts'

it('leaves a quarter of the doubt where a frame or the zone says the same', () => {
  expect(weighSame('birthDate', 0.8, 0.8)).toBeCloseTo(0.95)
  expect(weighSame('lastName', 0.9, 0.97)).toBeCloseTo(0.975)
})

it('stays unsure of a name that soft print may have left without its marks, however often it is read so', () => {
  expect(weighSame('lastName', SOFT_CERTAINTY, SOFT_CERTAINTY)).toBe(0.89)
  const byZone = weighSame('lastName', SOFT_CERTAINTY, SOFT_CERTAINTY)
  expect(weighSame('lastName', byZone, SOFT_CERTAINTY)).toBe(0.89)
  expect(weighSame('lastName', SOFT_CERTAINTY, 0.98)).toBeGreaterThan(0.95)
  const { lastName, birthDate } = makePrint().fields
  const zone = makeZone().fields
  if (!lastName || !birthDate) throw new Error('The print has both')
  expect(rateByZone('lastName', { ...lastName, confidence: SOFT_CERTAINTY }, zone).confidence).toBe(0.89)
  expect(
    rateByZone('birthDate', { ...birthDate, confidence: SOFT_CERTAINTY }, zone).confidence,
  ).toBeGreaterThan(0.95)
})

it('is no surer by the zone of a field that was found because it says what the zone says', () => {
  const { birthDate } = makePrint().fields
  if (!birthDate) throw new Error('The print has it')
  const rated = (by: 'label' | 'zone') =>
    rateByZone('birthDate', { ...birthDate, confidence: 0.8, by }, makeZone().fields).confidence
  expect(rated('zone')).toBe(0.8)
  expect(rated('label')).toBeCloseTo(0.95)
})
