import { describe, expect, test } from 'vitest'
import type { LightFacts } from '../../../domain/faces/light.ts'
import { makeFace, makeLight } from '../../../test/fakes/scene-facts.ts'
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

  test('are not missed where they were not asked for', () => {
    const { challenge } = makeFace()
    const unlit = challenge && { ...challenge, light: [] }
    expect(checkLiveness(makeFace({ challenge: unlit, light: null })).score).toBe(1)
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
