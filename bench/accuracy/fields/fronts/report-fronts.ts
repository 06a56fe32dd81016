import type { Figure } from '../../figures/figure.ts'
import { share } from '../count-fields.ts'
import type { FrontOutcome } from './measure-fronts.ts'

const INTRODUCTION = `The fronts of these people's cards of no state's own layout, lying flat or filmed, beside the zone on the back of the same card, and of
the next person's. A front is let pass when its birth date, its number or both names are the zone's: by what labels and places tell
of it, and by any line of it that says what the zone says.
`

/** The table of which fronts are let pass beside whose back. */
export function reportFronts(outcomes: readonly FrontOutcome[]): string {
  return [
    'Fronts of cards of any state beside zones on backs:',
    '',
    INTRODUCTION,
    '| shown | fronts | pass beside their own back, by labels and places | by any line too | pass beside the back of another |',
    '|---|---|---|---|---|',
    ...[...Map.groupBy(outcomes, ({ showing }) => showing)].map(([showing, of]) => frontRow(showing, of)),
    frontRow('all', outcomes),
  ].join('\n')
}

function frontRow(shown: string, of: readonly FrontOutcome[]): string {
  const counts = [countOf(of, 'isTiedByLabels'), countOf(of, 'isTied'), countOf(of, 'isTiedToAnother')].map(
    share,
  )
  return `| ${[shown, of.length, ...counts].join(' | ')} |`
}

function countOf(of: readonly FrontOutcome[], is: 'isTiedByLabels' | 'isTied' | 'isTiedToAnother') {
  return { count: of.filter((outcome) => outcome[is]).length, total: of.length }
}

/** What is watched of them. */
export function frontFigures(outcomes: readonly FrontOutcome[]): Figure[] {
  return [
    { name: 'fronts beside their own back: passed', ...countOf(outcomes, 'isTied'), better: 'more' },
    {
      name: 'fronts beside the back of another: passed',
      ...countOf(outcomes, 'isTiedToAnother'),
      better: 'less',
    },
  ]
}
