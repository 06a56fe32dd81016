import { describe, expect, test } from 'vitest'
import type { LightFacts } from '../../../domain/faces/light.ts'
import type { TurnWay } from '../../../domain/faces/stream-signals.ts'
import type { TurnLightPart } from '../../../domain/faces/turn-light.ts'
import { makeFace, makeLight, makeSignals, makeTurnLight } from '../../../test/fakes/scene-facts.ts'
import { checkLiveness } from './check-liveness.ts'
import { THRESHOLDS } from './thresholds.ts'

const scoreOf = (change: Partial<LightFacts>) => checkLiveness(makeFace({ light: makeLight(change) })).score
const matches = (...values: (number | null)[]) => ({ patchMatches: values })

describe('checkLiveness(), the colours of the screen', () => {
  test('are followed by a live face', () => {
    expect(scoreOf({})).toBe(1)
  })

  test('leave to a reviewer what another order explains as well', () => {
    expect(scoreOf({ match: 0.9, otherMatch: 0.9 })).toBe(-1)
  })

  test('leave to a reviewer what hardly adds to the light of the room, as by a window', () => {
    expect(scoreOf({ strength: 0.003 })).toBe(-1)
  })

  test('must be followed at every place: a reflection in glass lies on some of them', () => {
    expect(scoreOf(matches(0.1, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9))).toBe(-1)
    expect(scoreOf({ patchShares: [0.1, 1, 1, 1, 1, 1, 1] })).toBe(-1)
  })

  test('may add less to a place that a lamp shines on where it follows clearly, and nowhere as much as in glass', () => {
    const adding = (share: number, match: number, most = 1.2) =>
      scoreOf({
        patchShares: [share, 0.9, 1, 1.1, 1.1, most, 0.9],
        ...matches(match, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9),
      })
    expect([adding(0.25, 0.9), adding(0.25, 0.6), adding(0.15, 0.9)]).toEqual([1, -1, -1])
    expect([adding(0.5, 0.9, 2.2), adding(0.5, 0.9, 3.1)]).toEqual([1, -1])
  })

  test('must light a head unevenly: paper sends them back alike everywhere', () => {
    expect(scoreOf({ patchShares: [1.05, 0.95, 1, 1, 1.05, 0.95, 1] })).toBe(-1)
    expect(scoreOf({ patchShares: [1.2, 0.8, 0.8, 1, 1.1, 1.2, 0.9] })).toBe(1)
  })

  test('may miss two places that were burnt out, but not three, and never the nose', () => {
    expect(scoreOf(matches(null, null, 0.9, 0.9, 0.9, 0.9, 0.9))).toBe(1)
    expect(scoreOf(matches(null, null, null, 0.9, 0.9, 0.9, 0.9))).toBe(-1)
    expect(scoreOf(matches(0.9, 0.9, 0.9, 0.9, 0.9, null, 0.9))).toBe(-1)
  })

  test('leave to a reviewer whose light was asked for and not measured', () => {
    expect(checkLiveness(makeFace({ light: null })).score).toBe(-1)
  })

  test('leave all to a reviewer where an operator leaves them out: films make turns too', () => {
    const { challenge } = makeFace()
    const unlit = challenge && { ...challenge, light: [], turnLight: [] }
    expect(checkLiveness(makeFace({ challenge: unlit, light: null, turnLight: null })).score).toBe(-1)
  })

  test('are not missed in facts of before they were asked for', () => {
    const { nonce, turns, minimumYawDegrees } = makeFace().challenge ?? {
      nonce: '',
      turns: [],
      minimumYawDegrees: 14,
    }
    const before = { nonce, turns, minimumYawDegrees }
    expect(checkLiveness(makeFace({ challenge: before, light: undefined, turnLight: undefined })).score).toBe(
      1,
    )
  })
})

