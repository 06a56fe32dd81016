import type { Unevenness } from '../../domain/faces/light.ts'
import { round, shareOf } from './_fit-gains.ts'

/**
 * What paper itself differs by from place to place, share of the mean: print that is no quite matt, the way to its rim, the
 * rounding of colours. Cut-out faces of 8 drawn people in 50 lux, where noise is least, have 0.02 to 0.06, heads 0.2 to 0.6.
 */
const PAPER_DEVIATION = 0.05

/**
 * How unevenly places gain from the colours, measured by what noise and paper explain: 1 for a flat picture, however noisy it
 * is seen; more for a head, which the screen and the room light from different sides. The noise is that of the places against
 * their mean, for that of the surround is in all of them. Null where nothing was gained or too little was seen.
 */
export function measureUnevenness(
  places: readonly (readonly number[])[],
  { expected, explained }: { expected: readonly number[]; explained: number },
): Unevenness | null {
  const length = expected.reduce((sum, value) => sum + value * value, 0)
  const degrees = places.length - 1
  // Two of three numbers a sample tell something: brightness is left out.
  const free = degrees * ((2 * expected.length) / 3 - 2 * explained - 1)
  if (length === 0 || degrees < 2 || free < 1) return null
  const shares = places.map((place) => shareOf(expected, place))
  const mean = meanOf(shares)
  const middle = expected.map((_, i) => meanOf(places.map((place) => place[i])))
  const noise = places.reduce(
    (sum, place, p) =>
      sum + place.reduce((part, v, i) => part + (v - middle[i] - (shares[p] - mean) * expected[i]) ** 2, 0),
    0,
  )
  const deviation = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / degrees
  const explainedDeviation = noise / free / length + (PAPER_DEVIATION * mean) ** 2
  return { ratio: round(deviation / explainedDeviation), degrees }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
