import { wilsonInterval } from '../measure/wilson-interval.ts'
import type { Figure } from './figure.ts'
import type { Goal } from './goals.ts'

/** How a goal stands. */
export interface JudgedGoal {
  count: number
  total: number
  /** 95 % interval of the share. */
  from: number
  to: number
  verdict: 'reached' | 'missed' | 'not demonstrable with this data' | 'none seen' | 'not measured'
}

/**
 * How recorded figures stand to a goal, said only where the interval lets it be said. A goal of none at all is missed by
 * the first; that none was seen proves no more than the interval tells.
 */
export function judgeGoal(goal: Goal, figures: readonly Figure[]): JudgedGoal {
  const of = figures.filter(({ name }) => goal.figures.test(name))
  const count = of.reduce((sum, figure) => sum + figure.count, 0)
  const total = of.reduce((sum, figure) => sum + figure.total, 0)
  const [from, to] = wilsonInterval(count, total)
  return { count, total, from, to, verdict: verdictOf(goal, { count, total }) }
}

function verdictOf(
  { share, better }: Goal,
  { count, total }: { count: number; total: number },
): JudgedGoal['verdict'] {
  if (total === 0) return 'not measured'
  if (share === 0) return count === 0 ? 'none seen' : 'missed'
  const [from, to] = wilsonInterval(count, total)
  const [isReached, isMissed] = better === 'more' ? [from >= share, to < share] : [to <= share, from > share]
  if (isReached) return 'reached'
  return isMissed ? 'missed' : 'not demonstrable with this data'
}
