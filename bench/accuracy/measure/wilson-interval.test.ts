import { expect, it } from 'vitest'
import { wilsonInterval } from './wilson-interval.ts'

it('gives the interval that tables give', () => {
  const [from, to] = wilsonInterval(18, 20)
  expect(from).toBeCloseTo(0.699, 3)
  expect(to).toBeCloseTo(0.972, 3)
})

it('stays between 0 and 1 when all or none were seen', () => {
  expect(wilsonInterval(20, 20)[1]).toBe(1)
  expect(wilsonInterval(0, 20)[0]).toBe(0)
  expect(wilsonInterval(0, 0)).toEqual([0, 1])
})
