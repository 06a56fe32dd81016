import { expect, test } from 'vitest'
import { fakeLine } from '../../../test/fakes/pixels/fake-line.ts'
import { makeZone } from '../../../test/fakes/scene-facts.ts'
import { findNearDates } from './find-near-dates.ts'

const { fields: ZONE } = makeZone({}, { birthDate: '1990-05-04', expiryDate: '2034-01-31' })

function near(texts: readonly string[], { known = [] as string[], isGlance = false, zone = ZONE } = {}) {
  const lines = texts.map((text, row) => ({ ...fakeLine(text, { left: 100, top: row * 50 }), isGlance }))
  const sought = { zone, today: '2026-11-26', missing: (name: string) => !known.includes(name) }
  const found = Object.entries(findNearDates(lines, sought) ?? {})
  return Object.fromEntries(found.map(([name, { value, raw }]) => [name, `${value} of ${raw}`]))
}

test('findNearDates() finds a birth and an end that are a digit or two off, with the words of the date alone', () => {
  expect(near(['SPECIMEN', 'F 04 MAI/MAY 1980 X', '31.01.2039'])).toEqual({
    birthDate: '1980-05-04 of 04 MAI/MAY 1980',
    expiryDate: '2039-01-31 of 31.01.2039',
  })
})

test('findNearDates() finds nothing where print has the date of the zone, nor in what was glanced at', () => {
  expect(near(['04.05.1980'], { known: ['birthDate'] })).toEqual({})
  expect(near(['04.05.1980'], { isGlance: true })).toEqual({})
})

test('findNearDates() takes no date of issue, nor one that is further off', () => {
  expect(near(['31.01.2024', '01.02.2024', '17.11.1983'])).toEqual({})
})

test('findNearDates() takes no birth for altered on a document that was issued for longer than eleven years', () => {
  const born = (expiryDate: string) => Object.keys(near(['04.05.1980'], { zone: { ...ZONE, expiryDate } }))
  expect([born('2037-12-31'), born('2038-01-01'), born('2099-12-31')]).toEqual([['birthDate'], [], []])
})
