import { describe, expect, test } from 'vitest'
import type { MrzFields } from '../../../../domain/facts.ts'
import { FRENCH_PASSPORT } from '../../layouts/french-passport.ts'
import type { TextLine } from '../text-line.ts'
import { isLabelOfTold } from './is-label-of-told.ts'
import { toldByZone } from './told-by-zone.ts'

const [SIDE] = FRENCH_PASSPORT.sides
const TOLD = {
  zone: { lastName: 'LINDQVIST', firstNames: ['ANNA'], birthDate: '1990-08-12' } as MrzFields,
  today: '2026-01-01',
  words: FRENCH_PASSPORT,
  card: { width: 1200, height: 845 },
}
const LABEL = { x: 408, y: 340, width: 300, height: 26 }

function line(text: string, { x, y }: { x: number; y: number }): TextLine {
  const letters = [...text].map((_, i) => (i + 0.5) / text.length)
  const box = { left: x, top: y, right: x + 20 * text.length, bottom: y + 36 }
  return {
    text,
    confidence: 1,
    positions: letters,
    certainties: letters.map(() => 1),
    ...box,
    isGlance: false,
  }
}

const boxOf = ({ left, top, right, bottom }: TextLine) => ({
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
})

describe('toldByZone()', () => {
  test('finds what the zone says where the layout has it, and nowhere else', () => {
    const told = toldByZone(SIDE, [line('12 08 1990', { x: 410, y: 425 })], TOLD)
    expect(told).toMatchObject([{ field: { name: 'birthDate' }, line: { text: '12 08 1990' } }])
    expect(toldByZone(SIDE, [line('12 08 1990', { x: 410, y: 550 })], TOLD)).toEqual([])
  })

  test('finds nothing where the print says something else, nor where two lines do, or one has more', () => {
    expect(toldByZone(SIDE, [line('13 08 1990', { x: 410, y: 425 })], TOLD)).toEqual([])
    const twice = [line('12 08 1990', { x: 410, y: 425 }), line('12 08 1990', { x: 600, y: 425 })]
    expect(toldByZone(SIDE, twice, TOLD)).toEqual([])
    expect(toldByZone(SIDE, [line('12 08 1990 ZENITH', { x: 410, y: 425 })], TOLD)).toEqual([])
  })
})

describe('isLabelOfTold()', () => {
  const date = line('12 08 1990', { x: 410, y: 425 })
  const told = toldByZone(SIDE, [date], TOLD)
  const label = { ...LABEL, y: 396 }

  test('knows the label over a value that is told by where it stands', () => {
    expect(isLabelOfTold(label, told, [label, boxOf(date)])).toBe(true)
    expect(isLabelOfTold({ ...label, x: 700 }, told, [boxOf(date)])).toBe(false)
    expect(isLabelOfTold({ ...label, y: 300 }, told, [boxOf(date)])).toBe(false)
  })

  test('is not sure of a line that may be the label of what stands beside the value too', () => {
    const place = boxOf(line('ZENITH', { x: 640, y: 425 }))
    expect(isLabelOfTold(label, told, [boxOf(date), place])).toBe(false)
    expect(isLabelOfTold({ ...label, width: 500 }, told, [boxOf(date)])).toBe(false)
  })

  test('knows one line over two values that are told, as wide as the labels of both', () => {
    const number = line('36AK55364', { x: 700, y: 425 })
    const [numbered] = SIDE.fields
    const both = [...told, { field: numbered, line: number }]
    const wide = { ...label, width: 500 }
    expect(isLabelOfTold(wide, both, [boxOf(date), boxOf(number)])).toBe(true)
    expect(isLabelOfTold({ ...wide, width: 900 }, both, [boxOf(date), boxOf(number)])).toBe(false)
    expect(isLabelOfTold(wide, told, [boxOf(date), boxOf(number)])).toBe(false)
  })
})
