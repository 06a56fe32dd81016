import { expect, test } from 'vitest'
import type { Environment } from '../../../domain/environment.ts'
import { makePrint, makeZone } from '../../../test/fakes/scene-facts.ts'
import { checkSpecimen } from './check-specimen.ts'

const scoreOf = (fields: object, environment: Environment = 'live') =>
  checkSpecimen(
    { mrz: makeZone({}, { nationality: 'FRA', issuingState: 'FRA', ...fields }), print: null },
    environment,
  )?.score ?? null

test('checkSpecimen() leaves documents and people of Utopia to a reviewer in the live environment', () => {
  expect(scoreOf({ issuingState: 'UTO' })).toBe(-1)
  expect(scoreOf({ nationality: 'UTO' })).toBe(-1)
  expect(checkSpecimen({ mrz: null, print: makePrint({}, { country: 'UTO' }) }, 'live')?.score).toBe(-1)
})

test('checkSpecimen() says nothing of other states, and of Utopia in the test environment', () => {
  expect(scoreOf({})).toBeNull()
  expect(scoreOf({ issuingState: 'UTO' }, 'test')).toBeNull()
  expect(checkSpecimen({ mrz: null, print: null }, 'live')).toBeNull()
})
