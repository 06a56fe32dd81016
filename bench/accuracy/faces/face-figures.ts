import type { Figure } from '../figures/figure.ts'
import type { AttackOutcome } from './drawn/measure-attacks.ts'
import type { MatchOutcome } from './measure-matcher.ts'
import type { FacesRun } from './report-faces.ts'

/** What is watched: bands of our matcher, and attacks that pass. */
export function faceFigures({ matchers, drawnAttacks, photoAttacks }: FacesRun): Figure[] {
  const outcomes = matchers.flatMap(({ isOurs, outcomes: of }) => (isOurs ? of : []))
  return [
    ...outcomes.filter(({ source }) => source === 'all').flatMap(bandFigures),
    ...drawnAttacks.map((attack) => attackFigure('drawn', attack)),
    ...photoAttacks.map((attack) => attackFigure('photos', attack)),
  ]
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
  ]
}

function attackFigure(set: string, { species, passed, shown }: AttackOutcome): Figure {
  const isAttack = !species.includes('no attack')
  return {
    name: `${set}: ${species}, passed`,
    count: passed,
    total: shown,
    better: isAttack ? 'less' : 'more',
  }
}
