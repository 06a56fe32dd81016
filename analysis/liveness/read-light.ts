import {
  LIGHT_COLOURS,
  type LightColour,
  type LightFacts,
  type LightSignals,
  ordersOf,
} from '../../domain/faces/light.ts'
import { COLOUR_AXES, colourPart } from './_colour-part.ts'
import { type ColourTime, colourTimes, levelsOf } from './_colour-times.ts'
import { likeness, product, round, shareOf, solveGains } from './_fit-gains.ts'
import { followPlace } from './_follow-place.ts'
import { meanOf } from './_mean-of.ts'
import { measureUnevenness } from './_measure-unevenness.ts'
import { residualOf, uprightOf } from './_residuals-of.ts'
import { meanOfPlaces, type Noise, noiseOfPlaces, overNoise } from './_weigh-places.ts'

/** Delays that are tried, ms: from none to a slow network with a busy phone. */
const DELAYS_MS = Array.from({ length: 21 }, (_, i) => i * 75)
/** A sample in which the next colour was asked for shows the one before. */
const SETTLED_MS = [1]
/** How much better the last samples of each must explain what was seen: there are fewer of them, which anything explains better. */
const SETTLED_GAIN = 0.05
/** Least samples in the time of each colour. */
const LEAST_SAMPLES = 2
/** How well one order explains what was seen, at its best delay, and how much each colour adds then. */
interface Fit {
  match: number
  gains: readonly number[]
  delay: Delay
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
  return whole && settled && settled.match > whole.match + SETTLED_GAIN
    ? { ...settled, delayMs: whole.delayMs }
    : whole
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
  const delays = delaysMs.map((delayMs) => slotsAt(delayMs, { from, timesMs, upright }))
  // What the colours explain when all places count alike tells how noisy each of them is.
  const plain = fitOrder(asked, seeMean(steady, { noise: steady.map((): Noise => [1, 1]), delays }))
  const noise = noiseOfPlaces(steady, { expected: expectedOf(asked, plain), explained: upright.length })
  const view = seeMean(steady, { noise, delays })
  const fit = fitOrder(asked, view)
  const others = ordersOf(asked.length).filter((order) => order.some((colour, i) => colour !== asked[i]))
  const expected = expectedOf(asked, fit)
  const noiseOf = (place: number[]) => noise[steady.indexOf(place)]
  const even = (place: number[]) => overNoise(expected, noiseOf(place))
  return {
    samples: samples.length,
    match: round(fit.match),
    otherMatch: round(Math.max(...others.map((order) => fitOrder(order, view).match))),
    strength: round(meanOf(fit.gains)),
    delayMs: fit.delay.delayMs,
    patchMatches: places.map(
      (place) => place && round(likeness(even(place), overNoise(place, noiseOf(place)))),
    ),
    patchShares: places.map(
      (place) => place && round(shareOf(even(place), overNoise(place, noiseOf(place)))),
    ),
    unevenness: measureUnevenness(steady, {
      expected,
      noise,
      explained: upright.length,
      times: fit.delay.times,
    }),
  }
}

/** The mean of all places, and what each of the colours shown has in common with it at each delay. */
interface Seen {
  length: number
  /** How much two axes' worth of each colour's channel count in what the noise leaves. */
  channels: readonly (readonly number[])[]
  delays: readonly (Delay & { wanted: readonly (readonly number[])[] })[]
}

/** A delay, and how each of the colours shown rises and falls then: of all orders the same. */
interface Delay {
  delayMs: number
  times: readonly ColourTime[]
  slots: readonly number[][]
  products: readonly (readonly number[])[]
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
  return { delayMs, times, slots, products: slots.map((a) => slots.map((b) => product(a, b))) }
}

function seeMean(
  steady: readonly number[][],
  { noise, delays }: { noise: readonly Noise[]; delays: readonly Delay[] },
): Seen {
  const { seen, noise: left } = meanOfPlaces(steady, noise)
  const row = overNoise(seen, left)
  const axes = LIGHT_COLOURS.map((_, own) => overNoise(colourPart([1], own), left))
  // Each axis by itself, so that a colour that is shown needs no row of its own for each channel.
  const along = [0, 1].map((axis) => row.filter((_, i) => i % 2 === axis))
  return {
    length: Math.sqrt(product(row, row)),
    channels: axes.map((a) => axes.map((b) => product(a, b))),
    delays: delays.map((delay) => ({
      ...delay,
      wanted: delay.slots.map((slot) => {
        const [green, red] = along.map((one) => product(slot, one))
        return axes.map((axis) => axis[0] * green + axis[1] * red)
      }),
    })),
  }
}

/** How well an order explains what was seen, at the delay at which it does best. */
function fitOrder(order: readonly LightColour[], view: Seen): Fit {
  const shown = LIGHT_COLOURS.map((colour) => [...order.keys()].filter((k) => order[k] === colour))
  const fits = view.delays.map((delay): Fit => {
    const products = shown.map((a, c) =>
      shown.map((b, d) => view.channels[c][d] * sumOf(a, (k) => sumOf(b, (l) => delay.products[k][l]))),
    )
    const wanted = shown.map((a, c) => sumOf(a, (k) => delay.wanted[k][c]))
    const gains = solveGains(products, wanted)
    const length = Math.sqrt(
      product(
        gains,
        products.map((row) => product(row, gains)),
      ),
    )
    const match = length * view.length === 0 ? 0 : product(gains, wanted) / (length * view.length)
    return { match, gains, delay }
  })
  return fits.reduce((best, fit) => (fit.match > best.match ? fit : best))
}

/** What an order would look like, two numbers a sample. */
function expectedOf(order: readonly LightColour[], { gains, delay }: Fit): number[] {
  return delay.times.flatMap((_, i) =>
    [0, 1].map((axis) =>
      sumOf([...order.keys()], (k) => {
        const own = LIGHT_COLOURS.indexOf(order[k])
        return gains[own] * COLOUR_AXES[axis][own] * delay.slots[k][i]
      }),
    ),
  )
}

function sumOf(keys: readonly number[], of: (key: number) => number): number {
  let sum = 0
  for (const key of keys) sum += of(key)
  return sum
}
