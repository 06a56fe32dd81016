import { TURN_YAW_DEGREES_MINIMUM } from '../../../domain/challenge.ts'
import type { Figure } from '../figures/figure.ts'
import type { YawOutcome } from './drawn/measure-yaw.ts'
import type { MatchOutcome } from './measure-matcher.ts'
import type { FacesRun } from './report-faces.ts'
import { acceptedCount } from './verification-rates.ts'

/** False match rates of the tables, as their columns name them. */
const RATES = { '1e-2': 1e-2, '1e-3': 1e-3 }
/** How near the yaw of a head is to be read, degrees: half of what counts as a turn. */
const NEAR_DEGREES = TURN_YAW_DEGREES_MINIMUM / 2

/** What is watched: bands and rates of our matcher, of photos and of every portrait, and the yaw of drawn heads. */
export function faceFigures({ matchers, yaw }: FacesRun): Figure[] {
  const outcomes = matchers.flatMap(({ isOurs, outcomes: of }) => (isOurs ? of : []))
  const whole = outcomes.filter(({ source }) => source === 'all')
  return [...whole.flatMap(bandFigures), ...whole.flatMap(rateFigures), ...yaw.map(yawFigure)]
}

/** Pairs without a face found in both count as not accepted, as in the table. */
function rateFigures({ split, against, pairs, lost }: MatchOutcome): Figure[] {
  return Object.entries(RATES).flatMap(([name, rate]): Figure[] => {
    const accepted = acceptedCount([...pairs, ...lost], rate)
    if (accepted === null) return []
    return [{ name: `${split}, ${against}: own face accepted at FMR ${name}`, ...accepted, better: 'more' }]
  })
}

function yawFigure({ drawn, measured, missed }: YawOutcome): Figure {
  const near = measured.filter((value) => Math.abs(value - drawn) <= NEAR_DEGREES)
  return {
    name: `drawn heads at ${drawn}°: yaw within ${NEAR_DEGREES}°`,
    count: near.length,
    total: measured.length + missed,
    better: 'more',
  }
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
