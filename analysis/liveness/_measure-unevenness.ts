import type { Unevenness } from '../../domain/faces/light.ts'
import type { ColourTime } from './_colour-times.ts'
import { product, round } from './_fit-gains.ts'
import { type Noise, overNoise } from './_weigh-places.ts'

/**
 * What paper itself differs by from place to place, share of the mean: print that is not quite matt, the way to its rim, the
 * rounding of colours. Cut-out faces of drawn people in 50 lux, where noise is least, have 0.02 to 0.06, heads 0.2 to 0.6.
 */
const PAPER_DEVIATION = 0.05
/** Noise that lasts is told by few numbers: so many more speak for its being that of each frame by itself. */
const FLEETING = 10

/** What was seen of a stretch besides its places. */
export interface Gained {
  /** What the colours that were shown would look like. */
  expected: readonly number[]
  /** The noise of each place. */
  noise: readonly Noise[]
  /** How many columns were taken out of each place before. */
  explained: number
  /** Which of the colours was on in each sample. */
  times: readonly ColourTime[]
}

/**
 * How unevenly places gain from the colours, measured by what noise and paper explain: about 1 for a flat picture, however noisy
 * it is seen; more for a head, which the screen and the room light from different sides. Each place counts by how surely its
 * gain is known. Noise is that of its frames, or of the mean over each colour where that is more: a mesh that lies askew stays so for
 * some frames. Null where nothing was gained or too little was seen.
 */
export function measureUnevenness(
  places: readonly (readonly number[])[],
  { expected, noise, explained, times }: Gained,
): Unevenness | null {
  const degrees = places.length - 1
  const gains = places.map((place, p) => {
    const colours = overNoise(expected, noise[p])
    const length = product(colours, colours)
    const seen = overNoise(place, noise[p])
    const share = length === 0 ? 0 : product(colours, seen) / length
    return { share, variance: 1 / length, rest: seen.map((value, i) => value - share * colours[i]) }
  })
  if (degrees < 2 || gains.some(({ variance }) => !Number.isFinite(variance))) return null
  const lasting = lastingOf(
    gains.map(({ rest }) => rest),
    { times, explained },
  )
  const plain = weigh(gains.map(({ share, variance }) => ({ share, variance: variance * lasting })))
  const paper = (PAPER_DEVIATION * plain.mean) ** 2
  const all = weigh(gains.map(({ share, variance }) => ({ share, variance: variance * lasting + paper })))
  return { ratio: round(all.squares / degrees), degrees }
}

/** The mean of what places gain, each by how surely it is known, and the squares of how far they are from it. */
function weigh(gains: readonly { share: number; variance: number }[]): { mean: number; squares: number } {
  const total = gains.reduce((sum, { variance }) => sum + 1 / variance, 0)
  const mean = gains.reduce((sum, { share, variance }) => sum + share / variance, 0) / total
  return {
    mean,
    squares: gains.reduce((sum, { share, variance }) => sum + (share - mean) ** 2 / variance, 0),
  }
}

/** How much more the noise is in the means over each colour than single frames let expect, 1 and more. */
function lastingOf(
  rests: readonly number[][],
  { times, explained }: Pick<Gained, 'times' | 'explained'>,
): number {
  const slots = [...Map.groupBy(times.keys(), (i) => times[i].index).values()]
  const free = rests.length * Math.max(0, 2 * slots.length - 2 * explained - 1)
  if (free === 0) return 1
  const squares = rests.reduce(
    (sum, rest) => sum + slots.reduce((part, slot) => part + squaresOf(rest, slot), 0),
    0,
  )
  return Math.max(1, (squares + FLEETING) / (free + FLEETING))
}

/** What is left on average of some samples, two numbers each, as often as they are. */
function squaresOf(rest: readonly number[], samples: readonly number[]): number {
  const sums = [0, 1].map((axis) => samples.reduce((sum, i) => sum + rest[i * 2 + axis], 0))
  return sums.reduce((sum, value) => sum + value * value, 0) / samples.length
}
