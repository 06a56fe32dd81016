import { expect, test } from 'vitest'
import { makePrint, makeZone } from '../../../test/fakes/scene-facts.ts'
import { checkDataExtracted } from './check-zone.ts'

const disputed = (part: 'names' | 'numbers', fields: object = {}) =>
  makeZone({ confidence: 0.49, decidedConfidence: 0.98, undecided: [part] }, fields)
const twins = disputed('numbers')
const names = disputed('names')
const found = (by: 'label' | 'zone', values: Record<string, string | string[]> = {}) => {
  const print = makePrint(values)
  const fields = Object.entries(print.fields).map(([name, field]) => [name, { ...field, by }])
  return { ...print, fields: Object.fromEntries(fields) }
}

test('checkDataExtracted() cannot tell from a zone of which two readings fit, old facts too', () => {
  expect(checkDataExtracted(twins, null).score).toBe(-1)
  expect(checkDataExtracted(names, null).score).toBe(-1)
  expect(checkDataExtracted(makeZone({ confidence: 0.4 }), found('label')).score).toBe(-1)
  expect(checkDataExtracted(makeZone({ confidence: 0.85 }), null).score).toBe(1)
})

test('checkDataExtracted() takes the reading that print says which was not found by the zone', () => {
  expect(checkDataExtracted(twins, found('label')).score).toBe(1)
  expect(checkDataExtracted(names, found('label')).score).toBe(1)
  expect(checkDataExtracted(twins, found('zone')).score).toBe(-1)
  expect(checkDataExtracted(twins, found('label', { documentNumber: 'L8989O2C3' })).score).toBe(-1)
  expect(checkDataExtracted(names, found('label', { lastName: 'EXAMPLF' })).score).toBe(-1)
})

test('checkDataExtracted() asks for every letter of all names, in either spelling', () => {
  expect(checkDataExtracted(disputed('names', { lastName: 'EXAMP' }), found('label')).score).toBe(-1)
  expect(checkDataExtracted(disputed('names', { firstNames: ['ADA', 'NARIA'] }), found('label')).score).toBe(
    -1,
  )
  expect(
    checkDataExtracted(disputed('names', { lastName: 'MUELLER' }), found('label', { lastName: 'Müller' }))
      .score,
  ).toBe(1)
})

test('checkDataExtracted() asks for the personal number too where it has a zero that may be a letter', () => {
  const numbered = (personalNumber: string) => disputed('numbers', { personalNumber })
  expect(checkDataExtracted(numbered('ZE184226B'), found('label')).score).toBe(1)
  expect(checkDataExtracted(numbered('ZE100226B'), found('label')).score).toBe(-1)
  const print = found('label', { personalNumber: 'ZE100226B' })
  expect(checkDataExtracted(numbered('ZE100226B'), print).score).toBe(1)
})
