import { expect, test } from 'vitest'
import {
  makeAttempt,
  makeBarcode,
  makeFront,
  makePrint,
  makePrintedLine,
  makeZone,
  pickPrinted,
} from '../../test/fakes/scene-facts.ts'
import type { AttemptFacts } from './attempt-facts.ts'
import { concludeAnswer } from './conclude-answer.ts'

const SEEN = makeAttempt()

/** Where the answer to what was seen of a passport says that each attribute comes from. */
function sourcesOf(
  front: Parameters<typeof makeFront>[0],
  declared: Partial<AttemptFacts['referenceData']> = {},
) {
  const referenceData = { ...SEEN.referenceData, ...declared }
  const { grounds } = concludeAnswer({ ...SEEN, front: makeFront(front), referenceData })
  return grounds?.sources ?? {}
}

test('What zone and print both say comes from the zone, and the print agrees', () => {
  const sources = sourcesOf({ print: makePrint() })
  expect(sources.birthDate).toEqual({ from: 'zone', agreeing: ['print'], confidence: 0.98 })
})

test('A name with accents comes from the print, and the zone agrees as it spells them', () => {
  const mrz = makeZone({}, { lastName: 'NUNEZ' })
  const { lastName } = sourcesOf({ mrz, print: makePrint({ lastName: 'NÚÑEZ' }) })
  expect(lastName).toEqual({ from: 'print', agreeing: ['zone'], confidence: 0.98 })
})

test('What only the print has comes from it alone, and what was not read from nowhere', () => {
  const sources = sourcesOf({ print: makePrint({ birthPlace: 'ZENITH' }) })
  expect(sources.birthPlace).toEqual({ from: 'print', agreeing: [], confidence: 0.98 })
  expect(sources.residenceAddress).toBeUndefined()
})

test('A print that says something else than the zone does not agree', () => {
  expect(sourcesOf({ print: makePrint({ birthDate: '1990-05-14' }) }).birthDate?.agreeing).toEqual([])
})

test('Print that was found by what the zone says does not agree with it, nor the zone with such print', () => {
  const found = (lastName: string) => {
    const print = makePrint({ lastName })
    const fields = Object.entries(print.fields).map(([name, field]) => [name, { ...field, by: 'zone' }])
    return { ...print, fields: Object.fromEntries(fields) }
  }
  const { lastName, firstName } = sourcesOf({ print: found('EXAMPLE'), barcodes: [makeBarcode()] })
  expect(lastName).toEqual({ from: 'zone', agreeing: ['code'], confidence: 0.98 })
  expect(firstName?.agreeing).toEqual([])
  const mrz = makeZone({}, { lastName: 'NUNEZ' })
  expect(sourcesOf({ mrz, print: found('NÚÑEZ') }).lastName).toMatchObject({ from: 'print', agreeing: [] })
})

test('A birth date whose century the print told comes from the print', () => {
  const mrz = makeZone({ format: 'TD1' }, { birthDate: '2021-05-04' })
  const line = makePrintedLine({ text: '04.05.1921', birthDate: '1921-05-04', confidence: 0.95 })
  for (const print of [null, pickPrinted(makePrint(), [])]) {
    const front = makeFront({ mrz: null, print, lines: [line] })
    const answer = concludeAnswer({ ...SEEN, front, back: makeFront({ side: 'back', mrz }) })
    expect(answer.document.birthDate).toBe('1921-05-04')
    expect(answer.grounds?.sources?.birthDate).toEqual({ from: 'print', agreeing: [], confidence: 0.95 })
  }
})

test('A code agrees beside another one that says nothing of the attribute', () => {
  const barcodes = [makeBarcode({ fields: {} }), makeBarcode({ fields: { lastName: 'EXAMPLE' } })]
  expect(sourcesOf({ barcodes }).lastName?.agreeing).toEqual(['code'])
  expect(sourcesOf({ barcodes }).birthDate?.agreeing).toEqual([])
})

test('A code on the card and what was declared agree too', () => {
  const sources = sourcesOf({ barcodes: [makeBarcode()] }, { lastName: 'Example' })
  expect(sources.lastName).toEqual({ from: 'zone', agreeing: ['code', 'declared'], confidence: 0.98 })
})

test('The kind of a document without a zone comes from its layout', () => {
  const print = makePrint({}, { documentType: 'Driving licence', zoneSide: null })
  const sources = sourcesOf({ mrz: null, print })
  expect(sources.documentType).toEqual({ from: 'layout', agreeing: [], confidence: null })
  expect(sources.lastName?.from).toBe('print')
})

test('The kind of a document and its zone come from the zone where it tells them', () => {
  expect(sourcesOf({}).documentType).toEqual({ from: 'zone', agreeing: [], confidence: 0.98 })
  expect(sourcesOf({ mrz: makeZone({ checksValid: false }) }).mrz?.from).toBe('zone')
})

test('Of a zone whose digits fit two numbers the number alone is unsure, until the print says which', () => {
  const mrz = makeZone({ confidence: 0.49, decidedConfidence: 0.98, undecided: ['numbers'] })
  const { documentNumber, birthDate, lastName } = sourcesOf({ mrz })
  expect(documentNumber?.confidence).toBe(0.49)
  expect([birthDate?.confidence, lastName?.confidence]).toEqual([0.98, 0.98])
  const print = makePrint({ documentNumber: 'L898902C3' })
  expect(sourcesOf({ mrz, print }).documentNumber?.confidence).toBe(0.98)
  const other = makePrint({ documentNumber: 'L8989O2C3' })
  expect(sourcesOf({ mrz, print: other }).documentNumber?.confidence).toBe(0.49)
})

test('Of a zone whose names two readers read apart the names alone are unsure, until the print says which', () => {
  const mrz = makeZone({ confidence: 0.49, decidedConfidence: 0.98, undecided: ['names'] })
  const { documentNumber, allFirstNames, mrz: lines } = sourcesOf({ mrz })
  expect(documentNumber?.confidence).toBe(0.98)
  expect([allFirstNames?.confidence, lines?.confidence]).toEqual([0.49, 0.49])
  const settled = sourcesOf({ mrz, print: makePrint() })
  expect([settled.lastName?.confidence, settled.allFirstNames?.confidence]).toEqual([0.98, 0.98])
  const other = sourcesOf({ mrz, print: makePrint({ firstNames: ['ADA', 'NARIA'] }) })
  expect([other.lastName?.confidence, other.allFirstNames?.confidence]).toEqual([0.98, 0.49])
})
