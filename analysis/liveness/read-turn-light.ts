import type { TurnChallenge, TurnSide } from '../../domain/challenge.ts'
import {
  LIGHT_COLOURS,
  type LightColour,
  type LightFacts,
  type LightSample,
  type LightSignals,
  NOSE_PATCH,
} from '../../domain/faces/light.ts'
import type { TurnLightFacts, TurnLightPart } from '../../domain/faces/turn-light.ts'
import { colourPart } from './_colour-part.ts'
import { type ColourTime, colourTimes, levelsOf } from './_colour-times.ts'
import { fitGains, likeness, round, shareOf } from './_fit-gains.ts'
import { followPlace } from './_follow-place.ts'
import { meanOf } from './_mean-of.ts'
import { measureUnevenness } from './_measure-unevenness.ts'
import { residualOf, uprightOf } from './_residuals-of.ts'
import { meanOfPlaces, type Noise, noiseOfPlaces, overNoise } from './_weigh-places.ts'

/** Delays that are tried about that of the face when it looked straight: the way to the page is the same, ms. */
const DELAYS_MS = [-225, -150, -75, 0, 75, 150, 225]
/** Least samples of a stretch: fewer tell nothing of a change beside a pose and a drift. */
const LEAST_SAMPLES = 7
/** The last samples of each colour, those in which the next was asked for too, and least of them in a stretch. */
const SETTLED_SAMPLES = 2
const LEAST_SETTLED = 5
const SETTLED_MS = [1]
/** How much better those must explain what was seen: there are fewer of them, which anything explains better. */
const SETTLED_GAIN = 0.05
/** Samples that tell where the head looked when the first turn was asked for, and how far it strays meanwhile, degrees. */
const STRAIGHT_SAMPLES = 3
const STRAIGHT_DEGREES = 3
/** Places that are seen from every side, and those that a turn to the left or right leaves in sight (`FaceTints`). */
const ALL_PLACES = [0, 1, 2, 3, 4, 5, 6]
const TURNED_PLACES: Readonly<Record<TurnSide, readonly number[]>> = {
  left: [0, 1, 3, 5, 6],
  right: [0, 2, 4, 5, 6],
}

/** Samples of one stretch, and what there is of them besides the colours. */
interface Stretch {
  side: TurnSide | null
  samples: LightSample[]
  /** What the pose and the time explain, as upright columns. */
  upright: number[][]
  /** Of each place, two numbers a sample; null where it was not always seen. */
  places: (number[] | null)[]
  /** The noise of each place that was always seen. */
  noise: readonly Noise[]
  /** The mean of those, and the noise that is left in it. */
  seen: number[]
  left: Noise
}

interface Shown {
  colours: readonly LightColour[]
  from: readonly number[]
}

/**
 * How the face went on following the colours while it turned, beyond what its pose explains: skin and shadow have another colour
 * from another side. Null when too little was seen of a turn or of the ways, or when other colours were shown than asked for.
 */
export function readTurnLight(
  challenge: TurnChallenge | null,
  { light, signals }: { light: LightFacts | null; signals: LightSignals | null | undefined },
): TurnLightFacts | null {
  const asked = challenge?.turnLight ?? []
  if (!challenge || !signals || asked.length === 0 || signals.shown.length === 0) return null
  if (signals.shown.some(({ colour }, i) => colour !== asked[i])) return null
  const shown = withLast(challenge, signals)
  const delays = DELAYS_MS.map((more) => Math.max(0, (light?.delayMs ?? 0) + more))
  const whole = readStretches(cutStretches(challenge, signals.samples, LEAST_SAMPLES), shown, delays)
  // On a busy phone each colour comes after a time of its own: the last samples of each have it in any case.
  const last = lastOfEach(signals)
  const settled = readStretches(cutStretches(challenge, last, LEAST_SETTLED), shown, SETTLED_MS)
  return whole && settled && settled.match > whole.match + SETTLED_GAIN
    ? { ...settled, delayMs: whole.delayMs }
    : whole
}

