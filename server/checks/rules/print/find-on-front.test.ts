import { expect, test } from 'vitest'
import type { PrintedLine } from '../../../../domain/document/print-facts.ts'
import {
  makeFront,
  makePrint,
  makePrintedLine,
  makeZone,
  pickPrinted,
} from '../../../../test/fakes/scene-facts.ts'
import { findOnFront } from './find-on-front.ts'

const zone = makeZone({ format: 'TD1' }, { lastName: 'MUELLER', firstNames: ['ADA', 'MARIA'] })
const found = (lines: (string | Partial<PrintedLine>)[], print = pickPrinted(makePrint(), [])) => {
  const read = lines.map((line) => makePrintedLine(typeof line === 'string' ? { text: line } : line))
  const fields = findOnFront(makeFront({ mrz: null, print, lines: read }), zone)
  return Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]))
}

test('findOnFront() finds names, dates and the number of the zone in lines of any field', () => {
  const lines = ['Sukunimi', 'Müller', 'ADA MARIA', { birthDate: '1990-05-04' }, { number: 'L898902C3' }]
  expect(found(lines)).toEqual({
    lastName: 'MÜLLER',
    firstNames: ['ADA', 'MARIA'],
    birthDate: '1990-05-04',
    documentNumber: 'L898902C3',
  })
})

test('findOnFront() parts a line that has both names, and gives letters back that the zone tells of', () => {
  expect(found(['MULLER, ADA MARIA'])).toEqual({ lastName: 'MÜLLER', firstNames: ['ADA', 'MARIA'] })
})

test('findOnFront() finds nothing that is printed otherwise, nor anything that the layout has told', () => {
  const other = [
    'MILLER',
    'ADA',
    { birthDate: '1990-05-05' },
    { number: 'L898902C8' },
    { expiryDate: '2034-02-01' },
  ]
  expect(found(other)).toEqual({})
  expect(found([{ birthDate: '1990-05-04' }], pickPrinted(makePrint(), ['birthDate']))).toEqual({})
})

test('findOnFront() marks what it finds as found by the zone, and finds it without a layout', () => {
  const lines = [makePrintedLine({ text: '04.05.1990', birthDate: '1990-05-04', confidence: 0.4 })]
  const { birthDate } = findOnFront(makeFront({ mrz: null, print: null, lines }), zone)
  expect(birthDate).toMatchObject({ by: 'zone', raw: '04.05.1990', confidence: 0.4, framesAgreeing: 1 })
})

test('findOnFront() takes no number or name of two letters, which stand in other print by chance', () => {
  const short = makeZone({}, { lastName: 'LI', firstNames: ['X'], documentNumber: '12' })
  const lines = ['LI', 'X'].map((text) => makePrintedLine({ text, number: '12' }))
  expect(findOnFront(makeFront({ mrz: null, print: null, lines }), short)).toEqual({})
})

test('findOnFront() takes the very date of the zone before one of an earlier century, and never a later one', () => {
  const [earlier, exact, later] = ['1890-05-04', '1990-05-04', '2090-05-04'].map((birthDate) => ({
    birthDate,
  }))
  expect(found([later, earlier, exact])).toEqual({ birthDate: '1990-05-04' })
  expect(found([later, earlier])).toEqual({ birthDate: '1890-05-04' })
  expect(found([later])).toEqual({})
})
