import { expect, test } from 'vitest'
import { PacketPacer } from './packet-pacer.ts'

test('a large frame leaves spread over time, in order and whole', () => {
  const pacer = new PacketPacer<number>()
  const packets = Array.from({ length: 100 }, (_, index) => index)
  pacer.add(packets)
  const taken: number[][] = []
  for (let nowMs = 0; nowMs < 60; nowMs += 5) taken.push(pacer.take(nowMs))
  expect(taken.flat()).toEqual(packets)
  expect(Math.max(...taken.map(({ length }) => length))).toBeLessThanOrEqual(14)
})

test('a pause does not save up a burst that a socket cannot hold', () => {
  const pacer = new PacketPacer<number>()
  pacer.take(0)
  pacer.add(Array.from({ length: 100 }, (_, index) => index))
  expect(pacer.take(10_000)).toHaveLength(24)
})
