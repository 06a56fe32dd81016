import { expect, test } from 'vitest'
import type { Figure } from './figure.ts'
import type { Goal } from './goals.ts'
import { judgeGoal } from './judge-goal.ts'

const GOAL: Goal = { wanted: 'Zones', topic: 'zones', figures: /exact$/, share: 0.9, better: 'more' }

const exact = (count: number, total: number): Figure => ({ name: 'a: exact', count, total, better: 'more' })

test('judgeGoal() says that a goal is reached or missed only where the interval does', () => {
  expect(judgeGoal(GOAL, [exact(99, 100)]).verdict).toBe('reached')
  expect(judgeGoal(GOAL, [exact(50, 100)]).verdict).toBe('missed')
  expect(judgeGoal(GOAL, [exact(10, 10)]).verdict).toBe('not demonstrable with this data')
  expect(judgeGoal(GOAL, []).verdict).toBe('not measured')
})

test('judgeGoal() adds up the figures that the goal names, and no others', () => {
  const other: Figure = { name: 'a: wrong', count: 7, total: 7, better: 'less' }
  expect(judgeGoal(GOAL, [exact(3, 4), exact(1, 4), other])).toMatchObject({ count: 4, total: 8 })
})

test('judgeGoal() calls a goal of none missed by the first', () => {
  const none: Goal = { ...GOAL, figures: /passed$/, share: 0, better: 'less' }
  const passed = (count: number): Figure => ({ name: 'passed', count, total: 1000, better: 'less' })
  expect(judgeGoal(none, [passed(1)]).verdict).toBe('missed')
  expect(judgeGoal(none, [passed(0)]).verdict).toBe('none seen')
})
