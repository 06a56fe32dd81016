import type { Figure } from '../figures/figure.ts'
import type { ReadingOutcome } from '../measure/measure-reader.ts'
import { READABLE_WIDTH, type ReaderResults } from './report-zones.ts'

/** What is watched of a reader; the peer is only compared with. */
export function zoneFigures(results: ReaderResults): Figure[] {
  if (results.name !== 'Vidimus') return []
  const { read, pictures } = results.falseReads
  return [
    ...Object.entries(setsOf(results)).flatMap(([set, outcomes]) =>
      [...Map.groupBy(outcomes, ({ group }) => group)].flatMap(([group, of]) =>
        figuresOf(`${set}, ${group}`, of),
      ),
    ),
    { name: 'zones read where there is none', count: read, total: pictures, better: 'less' },
  ]
}

/** The pictures and films by what they are, those that were left out as none. */
function setsOf(results: ReaderResults): Record<string, readonly ReadingOutcome[]> {
  const { specimens, degraded, films, stills, degradedFilms, licences } = results
  return {
    specimens,
    [`specimens of at least ${READABLE_WIDTH} px`]: specimens.filter(({ width }) => width >= READABLE_WIDTH),
    degraded: degraded ?? [],
    'drawn films': films ?? [],
    'first frames': stills ?? [],
    'degraded films': degradedFilms ?? [],
    'licence lines': licences ?? [],
  }
}

function figuresOf(group: string, of: readonly ReadingOutcome[]): Figure[] {
  return [
    {
      name: `${group}: documents exact`,
      count: of.filter(({ isExact }) => isExact).length,
      total: of.length,
      better: 'more',
    },
    {
      name: `${group}: digits right, yet wrong`,
      count: of.filter(({ isExact, checksValid }) => checksValid && !isExact).length,
      total: of.length,
      better: 'less',
    },
    {
      name: `${group}: characters right`,
      count: sum(of.map(({ characters, edits }) => Math.max(0, characters - edits))),
      total: sum(of.map(({ characters }) => characters)),
      better: 'more',
    },
  ]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
