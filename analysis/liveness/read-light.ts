import {
  LIGHT_COLOURS,
  LIGHT_ORDERS,
  type LightColour,
  type LightFacts,
  type LightSignals,
} from '../../domain/faces/light.ts'
import { colourPart } from './_colour-part.ts'
import { type ColourTime, colourTimes, levelsOf } from './_colour-times.ts'
import { fitGains, likeness, round, shareOf } from './_fit-gains.ts'
import { followPlace } from './_follow-place.ts'
import { measureUnevenness } from './_measure-unevenness.ts'
import { residualOf, uprightOf } from './_residuals-of.ts'

/** Delays that are tried, ms: from none to a slow network with a busy phone. */
const DELAYS_MS = Array.from({ length: 21 }, (_, i) => i * 75)
/** A sample in which the next colour was asked for shows the one before. */
const SETTLED_MS = [1]
/** Least samples in the time of each colour. */
const LEAST_SAMPLES = 2
/** How well one order explains what was seen, at its best delay. */
interface Fit {
  match: number
  strength: number
  delayMs: number
  times: readonly ColourTime[]
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
  {
    samples,
    from,
    delaysMs,
  }: { samples: LightSignals['samples']; from: readonly number[]; delaysMs: readonly number[] },
): LightFacts | null {
  const timesMs = samples.map(({ timeMs }) => timeMs)
  const upright = uprightOf([timesMs.map(() => 1), timesMs.map((_, i) => i)])
  const places = samples[0].patches.map((_, place) => followPlace(samples, place, upright))
  const steady = places.filter((place) => place !== null)
  if (steady.length === 0) return null
  const seen = steady[0].map((_, i) => steady.reduce((sum, place) => sum + place[i], 0) / steady.length)
  const view: Seen = {
    seen,
    delays: delaysMs.map((delayMs) => slotsAt(delayMs, { from, timesMs, upright })),
  }
  const fit = fitOrder(asked, view)
  const others = LIGHT_ORDERS.filter((order) => order.some((colour, i) => colour !== asked[i]))
  const { expected, times } = fit
  return {
    samples: samples.length,
    match: round(fit.match),
    otherMatch: round(Math.max(...others.map((order) => fitOrder(order, view).match))),
    strength: round(fit.strength),
    delayMs: fit.delayMs,
    patchMatches: places.map((place) => place && round(likeness(expected, place))),
    patchShares: places.map((place) => place && round(shareOf(expected, place))),
    unevenness: measureUnevenness(steady, { expected, explained: upright.length, times }),
  }
}

interface Seen {
  seen: readonly number[]
  delays: readonly Delay[]
}

/** A delay, and what each of the colours shown adds to a channel of its own then: of all orders the same. */
interface Delay {
  delayMs: number
  times: readonly ColourTime[]
  slots: readonly number[][]
}

function slotsAt(
  delayMs: number,
  {
    from,
    timesMs,
    upright,
  }: Record<'from' | 'timesMs', readonly number[]> & { upright: readonly number[][] },
): Delay {
  const times = colourTimes(timesMs, { from, delayMs })
  const order = [...from.keys()]
  const slots = order.map((colour) => residualOf(levelsOf(times, { order, colour }), upright))
  return { delayMs, times, slots }
}

function fitOrder(order: readonly LightColour[], { seen, delays }: Seen): Fit {
  const fits = delays.map((delay) => fitDelayed(order, delay, seen))
  return fits.reduce((best, fit) => (fit.match > best.match ? fit : best))
}

/** A colour that was not shown added nothing. */
function sumOf(rows: readonly number[][], length: number): number[] {
  return rows.reduce((sum, row) => sum.map((value, i) => value + row[i]), new Array<number>(length).fill(0))
}

function fitDelayed(
  order: readonly LightColour[],
  { delayMs, times, slots }: Delay,
  seen: readonly number[],
): Fit {
  const parts = LIGHT_COLOURS.map((colour, own) => {
    const levels = sumOf(
      slots.filter((_, k) => order[k] === colour),
      times.length,
    )
    return colourPart(levels, own)
  })
  const gains = fitGains(parts, seen)
  const expected = seen.map((_, i) => parts.reduce((sum, part, c) => sum + part[i] * gains[c], 0))
  return {
    match: likeness(expected, seen),
    strength: gains.reduce((sum, gain) => sum + gain, 0) / gains.length,
    delayMs,
    times,
    expected,
  }
}
