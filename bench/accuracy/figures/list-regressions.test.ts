import { expect, it } from 'vitest'
import type { Figure } from './figure.ts'
import { listRegressions } from './list-regressions.ts'

const exact = (count: number, total = 20): Figure => ({ name: 'exact', count, total, better: 'more' })
const wrong = (count: number, total = 20): Figure => ({ name: 'wrong', count, total, better: 'less' })

it('says nothing of what stays within the interval, or gets better', () => {
  expect(listRegressions([exact(18)], [exact(15)])).toEqual([])
  expect(listRegressions([exact(10)], [exact(20)])).toEqual([])
  expect(listRegressions([wrong(1)], [wrong(4)])).toEqual([])
  expect(listRegressions([wrong(10)], [wrong(0)])).toEqual([])
})

it('names what got worse beyond it, either way, and what is gone', () => {
  expect(listRegressions([exact(18)], [exact(13)])).toEqual([
    'exact: 13 of 20, recorded as 18 of 20, 69.9 to 97.2 %',
  ])
  expect(listRegressions([wrong(1)], [wrong(6)])).toHaveLength(1)
  expect(listRegressions([exact(18)], [])).toEqual(['exact: recorded as 18 of 20, not measured any more'])
})

it('makes nothing of a topic that had no pictures this time', () => {
  expect(listRegressions([exact(18)], [exact(0, 0)])).toEqual([])
})
