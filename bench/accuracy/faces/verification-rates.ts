import { seededRandom } from '../../../test/people/random.ts'
import { wilsonInterval } from '../measure/wilson-interval.ts'

/** Two pictures compared: the greater the score, the more alike; -Infinity where no face was found in one of them. */
export interface ComparedPair {
  a: string
  b: string
  score: number
}

/** A share of genuine pairs accepted, with its 95 % interval, 0-1. */
export interface AcceptedShare {
  share: number
  from: number
  to: number
  /** The score from which pairs are accepted. */
  threshold: number
}

/** Rounds of the bootstrap: enough for two digits of an interval. */
const ROUNDS = 400

/**
 * The share of genuine pairs (TAR) accepted at the score that the share `falseMatchRate` of impostor pairs reaches. The
 * interval is a bootstrap over people, the score found anew in each round: pairs of one person are no chances of their
 * own (Bolle, Ratha and Pankanti, "Error analysis of pattern recognition systems", CVIU 2004). Where every round accepts all,
 * it starts at Wilson's bound over people. Null where there are too few impostor pairs for one to be that share.
 */
export function acceptedShare(pairs: readonly ComparedPair[], falseMatchRate: number): AcceptedShare | null {
  if (pairs.filter(({ a, b }) => a !== b).length * falseMatchRate < 1) return null
  const people = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const index = new Map(people.map((name, i) => [name, i]))
  const sorted = pairs
    .map(({ a, b, score }) => ({ a: index.get(a) ?? 0, b: index.get(b) ?? 0, score }))
    .sort((x, y) => y.score - x.score)
  const random = seededRandom(people.length, 'bootstrap')
  const shares: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const weights = new Float64Array(people.length)
    for (let draw = 0; draw < people.length; draw++) {
      weights[Math.min(people.length - 1, Math.floor(random.uniform() * people.length))]++
    }
    const { share } = weighted(sorted, weights, falseMatchRate)
    if (Number.isFinite(share)) shares.push(share)
  }
  shares.sort((x, y) => x - y)
  const at = (part: number) => shares[Math.round(part * (shares.length - 1))] ?? Number.NaN
  const all = weighted(sorted, new Float64Array(people.length).fill(1), falseMatchRate)
  return { ...all, from: at(0.025) === 1 ? allAcceptedFrom(pairs) : at(0.025), to: at(0.975) }
}

/**
 * How many genuine pairs are accepted at the score that the share `falseMatchRate` of impostor pairs reaches, of how many;
 * null where there are too few impostor pairs for one to be that share.
 */
export function acceptedCount(
  pairs: readonly ComparedPair[],
  falseMatchRate: number,
): { count: number; total: number } | null {
  const impostors = pairs.filter(({ a, b }) => a !== b).sort((one, other) => other.score - one.score)
  const allowed = Math.floor(impostors.length * falseMatchRate)
  if (allowed < 1) return null
  const barred = impostors[allowed]?.score ?? Number.NEGATIVE_INFINITY
  const genuine = pairs.filter(({ a, b }) => a === b)
  return { count: genuine.filter(({ score }) => score > barred).length, total: genuine.length }
}

/** How low the share may be although every person was accepted in each of their pairs. */
function allAcceptedFrom(pairs: readonly ComparedPair[]): number {
  const people = new Set(pairs.filter(({ a, b }) => a === b).map(({ a }) => a))
  return wilsonInterval(people.size, people.size)[0]
}

function weighted(
  sorted: readonly { a: number; b: number; score: number }[],
  weights: Float64Array,
  falseMatchRate: number,
): { share: number; threshold: number } {
  const weigh = ({ a, b }: { a: number; b: number }) => (a === b ? weights[a] : weights[a] * weights[b])
  const weightOf = (isGenuine: boolean) =>
    sorted.reduce((sum, pair) => ((pair.a === pair.b) === isGenuine ? sum + weigh(pair) : sum), 0)
  const [genuine, impostors] = [weightOf(true), weightOf(false)]
  const allowed = impostors * falseMatchRate
  let [passed, accepted, threshold] = [0, 0, Number.POSITIVE_INFINITY]
  for (const pair of sorted) {
    if (pair.a !== pair.b) passed += weigh(pair)
    if (passed > allowed || pair.score === Number.NEGATIVE_INFINITY) break
    if (pair.a === pair.b) accepted += weigh(pair)
    threshold = pair.score
  }
  return { share: accepted / genuine, threshold }
}

/** How a share stands to a goal, said only where the interval lets it be said. */
export function judgeShare({ from, to }: { from: number; to: number }, goal: number): string {
  if (from >= goal) return 'reached'
  return to < goal ? 'missed' : 'not demonstrable with this data'
}
