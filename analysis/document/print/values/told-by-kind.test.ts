import { expect, test } from 'vitest'
import { fakeLine } from '../../../../test/fakes/pixels/fake-line.ts'
import { FRENCH_ID_CARD_2021 } from '../../layouts/french-id-card-2021.ts'
import { toldByKind } from './told-by-kind.ts'

const [SIDE] = FRENCH_ID_CARD_2021.sides
const SENSE = { today: '2026-11-26', words: FRENCH_ID_CARD_2021, card: { width: 1200, height: 757 } }
/** Lines of the front where the card has them, px. */
const BIRTH = fakeLine('12 08 1990', { left: 839, top: 370 })
const EXPIRY = fakeLine('29 06 2034', { left: 836, top: 550 })
const NUMBER = fakeLine('U1NEHP431', { left: 438, top: 550 })
const STATE = fakeLine('FRA', { left: 586, top: 370 })

/** The fields that are told of lines. */
const namesOf = (...lines: (typeof BIRTH)[]) =>
  toldByKind(SIDE, lines, SENSE)
    .map(({ field }) => field.name)
    .sort()

test('dates, numbers and states are told by their looks in the places of their fields', () => {
  expect(namesOf(BIRTH, EXPIRY, NUMBER, STATE)).toEqual([
    'birthDate',
    'documentNumber',
    'expiryDate',
    'nationality',
  ])
  expect(namesOf({ ...NUMBER, left: 100 }, { ...STATE, left: 100 })).toEqual([])
})

test('names and places are told by nothing but their labels', () => {
  const name = fakeLine('LINDQVIST', { left: 437, top: 195 })
  expect(namesOf(name, fakeLine('ZENITH', { left: 439, top: 455 }))).toEqual([])
})

test('of dates none is told where one is missing, one too many, or the order is that of no life', () => {
  expect(namesOf(BIRTH)).toEqual([])
  expect(namesOf(BIRTH, EXPIRY, fakeLine('30 06 2024', { left: 100, top: 600 }))).toEqual([])
  expect(namesOf({ ...BIRTH, text: EXPIRY.text }, { ...EXPIRY, text: BIRTH.text })).toEqual([])
})

test('a date before the end that could be its issue is told for no birth', () => {
  expect(namesOf({ ...BIRTH, text: '30 06 2024' }, EXPIRY)).toEqual([])
  expect(namesOf({ ...BIRTH, text: '12 08 2022' }, EXPIRY)).toEqual(['birthDate', 'expiryDate'])
})

test('nothing is told of a line that was glanced at, has more in it, or is not the only one of its kind', () => {
  expect(namesOf({ ...NUMBER, isGlance: true })).toEqual([])
  expect(namesOf(fakeLine('U1NEHP431 29', { left: 438, top: 550 }))).toEqual([])
  expect(namesOf(STATE, fakeLine('UTO', { left: 700, top: 370 }))).toEqual([])
  expect(namesOf(fakeLine('QQQ', { left: 586, top: 370 }))).toEqual([])
})
