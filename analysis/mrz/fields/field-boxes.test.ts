import { expect, it } from 'vitest'
import { MRZ_LAYOUTS } from '../format/mrz-layout.ts'
import { fieldBoxes, type PlacedText } from './field-boxes.ts'

const LINES = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
const PITCH_PX = 10
const CARD = { width: 440, height: 100, onto: (point: { x: number; y: number }) => point }

/** Two lines that fill a card's width, their cells evenly spread. */
function printed(top = 10): PlacedText {
  const places = Float64Array.from({ length: 44 }, (_, i) => (i + 0.5) / 44)
  const line = (y: number): PlacedText['quads'][number] => [
    { x: 0, y },
    { x: 440, y },
    { x: 440, y: y + 20 },
    { x: 0, y: y + 20 },
  ]
  return { plan: MRZ_LAYOUTS.TD3, lines: LINES, quads: [line(top), line(top + 40)], places: [places, places] }
}

it('puts each field around its characters', () => {
  const { lastName, birthDate } = fieldBoxes(printed(), CARD)
  expect(lastName?.x).toBeCloseTo(5 * PITCH_PX)
  expect(lastName?.width).toBeCloseTo(8 * PITCH_PX)
  expect(birthDate?.x).toBeCloseTo(13 * PITCH_PX)
  expect(birthDate?.y).toBeCloseTo(50)
  expect(birthDate?.height).toBeCloseTo(20)
})

it('goes onto the card by the way given, and no further than its rim', () => {
  const half = { ...CARD, height: 15, onto: ({ x, y }: { x: number; y: number }) => ({ x: x / 2, y: y / 2 }) }
  const { lastName, birthDate } = fieldBoxes(printed(), half)
  expect(lastName?.x).toBeCloseTo(2.5 * PITCH_PX)
  expect(lastName?.height).toBeCloseTo(10)
  expect(birthDate).toBeUndefined()
})
