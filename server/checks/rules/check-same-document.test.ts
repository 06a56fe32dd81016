import { expect, test } from 'vitest'
import { makeFront, makePrint, makeZone } from '../../../test/fakes/scene-facts.ts'
import { checkSameDocument } from './check-same-document.ts'

const side = (values: Record<string, string>, template: object = {}) =>
  makeFront({ mrz: null, print: makePrint(values, { zoneSide: null, ...template }) })

test('checkSameDocument() takes sides that print the same, or share nothing, for one document', () => {
  expect(checkSameDocument({ front: side({}), back: side({}) }).score).toBe(1)
  expect(checkSameDocument({ front: side({}), back: 'not-asked' }).score).toBe(1)
  expect(checkSameDocument({ front: side({}), back: makeFront({ mrz: null }) }).score).toBe(1)
})

test('checkSameDocument() forgives one field, which may be misread, and cannot tell when two differ', () => {
  const another = { birthDate: '1980-01-01' }
  expect(checkSameDocument({ front: side({}), back: side(another) }).score).toBe(1)
  const back = side({ ...another, documentNumber: 'X99999999' })
  expect(checkSameDocument({ front: side({}), back }).score).toBe(-1)
})

test("checkSameDocument() cannot tell when the sides have two documents' own layouts, and may when one is any state's", () => {
  expect(checkSameDocument({ front: side({}), back: side({}, { id: 103 }) }).score).toBe(-1)
  const anyStates = { id: 3, documentTypeDetailed: null }
  expect(checkSameDocument({ front: side({}), back: side({}, anyStates) }).score).toBe(1)
})

const zoneOnBack = makeFront({ side: 'back', mrz: makeZone({ format: 'TD1' }) })
const front = (template: object) =>
  checkSameDocument({ front: makeFront({ mrz: null, print: makePrint({}, template) }), back: zoneOnBack })
    .score

test('checkSameDocument() cannot tell when the front is of a kind that has its zone elsewhere, or none', () => {
  expect(front({ zoneSide: 'back' })).toBe(1)
  expect(front({ zoneSide: null })).toBe(-1)
  expect(front({ zoneSide: 'front' })).toBe(-1)
  const ofAnother = makeFront({ mrz: makeZone({ format: 'FR-2x36', checksValid: false }) })
  expect(checkSameDocument({ front: ofAnother, back: zoneOnBack }).score).toBe(-1)
})

test('checkSameDocument() cannot tell when the layouts of both sides are of two states', () => {
  const anyStates = { id: 3, documentTypeDetailed: null }
  expect(checkSameDocument({ front: side({}), back: side({}, { ...anyStates, country: 'FRA' }) }).score).toBe(
    -1,
  )
})

test('checkSameDocument() takes the front of a residence permit with French titles for one of the state on its back', () => {
  const permit = { documentType: 'Residence Permit', zoneSide: 'back' }
  const back = side({}, { ...permit, id: 4, documentTypeDetailed: null, country: 'LUX' })
  expect(checkSameDocument({ front: side({}, { ...permit, id: 104, country: 'FRA' }), back }).score).toBe(1)
})

test('checkSameDocument() cannot tell of a scene in which a frame surely shows another zone', () => {
  const sideWith = (anotherConfidence: number | null) => makeFront({ mrz: makeZone({ anotherConfidence }) })
  expect(checkSameDocument({ front: sideWith(0.97), back: 'not-asked' }).score).toBe(-1)
  expect(checkSameDocument({ front: 'not-asked', back: sideWith(0.97) }).score).toBe(-1)
  for (const unsure of [0.5, null]) {
    expect(checkSameDocument({ front: sideWith(unsure), back: 'not-asked' }).score).toBe(1)
  }
})
