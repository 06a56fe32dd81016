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

it('names what is measured over no case any more, whichever way is better', () => {
  expect(listRegressions([exact(18)], [exact(0, 0)])).toEqual(['exact: no case, recorded as 18 of 20'])
  expect(listRegressions([wrong(0)], [wrong(0, 0)])).toEqual(['wrong: no case, recorded as 0 of 20'])
})

it('makes nothing of what had no case when it was recorded', () => {
  expect(listRegressions([exact(0, 0)], [exact(0, 0)])).toEqual([])
  expect(listRegressions([exact(0, 0)], [exact(1, 4)])).toEqual([])
})
