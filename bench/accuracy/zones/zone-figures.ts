import type { Figure } from '../figures/figure.ts'
import { READABLE_WIDTH, type ReaderResults } from './report-zones.ts'

/** What is watched of a reader; the peer is only compared with. */
export function zoneFigures({
  name,
  specimens,
  degraded,
  films,
  stills,
  degradedFilms,
  licences,
  falseReads,
}: ReaderResults): Figure[] {
  if (name !== 'Vidimus') return []
  const readable = specimens.filter(({ width }) => width >= READABLE_WIDTH)
  const sets = {
    specimens,
    [`specimens of at least ${READABLE_WIDTH} px`]: readable,
    degraded: degraded ?? [],
    'drawn films': films ?? [],
    'first frames': stills ?? [],
    'degraded films': degradedFilms ?? [],
    'licence lines': licences ?? [],
  }
  const figures = Object.entries(sets).flatMap(([set, outcomes]) =>
    [...Map.groupBy(outcomes, ({ group }) => group)].flatMap(([group, of]): Figure[] => [
      {
        name: `${set}, ${group}: documents exact`,
        count: of.filter(({ isExact }) => isExact).length,
        total: of.length,
        better: 'more',
      },
      {
        name: `${set}, ${group}: digits right, yet wrong`,
        count: of.filter(({ isExact, checksValid }) => checksValid && !isExact).length,
        total: of.length,
        better: 'less',
      },
      {
        name: `${set}, ${group}: characters right`,
        count: sum(of.map(({ characters, edits }) => Math.max(0, characters - edits))),
        total: sum(of.map(({ characters }) => characters)),
        better: 'more',
      },
    ]),
  )
  const { read, pictures } = falseReads
  return [
    ...figures,
    { name: 'zones read where there is none', count: read, total: pictures, better: 'less' },
  ]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
