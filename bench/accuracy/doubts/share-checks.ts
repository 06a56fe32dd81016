import type { Score } from '../../../domain/score.ts'
import type { CheckShares, ScoreCounts } from '../figures/figure.ts'
import { classOf, type DoubtName } from './doubt-case.ts'
import type { DoubtOutcome } from './measure-doubts.ts'

/** How often each check gave which score, in each set that has cases it asks for. */
export function shareChecks(outcomes: readonly DoubtOutcome[]): CheckShares[] {
  return [...Map.groupBy(outcomes, ({ set }) => set)].flatMap(([set, members]) => {
    const names = [...new Set(members.flatMap(({ truth }) => truth ?? []))]
    return names.map((check) => ({
      set,
      check,
      positives: countScores(members, { wanted: 'positive', check }),
      negatives: countScores(members, { wanted: 'negative', check }),
    }))
  })
}

function countScores(
  outcomes: readonly DoubtOutcome[],
  { wanted, check }: { wanted: 'positive' | 'negative'; check: DoubtName },
): ScoreCounts {
  const said = outcomes.flatMap((outcome) =>
    classOf(outcome, check) === wanted ? [outcome.scores[check] ?? null] : [],
  )
  const count = (score: Score | null) => said.filter((one) => one === score).length
  return { valid: count(1), invalid: count(0), unsure: count(-1), nothing: count(null) }
}
