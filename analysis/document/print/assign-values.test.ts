import { expect, it } from 'vitest'
import { fakeLine } from '../../../test/fakes/pixels/fake-line.ts'
import { assignValues } from './assign-values.ts'
import type { TextLine } from './text-line.ts'

const CARD = { width: 1200, height: 845 }

function line(text: string, top: number): TextLine {
  return fakeLine(text, { top })
}

it('takes what stands under a label for its value, unless it is a piece of a zone', () => {
  const side = {
    side: 'front' as const,
    words: [],
    labels: 'above' as const,
    fields: [{ name: 'firstNames' as const, kind: 'names' as const, labels: ['Given names'] }],
  }
  const valueUnder = (value: string) =>
    assignValues(side, [line('Given names', 300), line(value, 345)], CARD).map(({ line: { text } }) => text)
  expect(valueUnder('ANNA')).toEqual(['ANNA'])
  expect(valueUnder('ANNA<<<<<<')).toEqual([])
})

/** A side whose labels stand over their values. */
function sideWith(fields: Parameters<typeof assignValues>[0]['fields']) {
  return { side: 'front' as const, words: [], labels: 'above' as const, fields }
}

it('gives what stands under a label to every field that the label names', () => {
  const labels = ['Place and date of birth']
  const side = sideWith([
    { name: 'birthPlace', kind: 'place', labels },
    { name: 'birthDate', kind: 'date', labels },
  ])
  const assigned = assignValues(side, [line(labels[0], 300), line('NAPOLI 30.12.1964', 345)], CARD)
  expect(assigned.map(({ field, line: { text } }) => [field.name, text])).toEqual([
    ['birthPlace', 'NAPOLI 30.12.1964'],
    ['birthDate', 'NAPOLI 30.12.1964'],
  ])
})

it('takes no print that stands far beside a name for a part of it', () => {
  const side = sideWith([{ name: 'firstNames', kind: 'names', labels: ['Given names'] }])
  const names = { ...line('MEI-HUA', 345), left: 100, right: 240 }
  const beside = (left: number) => {
    const other = { ...line('MARIA', 345), left, right: left + 100 }
    return assignValues(side, [line('Given names', 300), names, other], CARD)[0]?.line.text
  }
  const height = names.bottom - names.top
  expect(beside(names.right + height / 2)).toBe('MEI-HUA MARIA')
  expect(beside(names.right + 3 * height)).toBe('MEI-HUA')
})

it('takes no print that stands far beside a date, a number or a gender for a part of it, on whichever side', () => {
  const side = sideWith([{ name: 'birthDate', kind: 'date', labels: ['Date of birth'] }])
  const date = { ...line('12AUG/AOUT 74', 345), left: 100, right: 240 }
  const height = date.bottom - date.top
  const textWith = (text: string, left: number) => {
    const other = { ...line(text, 345), left, right: left + 20 }
    const label = { ...line('Date of birth', 300), left: 70 }
    return assignValues(side, [label, date, other], CARD)[0]?.line.text
  }
  expect(textWith('ZE', date.right + 3 * height)).toBe('12AUG/AOUT 74')
  expect(textWith('ZE', date.right + height)).toBe('12AUG/AOUT 74 ZE')
  expect(textWith('x', date.left - 20 - 3 * height)).toBe('12AUG/AOUT 74')
})
