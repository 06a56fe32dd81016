import { expect, test } from 'vitest'
import { makeFront, makePrint, makePrintedLine, makeZone } from '../../../test/fakes/scene-facts.ts'
import { checkDataExtracted } from './check-zone.ts'

/** Of a zone on a front beside its print. */
const extracted = (mrz: ReturnType<typeof makeZone>, print: ReturnType<typeof makePrint> | null) =>
  checkDataExtracted(mrz, print, { front: makeFront({ mrz, print }), back: 'not-asked' })

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
  expect(extracted(twins, null).score).toBe(-1)
  expect(extracted(names, null).score).toBe(-1)
  expect(extracted(makeZone({ confidence: 0.4 }), found('label')).score).toBe(-1)
  expect(extracted(makeZone({ confidence: 0.85 }), null).score).toBe(1)
})

test('checkDataExtracted() takes the reading that print says which was not found by the zone', () => {
  expect(extracted(twins, found('label')).score).toBe(1)
  expect(extracted(names, found('label')).score).toBe(1)
  expect(extracted(twins, found('zone')).score).toBe(-1)
  expect(extracted(twins, found('label', { documentNumber: 'L8989O2C3' })).score).toBe(-1)
  expect(extracted(names, found('label', { lastName: 'EXAMPLF' })).score).toBe(-1)
})

test('checkDataExtracted() asks for every letter of all names, in either spelling', () => {
  expect(extracted(disputed('names', { lastName: 'EXAMP' }), found('label')).score).toBe(-1)
  expect(extracted(disputed('names', { firstNames: ['ADA', 'NARIA'] }), found('label')).score).toBe(-1)
  expect(
    extracted(disputed('names', { lastName: 'MUELLER' }), found('label', { lastName: 'Müller' })).score,
  ).toBe(1)
})

test('checkDataExtracted() asks for the personal number too where it has a zero that may be a letter', () => {
  const numbered = (personalNumber: string) => disputed('numbers', { personalNumber })
  expect(extracted(numbered('ZE184226B'), found('label')).score).toBe(1)
  expect(extracted(numbered('ZE100226B'), found('label')).score).toBe(-1)
  const print = found('label', { personalNumber: 'ZE100226B' })
  expect(extracted(numbered('ZE100226B'), print).score).toBe(1)
})

test('checkDataExtracted() cannot tell the century of a birth that print has earlier, on a front of no known layout too', () => {
  const infant = makeZone({ format: 'TD1' }, { birthDate: '2021-05-04' })
  const scoreBeside = (birthDate: string, confidence = 0.5) => {
    const lines = [makePrintedLine({ birthDate, confidence })]
    const sides = { front: makeFront({ mrz: null, lines }), back: makeFront({ side: 'back', mrz: infant }) }
    return checkDataExtracted(infant, null, sides).score
  }
  expect([scoreBeside('1921-05-04'), scoreBeside('2021-05-04'), scoreBeside('1921-05-05')]).toEqual([
    -1, 1, 1,
  ])
  expect(extracted(infant, makePrint({ birthDate: '1921-05-04' })).score).toBe(-1)
  expect(extracted(infant, makePrint({ birthDate: '2021-05-04' })).score).toBe(1)
})
