import type { Figure } from '../figures/figure.ts'
import type { MatchOutcome } from './measure-matcher.ts'
import type { FacesRun } from './report-faces.ts'

/** What is watched: bands of our matcher. */
export function faceFigures({ matchers }: FacesRun): Figure[] {
  const outcomes = matchers.flatMap(({ isOurs, outcomes: of }) => (isOurs ? of : []))
  return outcomes.filter(({ source }) => source === 'all').flatMap(bandFigures)
}

function bandFigures({ split, against, pairs }: MatchOutcome): Figure[] {
  const [genuine, impostor] = [true, false].map((isSame) => pairs.filter(({ a, b }) => (a === b) === isSame))
  const count = (of: typeof pairs, wanted: string) => of.filter(({ band }) => band === wanted).length
  const name = `${split}, ${against}`
  return [
    {
      name: `${name}: own face accepted`,
      count: count(genuine, 'accept'),
      total: genuine.length,
      better: 'more',
    },
    {
      name: `${name}: own face rejected`,
      count: count(genuine, 'reject'),
      total: genuine.length,
      better: 'less',
    },
    {
      name: `${name}: other face accepted`,
      count: count(impostor, 'accept'),
      total: impostor.length,
      better: 'less',
    },
    {
      name: `${name}: other face rejected`,
      count: count(impostor, 'reject'),
      total: impostor.length,
      better: 'more',
    },
  ]
}
