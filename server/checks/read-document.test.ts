import { expect, test } from 'vitest'
import { makeFront, makePrint, makeZone } from '../../test/fakes/scene-facts.ts'
import { readDocument } from './read-document.ts'
import { printOf } from './rules/print/print-of.ts'

test.each([
  ['D', 'DEU'],
  ['GBN', 'GBR'],
  ['FRA', 'FRA'],
  ['XXA', 'XXA'],
])('readDocument() tells the state that a zone writes as %s as %s', (written, told) => {
  const zone = makeZone({}, { issuingState: written, nationality: written })
  expect(readDocument(zone)).toMatchObject({ issuingStateCode: told, nationality: told })
})

test('readDocument() tells the remarks of both sides of a licence', () => {
  const side = (remarks: string) =>
    makePrint({ remarks }, { zoneSide: null, documentType: 'Driving licence' })
  const back = makeFront({ side: 'back', mrz: null, print: side('01.06') })
  const print = printOf({ front: makeFront({ mrz: null, print: side('B, BE') }), back })
  expect(readDocument(null, print).remarks).toBe('B, BE; 01.06')
  expect(readDocument(null, side('B, BE')).remarks).toBe('B, BE')
})

test.each([
  ['C1', 'USA', 'Residence Permit'],
  ['C1', 'FRA', 'ID'],
  ['IR', 'D', 'Residence Permit'],
  ['ID', 'ESP', 'ID'],
])('readDocument() tells a card of code %s of %s as %s', (documentCode, issuingState, told) => {
  expect(readDocument(makeZone({ format: 'TD1' }, { documentCode, issuingState })).documentType).toBe(told)
})
