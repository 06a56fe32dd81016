import { expect, test } from 'vitest'
import type { TurnSide } from '../../../domain/challenge.ts'
import { HeadMotion } from './head-motion.ts'

/** Yaws of every 50 ms while a turn is asked for. */
function play(
  head: HeadMotion,
  asked: TurnSide | null,
  { from, to }: { from: number; to: number },
): number[] {
  const yaws: number[] = []
  for (let at = from; at < to; at += 50) yaws.push(head.step(asked, at))
  return yaws
}

test('a head that is not asked to turn looks straight', () => {
  expect(new Set(play(new HeadMotion(), null, { from: 0, to: 3000 }))).toEqual(new Set([0]))
})

test('left is a positive yaw, reached in small steps, held while it is asked, and left again', () => {
  const head = new HeadMotion()
  const turned = play(head, 'left', { from: 0, to: 4500 })
  const steps = turned.slice(1).map((yaw, index) => Math.abs(yaw - turned[index]))
  expect(Math.max(...steps)).toBeLessThanOrEqual(0.76)
  expect(turned.slice(-35)).toEqual(Array(35).fill(30))
  expect(play(head, null, { from: 4500, to: 8000 }).at(-1)).toBe(0)
})

test('right is a negative yaw', () => {
  expect(Math.min(...play(new HeadMotion(), 'right', { from: 0, to: 3000 }))).toBe(-30)
})

test('a turn that stays asked for is made again after a pause, another one at once', () => {
  const head = new HeadMotion()
  const turns = play(head, 'left', { from: 0, to: 18_000 })
  const starts = turns.filter((yaw, index) => index > 0 && yaw === 30 && turns[index - 1] !== 30)
  expect(starts).toHaveLength(2)
  const fresh = new HeadMotion()
  play(fresh, 'left', { from: 0, to: 2200 })
  expect(Math.min(...play(fresh, 'right', { from: 2200, to: 7000 }))).toBe(-30)
})

test('a turn that is no longer asked for is broken off', () => {
  const head = new HeadMotion()
  play(head, 'left', { from: 0, to: 200 })
  const yaws = play(head, null, { from: 200, to: 1000 })
  expect(Math.max(...yaws)).toBeLessThan(12)
  expect(yaws.at(-1)).toBe(0)
})
