import { expect, test } from 'vitest'
import type { PrintedField } from '../../../../domain/document/print-facts.ts'
import { makeFront, makePrint, makePrintedLine, makeZone } from '../../../../test/fakes/scene-facts.ts'
import { withPrintedCentury } from './with-printed-century.ts'

const TODAY = '2026-11-26'
const zone = makeZone({ format: 'TD1' }, { birthDate: '2021-05-04' })
const back = makeFront({ side: 'back', mrz: zone })

/** The birth date of the zone beside print of it. */
function bornBeside(value: string, change: Partial<PrintedField> = {}, today = TODAY) {
  const print = makePrint({ birthDate: value })
  const read = { ...print.fields.birthDate, raw: value, ...change } as PrintedField
  const front = makeFront({ mrz: null, print: { ...print, fields: { birthDate: read } } })
  const sides = withPrintedCentury({ front, back }, today)
  return typeof sides.back === 'string' ? null : sides.back.mrz?.fields.birthDate
}

test('withPrintedCentury() takes the century of a birth date that the print surely has in four digits', () => {
  expect(bornBeside('1921-05-04')).toBe('1921-05-04')
})

test('withPrintedCentury() leaves the zone as it is when print is unsure, has two digits, or is another date', () => {
  expect(bornBeside('1921-05-04', { confidence: 0.85 })).toBe('2021-05-04')
  expect(bornBeside('1921-05-04', { raw: '04.05.21' })).toBe('2021-05-04')
  expect(bornBeside('1921-05-14')).toBe('2021-05-04')
  expect(bornBeside('1922-05-04')).toBe('2021-05-04')
})

test('withPrintedCentury() makes nobody older than the oldest, and nobody younger', () => {
  expect(bornBeside('1921-05-04', {}, '2040-01-01')).toBe('2021-05-04')
  expect(bornBeside('2121-05-04')).toBe('2021-05-04')
})

test('withPrintedCentury() finds the date in any line of a front, with a layout or without, and in the print beside the zone of a page', () => {
  const line = makePrintedLine({ text: '04.05.1921', birthDate: '1921-05-04', confidence: 0.95 })
  const print = makePrint({}, { documentTypeDetailed: null })
  for (const layout of [{ ...print, fields: {} }, null]) {
    const front = makeFront({ mrz: null, print: layout, lines: [line] })
    expect(withPrintedCentury({ front, back }, TODAY)).toMatchObject({
      back: { mrz: { fields: { birthDate: '1921-05-04' } } },
    })
  }
  const field = {
    ...makePrint({ birthDate: '1921-05-04' }).fields.birthDate,
    raw: '04 MAI/MAY 1921',
  } as PrintedField
  const page = makeFront({ mrz: zone, print: { ...print, fields: { birthDate: field } } })
  expect(withPrintedCentury({ front: page, back: 'not-asked' }, TODAY)).toMatchObject({
    front: { mrz: { fields: { birthDate: '1921-05-04' } } },
  })
})
