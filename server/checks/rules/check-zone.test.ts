import { expect, test } from 'vitest'
import { makePrint, makeZone } from '../../../test/fakes/scene-facts.ts'
import { checkDataExtracted } from './check-zone.ts'

const twins = makeZone({ confidence: 0.49, decidedConfidence: 0.98, undecided: ['numbers'] })
const names = makeZone({ confidence: 0.49, decidedConfidence: 0.98, undecided: ['names'] })
const found = (by: 'label' | 'zone', values: Record<string, string> = {}) => {
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