function lastOfEach({ shown, samples }: LightSignals): LightSample[] {
  return shown.flatMap(({ fromMs }, i) => {
    const untilMs = shown[i + 1]?.fromMs ?? Number.POSITIVE_INFINITY
    return samples.filter(({ timeMs }) => timeMs > fromMs && timeMs <= untilMs).slice(-SETTLED_SAMPLES)
  })
}

function readStretches(
  cut: Stretch[] | null,
  shown: Shown,
  delays: readonly number[],
): TurnLightFacts | null {
  if (cut === null) return null
  // Which of the colours was on when is the same in every order.
  const times = delays.map((delayMs) => cut.map((stretch) => timesOf(stretch, shown, delayMs)))
  const fitBest = (of: readonly Stretch[]) =>
    delays
      .map((delayMs, d) => ({ delayMs, times: times[d], ...fitAll(of, times[d], shown.colours) }))
      .reduce((a, b) => (b.match > a.match ? b : a))
  // What the colours explain when all places count alike tells how noisy each of them is.
  const plain = fitBest(cut)
  const stretches = cut.map((stretch, i) =>
    weighStretch(stretch, partsOf(stretch, plain.times[i], shown.colours)),
  )
  const best = fitBest(stretches)
  const others = otherOrders(shown.colours).flatMap((order) =>
    times.map((one) => fitAll(stretches, one, order)),
  )
  return {
    samples: stretches.reduce((sum, { samples }) => sum + samples.length, 0),
    match: round(best.match),
    otherMatch: round(Math.max(...others.map(({ match }) => match))),
    strength: round(best.strength),
    delayMs: best.delayMs,
    parts: stretches.map((stretch) => readPart(stretch, shown, best.delayMs)),
  }
}

/** The last colour before the turns still shows in the first frames. */
function withLast(challenge: TurnChallenge, { shown }: LightSignals): Shown {
  const last = challenge.light?.at(-1)
  return {
    colours: [...(last ? [last] : []), ...shown.map(({ colour }) => colour)],
    from: [...(last ? [Number.NEGATIVE_INFINITY] : []), ...shown.map(({ fromMs }) => fromMs)],
  }
}

/** The frames of each turn in which the head is held as far as asked, and all others. */
function cutStretches(
  challenge: TurnChallenge,
  all: readonly LightSample[],
  least: number,
): Stretch[] | null {
  const samples = all.filter(({ yaw }) => yaw !== undefined)
  const [first = 0, ...next] = samples.slice(0, STRAIGHT_SAMPLES).map(({ yaw = 0 }) => yaw)
  // At few frames a second the head has turned in the next one.
  const straight = meanOf([first, ...next.filter((yaw) => Math.abs(yaw - first) <= STRAIGHT_DEGREES)])
  const changeOf = ({ yaw = 0 }: LightSample) => yaw - straight
  const sideOf = (sample: LightSample): TurnSide | null => {
    if (Math.abs(changeOf(sample)) < challenge.minimumYawDegrees) return null
    return changeOf(sample) > 0 ? 'left' : 'right'
  }
  const stretches = [null, ...challenge.turns].map((side) => {
    const all = samples.filter((sample) => sideOf(sample) === side)
    // The nose is asked for on the ways; a head that turns has a highlight on it at times.
    const clear = all.filter(({ patches }) => patches[NOSE_PATCH] !== null)
    const seen = side === null && clear.length >= least ? clear : all
    return seen.length < least ? null : makeStretch(side, seen, changeOf)
  })
  const isSeen = (stretch: Stretch | null) => stretch !== null
  return stretches.every(isSeen) ? stretches : null
}

function makeStretch(
  side: TurnSide | null,
  samples: LightSample[],
  changeOf: (sample: LightSample) => number,
): Stretch | null {
  const turn = samples.map((sample) => changeOf(sample) / 10)
  const time = samples.map(({ timeMs }) => timeMs / 1000)
  const upright = uprightOf([
    samples.map(() => 1),
    time,
    turn,
    ...(side === null ? [turn.map((one) => one * one)] : []),
  ])
  const places = ALL_PLACES.map((place) =>
    side === null || TURNED_PLACES[side].includes(place) ? followPlace(samples, place, upright) : null,
  )
  const steady = places.filter((place) => place !== null)
  if (steady.length === 0) return null
  const noise = steady.map((): Noise => [1, 1])
  const { seen } = meanOfPlaces(steady, noise)
  return { side, samples, upright, places, noise, seen, left: [1, 1] }
}

