import { describe, expect, test } from 'vitest'
import {
  LIGHT_COLOURS,
  LIGHT_ORDERS,
  type LightColour,
  type LightSignals,
  type Tint,
} from '../../domain/faces/light.ts'
import { seededRandom } from '../../test/people/random.ts'
import { readLight } from './read-light.ts'

const ASKED: LightColour[] = ['green', 'red', 'blue', 'red', 'green', 'blue', 'green', 'red']
const OTHER: LightColour[] = ['blue', 'green', 'red', 'green', 'blue', 'red', 'blue', 'green']
const [COLOUR_MS, FRAME_MS] = [560, 140]

/** What a scene shows whose face follows `followed` by `gains`, `delayMs` after each colour was asked for. */
function signals({
  followed = ASKED,
  gains = [0.05, 0.05, 0.05] as Tint,
  delayMs = 300,
  noise = 0.002,
  drift = 0,
  seed = 1,
} = {}): LightSignals {
  const random = seededRandom(seed, 'noise')
  const shown = ASKED.map((colour, i) => ({ colour, fromMs: 1000 + i * COLOUR_MS }))
  const samples = Array.from({ length: 33 }, (_, i) => {
    const timeMs = 1000 + i * FRAME_MS
    const index = Math.floor((timeMs - delayMs - 1000) / COLOUR_MS)
    const tint = LIGHT_COLOURS.map(
      (colour, c) => (followed[index] === colour ? gains[c] : 0) + drift * i * (c - 1),
    )
    const patches = Array.from(
      { length: 5 },
      () => tint.map((level) => level + noise * random.normal()) as Tint,
    )
    return { timeMs, patches }
  })
  return { shown, samples }
}

describe('readLight()', () => {
  test('sees a face follow the colours, by how much and after what time', () => {
    const light = readLight(ASKED, signals())
    expect(light?.match).toBeGreaterThan(0.97)
    expect(light?.otherMatch).toBeLessThan(0.95)
    expect(light?.strength).toBeGreaterThan(0.04)
    // A fade is taken for granted, whose middle is meant.
    expect(Math.abs((light?.delayMs ?? 0) - 300)).toBeLessThanOrEqual(100)
    for (const match of light?.patchMatches ?? []) expect(match).toBeGreaterThan(0.95)
  })

  test('sees it under a warm lamp beside which blue adds most, and while the white balance drifts', () => {
    const light = readLight(ASKED, signals({ gains: [0.03, 0.05, 0.1], drift: 0.002 }))
    expect(light?.match).toBeGreaterThan(0.95)
    expect(light?.match).toBeGreaterThan(light?.otherMatch ?? 1)
  })

  test('tells a face in the light of another order, which explains it better', () => {
    const light = readLight(ASKED, signals({ followed: OTHER }))
    expect(light?.otherMatch).toBeGreaterThan(light?.match ?? 1)
  })

  test('takes no noise for light', () => {
    const matches = Array.from({ length: 40 }, (_, seed) =>
      readLight(ASKED, signals({ gains: [0, 0, 0], noise: 0.01, seed })),
    )
    const taken = matches.filter((light) => light && light.match >= 0.8 && light.match > light.otherMatch)
    expect(taken).toEqual([])
  })

  test('sees it at places of which some are seen ten times as noisily as others', () => {
    const random = seededRandom(2, 'noisy places')
    const { shown, samples } = signals({ gains: [0.02, 0.02, 0.02], noise: 0.002 })
    const noisy = samples.map((sample) => ({
      ...sample,
      patches: sample.patches.map((tint, p): Tint | null =>
        tint && p < 2 ? (tint.map((level) => level + 0.04 * random.normal()) as Tint) : tint,
      ),
    }))
    expect(readLight(ASKED, { shown, samples: noisy })?.match).toBeGreaterThan(0.95)
  })

  test('reads challenges of five colours too, as they were drawn before', () => {
    const { shown, samples } = signals()
    const five = {
      shown: shown.slice(0, 5),
      samples: samples.filter(({ timeMs }) => timeMs <= shown[5].fromMs),
    }
    const light = readLight(ASKED.slice(0, 5), five)
    expect(light?.match).toBeGreaterThan(Math.max(0.97, light?.otherMatch ?? 1))
  })

  test('tells the places that follow from those that do not, as a reflection in glass shows', () => {
    const { shown, samples } = signals()
    const mirrored = samples.map((sample) => ({
      ...sample,
      patches: sample.patches.map((tint, i): Tint | null => (i === 0 ? [0, 0, 0] : tint)),
    }))
    const light = readLight(ASKED, { shown, samples: mirrored })
    expect(light?.patchMatches[0]).toBeLessThan(0.2)
    expect(light?.patchShares[0]).toBeLessThan(0.2)
    expect(light?.patchShares[1]).toBeGreaterThan(0.8)
  })

  test('sees it on a busy phone too, where each colour comes after a time of its own', () => {
    const shown = ASKED.map((colour, i) => ({ colour, fromMs: 1000 + i * 1600 }))
    const late = [900, 200, 1100, 300, 1000, 200, 700, 900]
    const samples = Array.from({ length: 33 }, (_, i) => {
      const timeMs = 1000 + i * 400
      const index = shown.findLastIndex(({ fromMs }, k) => fromMs + late[k] <= timeMs)
      const tint = LIGHT_COLOURS.map((colour) => (ASKED[index] === colour ? 0.05 : 0)) as Tint
      return { timeMs, patches: Array.from({ length: 7 }, () => tint) }
    })
    const light = readLight(ASKED, { shown, samples })
    expect(light?.match).toBeGreaterThan(0.97)
    expect(light?.match).toBeGreaterThan(light?.otherMatch ?? 1)
  })

  test('leaves out a place that was burnt out meanwhile', () => {
    const { shown, samples } = signals()
    const burnt = samples.map((sample, frame) => ({
      ...sample,
      patches: sample.patches.map((tint, i) => (i === 2 && frame === 7 ? null : tint)),
    }))
    const light = readLight(ASKED, { shown, samples: burnt })
    expect(light?.patchMatches[2]).toBeNull()
    expect(light?.patchShares[2]).toBeNull()
    expect(light?.match).toBeGreaterThan(0.97)
  })

  test('says nothing when a colour was not seen, or another order was shown', () => {
    const { shown, samples } = signals()
    expect(readLight(ASKED, { shown, samples: samples.slice(0, 12) })).toBeNull()
    expect(readLight(OTHER, { shown, samples })).toBeNull()
    expect(readLight([], { shown, samples })).toBeNull()
  })

  test('takes the last showing of an order that was interrupted and shown again', () => {
    const { shown, samples } = signals()
    const before = { colour: ASKED[0], fromMs: 200 }
    const other = [300, 500, 700].map((timeMs, i) => ({
      timeMs,
      patches: samples[0].patches.map((): Tint => [i, 0, -i]),
    }))
    const again = { shown: [before, ...shown], samples: [...other, ...samples] }
    expect(readLight(ASKED, again)).toEqual(readLight(ASKED, { shown, samples }))
  })
})

describe('LIGHT_ORDERS', () => {
  test('are 378, each of eight colours that change every time, with all three in it', () => {
    expect(new Set(LIGHT_ORDERS.map((order) => order.join())).size).toBe(378)
    for (const order of LIGHT_ORDERS) {
      expect(order).toHaveLength(8)
      expect(new Set(order).size).toBe(3)
      expect(order.some((colour, i) => colour === order[i + 1])).toBe(false)
    }
  })
})
