import { expect, it } from 'vitest'
import { fakeLine } from '../../../../test/fakes/pixels/fake-line.ts'
import { makePrint } from '../../../../test/fakes/scene-facts.ts'
import { keepLines } from './keep-lines.ts'

const { template } = makePrint({}, { documentTypeDetailed: null, zoneSide: 'back' })
const front = { side: 'front', template, today: '2026-11-26' } as const

it('keeps what a line says if it is a date or a number, also of a date that was seen in two runs', () => {
  const kept = keepLines(
    [fakeLine('04 MAI'), fakeLine('90', { left: 200 }), fakeLine('AB 12', { top: 90 })],
    front,
  )
  expect(kept.map(({ text, birthDate, number }) => [text, birthDate, number])).toEqual([
    ['04 MAI', null, '04MAI'],
    ['90', null, '90'],
    ['AB 12', null, 'AB12'],
    ['04 MAI 90', '1990-05-04', '04MAI90'],
  ])
})

it('takes the century of each meaning of a date of two digits', () => {
  const [{ birthDate, expiryDate }] = keepLines([fakeLine('01.02.34')], front)
  expect([birthDate, expiryDate]).toEqual(['1934-02-01', '2034-02-01'])
})

it("keeps lines of fronts whose zone is on the back alone, and none under a state's own layout", () => {
  const lines = [fakeLine('ADA')]
  const count = (change: object) => keepLines(lines, { ...front, ...change }).length
  expect(count({ template: null })).toBe(1)
  expect(count({ side: 'back' })).toBe(0)
  expect(count({ template: { ...template, zoneSide: 'front' } })).toBe(0)
  expect(count({ template: { ...template, documentTypeDetailed: 'PERSONALAUSWEIS' } })).toBe(0)
})

it('keeps no piece of a zone, sixty lines at most, and eighty characters of each', () => {
  expect(keepLines([fakeLine('ADA<<')], front)).toEqual([])
  const many = Array.from({ length: 90 }, (_, row) => fakeLine('A'.repeat(200), { top: row * 50 }))
  const kept = keepLines(many, front)
  expect([kept.length, kept[0].text.length]).toEqual([60, 80])
})
