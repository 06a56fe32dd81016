import { expect, test } from 'vitest'
import { makeFront, makeZone } from '../../../../test/fakes/scene-facts.ts'
import { checkFrontPresence } from './check-front-presence.ts'

const scoreOf = (zone: Parameters<typeof makeZone>[0]) =>
  checkFrontPresence({ front: makeFront({ mrz: makeZone(zone) }) }).score

test('checkFrontPresence() misses the front where that scene shows the zone of a back', () => {
  const front = makeFront({ mrz: makeZone({ format: 'TD1' }) })
  expect(checkFrontPresence({ front }).reasonCodes).toEqual([1302])
})

test('checkFrontPresence() says nothing of zones that stand on fronts, of a misread one, and of no zone', () => {
  expect(scoreOf({ format: 'TD3' })).toBe(1)
  expect(scoreOf({ format: 'TD2' })).toBe(1)
  expect(scoreOf({ format: 'FR-2x36' })).toBe(1)
  expect(scoreOf({ format: 'TD1', checksValid: false })).toBe(1)
  expect(checkFrontPresence({ front: makeFront({ mrz: null }) }).score).toBe(1)
  expect(checkFrontPresence({ front: 'failed' }).score).toBe(1)
})
