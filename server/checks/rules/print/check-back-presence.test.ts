import { expect, test } from 'vitest'
import { makeFront, makePrint, makeZone } from '../../../../test/fakes/scene-facts.ts'
import { checkBackPresence } from './check-back-presence.ts'

const LICENCE = makePrint({}, { zoneSide: null })

test('checkBackPresence() asks for the back of a licence or card, by its layout too, and for none of a passport', () => {
  const unasked = { back: 'not-asked' } as const
  expect(checkBackPresence(unasked, { mrz: null, print: LICENCE }).reasonCodes).toEqual([1303])
  expect(
    checkBackPresence(unasked, { mrz: null, print: makePrint({}, { zoneSide: 'back' }) }).reasonCodes,
  ).toEqual([1303])
  expect(checkBackPresence(unasked, { mrz: makeZone({ format: 'TD1' }), print: null }).reasonCodes).toEqual([
    1303,
  ])
  expect(checkBackPresence(unasked, { mrz: makeZone(), print: makePrint() }).score).toBe(1)
})

test('checkBackPresence() asks for no back by a zone without its digits, which a finger over its end makes of a passport', () => {
  const unasked = { back: 'not-asked' } as const
  const cut = makeZone({ format: 'TD2', checksValid: false })
  expect(checkBackPresence(unasked, { mrz: cut, print: makePrint() }).score).toBe(1)
  expect(checkBackPresence(unasked, { mrz: cut, print: LICENCE }).reasonCodes).toEqual([1303])
})

test('checkBackPresence() cannot tell when the back of a licence is of no known layout', () => {
  const back = makeFront({ side: 'back', mrz: null })
  expect(checkBackPresence({ back }, { mrz: null, print: LICENCE }).score).toBe(-1)
  expect(checkBackPresence({ back: { ...back, print: LICENCE } }, { mrz: null, print: LICENCE }).score).toBe(
    1,
  )
  expect(checkBackPresence({ back }, { mrz: makeZone({ format: 'TD1' }), print: null }).score).toBe(1)
})
