import { describe, expect, test } from 'vitest'
import type { TurnChallenge } from '../../domain/challenge.ts'
import {
  LIGHT_COLOURS,
  type LightColour,
  type LightSample,
  type LightSignals,
  type Tint,
} from '../../domain/faces/light.ts'
import { makeLight } from '../../test/fakes/scene-facts.ts'
import { seededRandom } from '../../test/people/random.ts'
import { readTurnLight } from './read-turn-light.ts'

const TURN_LIGHT: LightColour[] = Array.from({ length: 6 }, () => ['red', 'blue', 'green'] as const).flat()
const CHALLENGE: TurnChallenge = {
  nonce: 'n',
  turns: ['left', 'right'],
  minimumYawDegrees: 14,
  light: ['red', 'blue', 'red', 'green', 'blue'],
  turnLight: TURN_LIGHT,
}
const [COLOUR_MS, FRAME_MS, DELAY_MS, GAIN] = [560, 140, 300, 0.05]

/** A head that turns to both sides; `gainAt` is what the screen adds to a place at a yaw. */
function signals(gainAt: (yaw: number, place: number) => number = () => GAIN): LightSignals {
  const random = seededRandom(1, 'noise')
  const way = [0, 0, 0, 6, 12, ...Array.from({ length: 12 }, () => 25), 12, 6, 0, 0]
  const yaws = [...way, ...way.map((yaw) => -yaw)]
  const shown = TURN_LIGHT.slice(0, 10).map((colour, i) => ({ colour, fromMs: i * COLOUR_MS }))
  const samples = yaws.map((yaw, i): LightSample => {
    const timeMs = (i + 1) * FRAME_MS
    const lit = shown.findLast(({ fromMs }) => fromMs + DELAY_MS <= timeMs)?.colour
    const patches = Array.from({ length: 7 }, (_, place) => {
      // A side in shadow is bluer than one in the light of a lamp.
      const pose = [yaw / 500, 0, -yaw / 500]
      return LIGHT_COLOURS.map(
        (colour, c) => (colour === lit ? gainAt(yaw, place) : 0) + pose[c] + 0.002 * random.normal(),
      ) as Tint
    })
    return { timeMs, patches, yaw }
  })
  return { shown, samples }
}

const read = (seen: LightSignals | null, challenge = CHALLENGE) =>
  readTurnLight(challenge, { light: makeLight({ delayMs: DELAY_MS }), signals: seen })

describe('readTurnLight()', () => {
  test('sees a head go on following the colours on the way and at both sides, whatever the pose adds', () => {
    const facts = read(signals())
    expect(facts?.match).toBeGreaterThan(0.9)
    expect(facts?.match).toBeGreaterThan(facts?.otherMatch ?? 1)
    expect(facts?.parts.map(({ side }) => side)).toEqual([null, 'left', 'right'])
    for (const part of facts?.parts ?? []) expect(part.strength).toBeCloseTo(GAIN, 1)
  })

  test('sees of a turned face the places that stay in sight alone', () => {
    const [, left, right] = read(signals())?.parts ?? []
    expect(left?.patchMatches.map((match) => match !== null)).toEqual([
      true,
      true,
      false,
      true,
      false,
      true,
      true,
    ])
    expect(right?.patchMatches.map((match) => match !== null)).toEqual([
      true,
      false,
      true,
      false,
      true,
      true,
      true,
    ])
  })

  test('tells a screen that is held up for the large angles alone', () => {
    const facts = read(signals((yaw) => (Math.abs(yaw) > 10 ? 0 : GAIN)))
    const [way, left, right] = facts?.parts ?? []
    expect(way?.strength).toBeGreaterThan(GAIN / 2)
    for (const part of [left, right]) expect(part?.strength).toBeLessThan(GAIN / 4)
  })

  test('tells a screen that is held up between two pictures on paper', () => {
    const facts = read(signals((yaw) => (Math.abs(yaw) > 20 ? GAIN : 0)))
    expect(facts?.parts[0]?.strength).toBeLessThan(GAIN / 3)
    expect(facts?.parts[1]?.strength).toBeGreaterThan(GAIN / 2)
  })

  test('leaves out the samples of the ways in which the nose has a highlight', () => {
    const { shown, samples } = signals()
    const bright = samples.map((sample, i) => ({
      ...sample,
      patches: sample.patches.map((tint, place) => (place === 5 && [3, 18].includes(i) ? null : tint)),
    }))
    const [way] = read({ shown, samples: bright })?.parts ?? []
    expect(way?.samples).toBe((read(signals())?.parts[0]?.samples ?? 0) - 2)
    expect(way?.patchMatches[5]).toBeGreaterThan(0.5)
  })

  test('reads nothing where no colours were asked for, others were shown, or a side was hardly seen', () => {
    const seen = signals()
    expect(read(seen, { ...CHALLENGE, turnLight: [] })).toBeNull()
    expect(read(null)).toBeNull()
    expect(read({ ...seen, shown: seen.shown.toReversed() })).toBeNull()
    expect(read({ ...seen, samples: seen.samples.filter(({ yaw = 0 }) => yaw > -20) })).toBeNull()
  })
})
