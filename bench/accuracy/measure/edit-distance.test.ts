import { expect, it } from 'vitest'
import { editDistance } from './edit-distance.ts'

it.each([
  ['L898902C', 'L898902C', 0],
  ['L898902C', 'L8989O2C', 1],
  ['L898902C', 'L89902C<', 2],
  ['', 'ABC', 3],
])('tells %s and %s apart by their edits', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits)
})