/** The stretch with each place counted by how little noise it has beside what the colours explain. */
function weighStretch(stretch: Stretch, parts: readonly number[][]): Stretch {
  const steady = stretch.places.filter((place) => place !== null)
  const expected = expectedOf(parts, fitGains(parts, stretch.seen))
  const noise = noiseOfPlaces(steady, { expected, explained: stretch.upright.length })
  const { seen, noise: left } = meanOfPlaces(steady, noise)
  return { ...stretch, noise, seen, left }
}

function timesOf({ samples }: Stretch, { from }: Shown, delayMs: number): ColourTime[] {
  return colourTimes(
    samples.map(({ timeMs }) => timeMs),
    { from, delayMs },
  )
}

/** What one colour each would look like in a stretch: where it was on, in its own channel, without brightness. */
function partsOf(
  { upright }: Stretch,
  times: readonly ColourTime[],
  order: readonly LightColour[],
): number[][] {
  return LIGHT_COLOURS.map((colour, own) =>
    colourPart(residualOf(levelsOf(times, { order, colour }), upright), own),
  )
}

function fitAll(
  stretches: readonly Stretch[],
  times: readonly (readonly ColourTime[])[],
  colours: readonly LightColour[],
): { match: number; strength: number } {
  const each = stretches.map((stretch, i) =>
    partsOf(stretch, times[i], colours).map((part) => overNoise(part, stretch.left)),
  )
  const parts = LIGHT_COLOURS.map((_, c) => each.flatMap((one) => one[c]))
  const seen = stretches.flatMap((stretch) => overNoise(stretch.seen, stretch.left))
  const gains = fitGains(parts, seen)
  return { match: likeness(expectedOf(parts, gains), seen), strength: meanOf(gains) }
}

function readPart(stretch: Stretch, shown: Shown, delayMs: number): TurnLightPart {
  const { side, samples, seen, places, noise, left } = stretch
  const times = timesOf(stretch, shown, delayMs)
  const parts = partsOf(stretch, times, shown.colours)
  const mean = overNoise(seen, left)
  const gains = fitGains(
    parts.map((part) => overNoise(part, left)),
    mean,
  )
  const even = expectedOf(parts, [1, 1, 1])
  const expected = expectedOf(parts, gains)
  const steady = places.filter((place) => place !== null)
  const ofPlace = (compare: typeof likeness) => (place: number[] | null) => {
    if (place === null) return null
    const own = noise[steady.indexOf(place)]
    return round(compare(overNoise(even, own), overNoise(place, own)))
  }
  return {
    side,
    samples: samples.length,
    colours: new Set(times.map(({ index }) => index)).size,
    match: round(likeness(overNoise(expected, left), mean)),
    strength: round(meanOf(gains)),
    patchMatches: places.map(ofPlace(likeness)),
    patchStrengths: places.map(ofPlace(shareOf)),
    unevenness: measureUnevenness(steady, { expected, noise, explained: stretch.upright.length, times }),
  }
}

/** The same with colours swapped, and the same at another time: orders that might have been asked for instead. */
function otherOrders(colours: readonly LightColour[]): LightColour[][] {
  const swaps = [
    [0, 2, 1],
    [1, 0, 2],
    [2, 1, 0],
    [1, 2, 0],
    [2, 0, 1],
  ].map((to) => colours.map((colour) => LIGHT_COLOURS[to[LIGHT_COLOURS.indexOf(colour)]]))
  const shifts = colours.slice(1).map((_, i) => [...colours.slice(i + 1), ...colours.slice(0, i + 1)])
  return [...swaps, ...shifts]
}

function expectedOf(parts: readonly number[][], gains: readonly number[]): number[] {
  const [red, green, blue] = parts
  return red.map((value, i) => value * gains[0] + green[i] * gains[1] + blue[i] * gains[2])
}
