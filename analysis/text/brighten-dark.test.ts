import { expect, test } from 'vitest'
import { brightenDark } from './brighten-dark.ts'

/** A picture of one grey with a dot of another in its middle. */
function greyOf(level: number, dot = level) {
  const data = new Uint8Array(40 * 40 * 3).fill(level)
  data.fill(dot, 2400, 2403)
  return { data, width: 40, height: 40 }
}

test('brightenDark() raises the levels of a dark picture alike, to no more than white', () => {
  const { data } = brightenDark(greyOf(22, 11))
  expect([data[0], data[2400]]).toEqual([110, 55])
  expect(brightenDark(greyOf(22, 250)).data[2400]).toBe(255)
})

test('brightenDark() raises the darkest by eight times at most, and black not at all', () => {
  expect(brightenDark(greyOf(5)).data[0]).toBe(40)
  expect(brightenDark(greyOf(0)).data[0]).toBe(0)
})

test('brightenDark() gives a picture in light as it is', () => {
  const lit = greyOf(45)
  expect(brightenDark(lit)).toBe(lit)
})