describe('checkLiveness(), the colours of the screen while the head turns', () => {
  const scoreWith = (change: Partial<TurnLightPart>) =>
    checkLiveness(makeFace({ turnLight: makeTurnLight(change) })).score

  test('are followed by the head that followed them when it looked straight', () => {
    expect(scoreWith({})).toBe(1)
  })

  test('leave to a reviewer what sends back much less of them at a side, or much more', () => {
    expect([0.005, 0.03, 0.1, 0.2].map((strength) => scoreWith({ strength }))).toEqual([-1, 1, 1, -1])
  })

  test('may miss one place in sight, as where hair falls, but not two', () => {
    expect(scoreWith({ patchMatches: [0.9, 0.1, null, 0.9, null, 0.9, 0.9] })).toBe(1)
    expect(scoreWith({ patchMatches: [0.9, 0.1, null, 0.1, null, 0.9, 0.9] })).toBe(-1)
  })

  test('must add something alike everywhere but at one place: glass mirrors the phone on some, many times as bright', () => {
    const adding = (...patchStrengths: number[]) => scoreWith({ patchStrengths })
    expect(adding(0.04, 0.05, 0.02, 0.005, 0.11)).toBe(1)
    expect(adding(0.04, 0.05, 0.005, 0.005, 0.11)).toBe(-1)
    expect(adding(0.04, 0.05, 0.02, 0.03, 0.2)).toBe(-1)
  })

  test('may not miss the nose of a face that is nearly straight', () => {
    const patchMatches = [0.9, 0.9, 0.9, 0.9, 0.9, 0.1, 0.9]
    expect(scoreWith({ side: null, patchMatches })).toBe(-1)
  })

  test('must light a head unevenly from all sides together: several faces on paper gain evenly each', () => {
    const scoreOf = (straight: number, side: number) =>
      checkLiveness(
        makeFace({
          light: makeLight({ unevenness: { ratio: straight, degrees: 2 } }),
          turnLight: makeTurnLight({ unevenness: { ratio: side, degrees: 4 } }),
        }),
      ).score
    expect([scoreOf(9, 4), scoreOf(3.6, 0.5), scoreOf(3.4, 60)]).toEqual([1, -1, -1])
    const unseen = makeLight({ unevenness: null })
    expect(
      checkLiveness(makeFace({ light: unseen, turnLight: { ...makeTurnLight(), parts: [] } })).score,
    ).toBe(-1)
  })

  test('leave to a reviewer what other orders explain as well, and what was asked for and not measured', () => {
    const turnLight = { ...makeTurnLight(), otherMatch: 0.95 }
    expect(checkLiveness(makeFace({ turnLight })).score).toBe(-1)
    expect(checkLiveness(makeFace({ turnLight: null })).score).toBe(-1)
  })

  test('are not missed in facts of before they were asked for', () => {
    const { challenge } = makeFace()
    const { turnLight: _, ...before } = challenge ?? { nonce: '', turns: [], minimumYawDegrees: 14 }
    expect(checkLiveness(makeFace({ challenge: before, turnLight: undefined })).score).toBe(1)
  })
})

describe('checkLiveness(), the way of a turn', () => {
  const scoreOfWays = (...ways: TurnWay[]) =>
    checkLiveness(makeFace({ signals: { ...makeSignals(), ways } })).score

  test('is gone without a jump and without the face being away, as nobody exchanges pictures', () => {
    const seen = { largestStepDegrees: 9, framesWithoutFace: 0 }
    expect(scoreOfWays(seen, seen)).toBe(1)
    expect(scoreOfWays(seen, { ...seen, largestStepDegrees: 20.1 })).toBe(-1)
    expect(scoreOfWays({ ...seen, framesWithoutFace: 1 }, seen)).toBe(1)
    expect(scoreOfWays({ ...seen, framesWithoutFace: 2 }, seen)).toBe(-1)
  })

  test('may miss more frames where they come so fast that nobody exchanges anything, and step less far', () => {
    const seen = { largestStepDegrees: 9, framesWithoutFace: 5, largestStepShare: 0.8, longestAwayMs: 200 }
    expect(scoreOfWays(seen, seen)).toBe(1)
    expect(scoreOfWays(seen, { ...seen, longestAwayMs: 301 })).toBe(-1)
    expect(scoreOfWays(seen, { ...seen, largestStepShare: 1.01 })).toBe(-1)
    expect(scoreOfWays({ ...seen, framesWithoutFace: 1, longestAwayMs: 900 }, seen)).toBe(1)
  })

  test('is not missed in facts of before it was followed', () => {
    expect(checkLiveness(makeFace({ signals: makeSignals() })).score).toBe(1)
  })
})

describe('checkLiveness(), challenges drawn again', () => {
  test('are for review once there were more than an honest applicant needs, and uncounted ones are not', () => {
    const scores = [0, THRESHOLDS.challengesDrawnMaximum, THRESHOLDS.challengesDrawnMaximum + 1].map(
      (challengesDrawn) => checkLiveness(makeFace({ challengesDrawn })),
    )
    expect(scores.map(({ score }) => score)).toEqual([1, 1, -1])
    expect(checkLiveness(makeFace()).score).toBe(1)
  })
})
