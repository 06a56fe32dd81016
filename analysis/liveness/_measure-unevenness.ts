import type { Unevenness } from '../../domain/faces/light.ts'
import type { ColourTime } from './_colour-times.ts'
import { round, shareOf } from './_fit-gains.ts'
import { meanOf } from './_mean-of.ts'

/**
 * What paper itself differs by from place to place, share of the mean: print that is not quite matt, the way to its rim, the
 * rounding of colours. Cut-out faces of drawn people in 50 lux, where noise is least, have 0.02 to 0.06, heads 0.2 to 0.6.
 */
const PAPER_DEVIATION = 0.05

/** What was seen of a stretch besides its places. */
export interface Gained {
  /** What the colours that were shown would look like. */
  expected: readonly number[]
  /** How many columns were taken out of each place before. */
  explained: number
  /** Which of the colours was on in each sample. */
  times: readonly ColourTime[]
}

/**
 * How unevenly places gain from the colours, measured by what noise and paper explain: about 1 for a flat picture, however noisy
 * it is seen; more for a head, which the screen and the room light from different sides. Noise is that of the places against
 * their mean, for that of the surround is in all of them, and of the mean over each colour: a mesh that lies askew stays so for
 * some frames. Null where nothing was gained or too little was seen.
 */
export function measureUnevenness(
  places: readonly (readonly number[])[],
  { expected, explained, times }: Gained,
): Unevenness | null {
  const length = expected.reduce((sum, value) => sum + value * value, 0)
  const slots = [...Map.groupBy(times.keys(), (i) => times[i].index).values()]
  const degrees = places.length - 1
  // Two of three numbers tell something: brightness is left out.
  const free = degrees * (2 * slots.length - 2 * explained - 1)
  if (length === 0 || degrees < 2 || free < 1) return null
  const shares = places.map((place) => shareOf(expected, place))
  const mean = meanOf(shares)
  const middle = expected.map((_, i) => meanOf(places.map((place) => place[i])))
  const noise = places.reduce((sum, place, p) => {
    const rest = place.map((value, i) => value - middle[i] - (shares[p] - mean) * expected[i])
    return sum + slots.reduce((part, slot) => part + squaresOf(rest, slot), 0)
  }, 0)
  const deviation = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / degrees
  const flat = noise / free / length + (PAPER_DEVIATION * mean) ** 2
  return flat === 0 ? null : { ratio: round(deviation / flat), degrees }
}

/** What is left on average of some samples, three numbers each, as often as they are. */
function squaresOf(rest: readonly number[], samples: readonly number[]): number {
  const sums = [0, 1, 2].map((c) => samples.reduce((sum, i) => sum + rest[i * 3 + c], 0))
  return sums.reduce((sum, value) => sum + value * value, 0) / samples.length
}
