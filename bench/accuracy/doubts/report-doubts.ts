import type { Score } from '../../../domain/score.ts'
import { wilsonInterval } from '../measure/wilson-interval.ts'
import { classOf, type DoubtName } from './doubt-case.ts'
import type { DoubtOutcome } from './measure-doubts.ts'

/** Scores in the order of the columns; null is nothing found. */
const SCORES: readonly (Score | null)[] = [1, 0, -1, null]

/** One table for each set of pictures: a check's positives, then its negatives, with the share of each score. */
export function reportDoubts(outcomes: readonly DoubtOutcome[]): string {
  const sets = Map.groupBy(outcomes, ({ set }) => set)
  return [...sets]
    .flatMap(([set, members]) => [
      `${set[0].toUpperCase()}${set.slice(1)}:`,
      '',
      '| check | class | pictures | 1 | 0 | -1 | nothing found |',
      '|---|---|---|---|---|---|---|',
      ...namesOf(members).flatMap((name) => rowsOf(name, members)),
      ...negativeRowsOf(members),
      '',
    ])
    .join('\n')
}

function namesOf(outcomes: readonly DoubtOutcome[]): DoubtName[] {
  return [...new Set(outcomes.flatMap(({ truth }) => truth ?? []))]
}

/** Sides with another fault are no negatives: a check of quality may well stop them. */
function rowsOf(name: DoubtName, outcomes: readonly DoubtOutcome[]): string[] {
  const positives = outcomes.filter((outcome) => classOf(outcome, name) === 'positive')
  const negatives = outcomes.filter((outcome) => classOf(outcome, name) === 'negative')
  const causes = Map.groupBy(positives, ({ cause }) => cause)
  return [
    row(name, 'positive', { outcomes: positives, check: name }),
    row('', 'negative', { outcomes: negatives, check: name }),
    ...(causes.size > 1
      ? [...causes].map(([cause, members]) =>
          row('', `positive: ${cause}`, { outcomes: members, check: name }),
        )
      : []),
  ]
}

/** Where one check alone is asked, its negatives are told apart too. */
function negativeRowsOf(outcomes: readonly DoubtOutcome[]): string[] {
  const [check, ...others] = namesOf(outcomes)
  const causes = Map.groupBy(
    outcomes.filter(({ truth }) => truth === null),
    ({ cause }) => cause,
  )
  if (others.length > 0 || causes.size < 2) return []
  return [...causes].map(([cause, members]) => row('', `negative: ${cause}`, { outcomes: members, check }))
}

function row(
  title: string,
  group: string,
  { outcomes, check }: { outcomes: readonly DoubtOutcome[]; check: DoubtName },
): string {
  const shares = SCORES.map((score) => {
    const count = outcomes.filter(({ scores }) => (scores[check] ?? null) === score).length
    const [from, to] = wilsonInterval(count, outcomes.length)
    return `${count} [${(from * 100).toFixed(1)}, ${(to * 100).toFixed(1)}]`
  })
  return `| ${[title, group, String(outcomes.length), ...shares].join(' | ')} |`
}
