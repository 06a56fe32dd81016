import { expect, it } from 'vitest'
import { sweepPlane } from './_sweep-plane.ts'

const DOT = { data: Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0]), width: 5, height: 3 }

it('grows a dot to the size of the window and shrinks it back', () => {
  const grown = sweepPlane(DOT, 'greatest', { width: 3, height: 3 })
  expect([...grown.data]).toEqual([0, 9, 9, 9, 0, 0, 9, 9, 9, 0, 0, 9, 9, 9, 0])
  expect(sweepPlane(grown, 'least', { width: 3, height: 3 }).data[7]).toBe(9)
})
