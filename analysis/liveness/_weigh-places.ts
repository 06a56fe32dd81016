import { shareOf } from './_fit-gains.ts'

/** Variance of a row's noise along both axes of colour (`COLOUR_AXES`). */
export type Noise = readonly [green: number, red: number]

/** Noise of no place is told by its own samples alone, which are few: that of the middle one counts as so many more. */
const SHARED_SAMPLES = 2
/** Variance below which nothing is noise: tints are kept to a ten-thousandth. */
const LEAST_NOISE = 1e-9

/**
 * The noise of each place beside what the colours explain. It differs ten times from place to place: at a rim or a highlight a mesh
 * that wavers sees other skin each time, and codecs round colours more coarsely the darker they are.
 */
export function noiseOfPlaces(
  places: readonly (readonly number[])[],
  { expected, explained }: { expected: readonly number[]; explained: number },
): Noise[] {
  const samples = expected.length / 2
  const free = Math.max(1, samples - explained - 0.5)
  const squares = places.map((place) => {
    const share = shareOf(expected, place)
    return [0, 1].map((axis) => {
      let sum = 0
      for (let i = axis; i < place.length; i += 2) sum += (place[i] - share * expected[i]) ** 2
      return sum
    })
  })
  const shared = [0, 1].map((axis) => middleOf(squares.map((sums) => sums[axis])) / free)
  const noise = (sums: readonly number[], axis: number) =>
    Math.max(LEAST_NOISE, (sums[axis] + SHARED_SAMPLES * shared[axis]) / (free + SHARED_SAMPLES))
  return squares.map((sums) => [noise(sums, 0), noise(sums, 1)])
}

/** The mean of places, each by how little noise it has, and the noise that is left in it. */
export function meanOfPlaces(
  places: readonly (readonly number[])[],
  noise: readonly Noise[],
): { seen: number[]; noise: Noise } {
  const weights = [0, 1].map((axis) => noise.map((one) => 1 / one[axis]))
  const totals = weights.map((of) => of.reduce((sum, weight) => sum + weight, 0))
  const seen = places[0].map((_, i) =>
    places.reduce((sum, place, p) => sum + (place[i] * weights[i % 2][p]) / totals[i % 2], 0),
  )
  return { seen, noise: [1 / totals[0], 1 / totals[1]] }
}

/** A row measured by its noise: each of its numbers then has the same, and the surer ones count for more. */
export function overNoise(row: readonly number[], noise: Noise): number[] {
  const lengths = noise.map(Math.sqrt)
  return row.map((value, i) => value / lengths[i % 2])
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
