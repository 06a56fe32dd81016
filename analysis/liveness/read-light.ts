import {
  LIGHT_COLOURS,
  LIGHT_ORDERS,
  type LightColour,
  type LightFacts,
  type LightSignals,
  type Tint,
} from '../../domain/faces/light.ts'
import { colourTimes, levelsOf } from './_colour-times.ts'
import { fitGains, likeness, round, shareOf } from './_fit-gains.ts'
import { measureUnevenness } from './_measure-unevenness.ts'

/** Delays that are tried, ms: from none to a slow network with a busy phone. */
const DELAYS_MS = Array.from({ length: 21 }, (_, i) => i * 75)
/** A sample in which the next colour was asked for shows the one before. */
const SETTLED_MS = [1]
/** Least samples in the time of each colour. */
const LEAST_SAMPLES = 2
/** A mean and an even drift are taken out of each place. */
const EXPLAINED = 2

/** How well one order explains what was seen, at its best delay. */
interface Fit {
  match: number
  strength: number
  delayMs: number
  /** What the order would look like, three numbers a sample. */
  expected: number[]
}

/**
 * How well a face followed the colours that the screen was asked to show, and how well the best other order would explain
 * the same. What is compared are changes of colour, not of brightness, face against surround: a camera that balances its
 * white or its exposure changes both alike, and a head that moves grows lighter or darker. Null when too little was seen.
 */
export function readLight(
  asked: readonly LightColour[] | undefined,
  signals: LightSignals | null | undefined,
): LightFacts | null {
  if (!signals || !asked || asked.length === 0) return null
  const shown = signals.shown.slice(-asked.length)
  if (asked.some((colour, i) => shown[i]?.colour !== colour)) return null
  const samples = signals.samples.filter(({ timeMs }) => timeMs >= shown[0].fromMs)
  const from = shown.map(({ fromMs }) => fromMs)
  const slots = from.map((fromMs, i) =>
    samples.filter(({ timeMs }) => timeMs > fromMs && timeMs <= (from[i + 1] ?? Number.POSITIVE_INFINITY)),
  )
  if (slots.some((slot) => slot.length < LEAST_SAMPLES)) return null
  const whole = readSamples(asked, { samples, from, delaysMs: DELAYS_MS })
  // On a busy phone each colour comes after a time of its own: the last samples of each have it in any case.
  const settled = readSamples(asked, {
    samples: slots.flatMap((slot) => slot.slice(-LEAST_SAMPLES)),
    from,
    delaysMs: SETTLED_MS,
  })
  return whole && settled && settled.match > whole.match ? { ...settled, delayMs: whole.delayMs } : whole
}

function readSamples(
  asked: readonly LightColour[],
  { samples, from, delaysMs }: { samples: LightSignals['samples'] } & Pick<Seen, 'from' | 'delaysMs'>,
): LightFacts | null {
  const times = samples.map(({ timeMs }) => timeMs)
  const places = samples[0].patches.map((_, place) => followPlace(samples, place))
  const steady = places.filter((place) => place !== null)
  if (steady.length === 0) return null
  const seen = steady[0].map((_, i) => steady.reduce((sum, place) => sum + place[i], 0) / steady.length)
  const view: Seen = { from, times, seen, delaysMs }
  const fit = fitOrder(asked, view)
  const others = LIGHT_ORDERS.filter((order) => order.some((colour, i) => colour !== asked[i]))
  return {
    samples: samples.length,
    match: round(fit.match),
    otherMatch: round(Math.max(...others.map((order) => fitOrder(order, view).match))),
    strength: round(fit.strength),
    delayMs: fit.delayMs,
    patchMatches: places.map((place) => place && round(likeness(fit.expected, place))),
    patchShares: places.map((place) => place && round(shareOf(fit.expected, place))),
    unevenness: measureUnevenness(steady, {
      expected: fit.expected,
      explained: EXPLAINED,
      times: colourTimes(times, { from, delayMs: fit.delayMs }),
    }),
  }
}

/** How the colour of a place changed; null when it was burnt out at any time, for then it could not follow. */
function followPlace(samples: LightSignals['samples'], place: number): number[] | null {
  const tints = samples.map(({ patches }) => patches[place] ?? null)
  const seen = tints.filter((tint) => tint !== null)
  return seen.length < tints.length ? null : changesOf(seen)
}

interface Seen {
  from: readonly number[]
  times: readonly number[]
  seen: readonly number[]
  delaysMs: readonly number[]
}

function fitOrder(order: readonly LightColour[], seen: Seen): Fit {
  const fits = seen.delaysMs.map((delayMs) => fitDelayed(order, delayMs, seen))
  return fits.reduce((best, fit) => (fit.match > best.match ? fit : best))
}

function fitDelayed(order: readonly LightColour[], delayMs: number, { from, times, seen }: Seen): Fit {
  const shown = colourTimes(times, { from, delayMs })
  const parts = LIGHT_COLOURS.map((colour, own) => {
    const levels = levelsOf(shown, { order, colour })
    return changesOf(levels.map((level): Tint => [0, 1, 2].map((c) => (c === own ? level : 0)) as Tint))
  })
  const gains = fitGains(parts, seen)
  const expected = seen.map((_, i) => parts.reduce((sum, part, c) => sum + part[i] * gains[c], 0))
  return {
    match: likeness(expected, seen),
    strength: gains.reduce((sum, gain) => sum + gain, 0) / gains.length,
    delayMs,
    expected,
  }
}

/** Tints as colour without brightness, less their mean and their even drift, three numbers a sample. */
function changesOf(tints: readonly Tint[]): number[] {
  const changes = new Array<number>(tints.length * 3)
  const middle = (tints.length - 1) / 2
  for (let c = 0; c < 3; c++) {
    const levels = tints.map((tint) => tint[c] - (tint[0] + tint[1] + tint[2]) / 3)
    const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
    const drift =
      levels.reduce((sum, level, i) => sum + level * (i - middle), 0) /
      Math.max(
        1,
        levels.reduce((sum, _, i) => sum + (i - middle) ** 2, 0),
      )
    for (const [i, level] of levels.entries()) changes[i * 3 + c] = level - mean - drift * (i - middle)
  }
  return changes
}
