import { expect, it } from 'vitest'
import { fakeLine } from '../../../../test/fakes/pixels/fake-line.ts'
import type { LayoutField } from '../../layouts/layout.ts'
import { sliceFirstNames, sliceValue } from './slice-value.ts'

const SENSE = { today: '2026-11-26' }
const DATE: LayoutField = { name: 'birthDate', kind: 'date', labels: [] }
const NAMES: LayoutField = { name: 'lastName', kind: 'full-name', labels: [] }

/** A line whose letters stand one hundredth of it apart, from 100 px on. */
function lineOf(text: string) {
  const letters = [...text]
  return {
    ...fakeLine(text, { top: 300 }),
    left: 100,
    right: 1100,
    positions: letters.map((_, i) => i / 100),
    certainties: letters.map(() => 0.9),
  }
}

it.each([
  ['12AUG/AOUT 74 ZE 184226B', '12AUG/AOUT 74'],
  ['BONN 12.08.1974', '12.08.1974'],
  ['12 08 1974', '12 08 1974'],
  ['no date', 'no date'],
])('cuts %s to the words of its date', (text, date) => {
  const cut = sliceValue(lineOf(text), DATE, SENSE)
  expect(cut.text).toBe(date)
  expect(cut.certainties).toHaveLength(date.length)
})

it('gives each of two names of a line its own box', () => {
  for (const text of ['LIN, MEI-HUA', 'DE LA TOUR Théo Louis']) {
    const [last, first] = [sliceValue(lineOf(text), NAMES, SENSE), sliceFirstNames(lineOf(text))]
    expect(`${last.text} ${first.text}`).toBe(text.replace(',', ''))
    expect(last.left).toBe(100)
    expect(last.right).toBeLessThan(first.left)
    expect(first.right).toBe(1100)
  }
})

it('leaves a line whole that does not know where its letters stand', () => {
  const joined = { ...lineOf('LIN, MEI-HUA'), positions: [] }
  expect(sliceValue(joined, NAMES, SENSE)).toEqual(joined)
  expect(sliceFirstNames(joined)).toEqual(joined)
})
