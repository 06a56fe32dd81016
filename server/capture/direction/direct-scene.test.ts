import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TurnChallenge } from '../../../domain/challenge.ts'
import type { Guidance } from '../../../domain/guidance.ts'
import type { Hint } from '../../../domain/hint.ts'
import { playScene } from '../../../test/fakes/play-scene.ts'
import { beginScene, directScene, expireScene, guidanceRequest, type SceneDirection } from './direct-scene.ts'

const QUALITY = { sharpness: 500, luma: 120, glareShare: 0 }
const CHALLENGE: TurnChallenge = { nonce: 'n', turns: ['left', 'right'], minimumYawDegrees: 14 }

function card(hint: Hint, worth: number): Guidance {
  return { hint, worth, quality: QUALITY, quad: null, pose: null }
}

function face(yaw: number, hint: Hint = 'good', worth = 0.8): Guidance {
  return { hint, worth, quality: QUALITY, quad: null, pose: { yaw, pitch: 0, roll: 0 } }
}

function last(states: SceneDirection[]): SceneDirection {
  return states[states.length - 1]
}

/** A head that holds, then turns to each yaw in steps of 5 degrees and back. */
function turns(...yaws: number[]): Guidance[] {
  const frames: Guidance[] = Array.from({ length: 5 }, () => face(0))
  for (const yaw of yaws) {
    const way = Array.from(
      { length: Math.floor(Math.abs(yaw) / 5) },
      (_, index) => Math.sign(yaw) * 5 * (index + 1),
    )
    frames.push(...[...way, yaw, yaw, ...way.toReversed(), 0, 0, 0].map((value) => face(value)))
  }
  return frames
}

describe('directScene, a document side', () => {
  const start = beginScene('document-front', null)

  it('is captured after four good frames, not before a second and a half', () => {
    const states = playScene(
      start,
      Array.from({ length: 13 }, () => card('good', 0.9)),
    )
    expect(states[5].outcome).toBe('filming')
    expect(states[12].outcome).toBe('filming')
    expect(states[13].outcome).toBe('captured')
    expect(states[13].progress).toBe(1)
  })

  it('counts good frames over interruptions, and progress never falls', () => {
    const hints: Hint[] = [
      'good',
      'blurry',
      'good',
      'glare',
      'too-far',
      'good',
      'no-document',
      'good',
      'good',
      'good',
    ]
    const states = playScene(
      start,
      [...hints, ...hints].map((hint) => card(hint, hint === 'no-document' ? 0 : 0.5)),
    )
    const progress = states.map((state) => state.progress)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    expect(last(states).outcome).toBe('captured')
  })

  it('keeps the six best frames, none closer than 150 ms', () => {
    const worths = [0.1, 0.2, 0.9, 0.95, 0.3, 0.1, 0.8, 0.2, 0.7, 0.1, 0.6, 0.1, 0.5, 0.1, 0.4]
    const { evidence } = last(
      playScene(
        start,
        worths.map((worth) => card('hold-still', worth)),
      ),
    )
    expect(evidence.map(({ rank }) => rank).toSorted()).toEqual([0.4, 0.5, 0.6, 0.7, 0.8, 0.95])
  })

  it('keeps nothing that shows no document', () => {
    const { evidence } = last(
      playScene(
        start,
        Array.from({ length: 5 }, () => card('no-document', 0)),
      ),
    )
    expect(evidence).toEqual([])
  })

  it('does not change the hint for a single frame', () => {
    const hints: Hint[] = ['too-far', 'blurry', 'too-far', 'blurry', 'blurry', 'glare', 'good', 'good']
    const states = playScene(
      start,
      hints.map((hint) => card(hint, 0.1)),
    )
    expect(states.map(({ hint }) => hint)).toEqual([
      null,
      'too-far',
      'too-far',
      'too-far',
      'too-far',
      'blurry',
      'blurry',
      'blurry',
      'good',
    ])
  })

  it('takes the best it has when its time is up', () => {
    const seen = last(playScene(start, [card('blurry', 0.2), card('no-document', 0)]))
    expect(expireScene(seen, 24_999).outcome).toBe('filming')
    expect(expireScene(seen, 25_000).outcome).toBe('captured')
  })

  it('ends with nothing when nothing was seen', () => {
    const blind = last(playScene(start, [card('no-document', 0)]))
    expect(expireScene(blind, 25_000).outcome).toBe('nothing-seen')
    expect(directScene(blind, { guidance: card('good', 1), frame: 9, timeMs: 26_000 }).outcome).toBe(
      'captured',
    )
  })
})

describe('directScene, a face', () => {
  const start = beginScene('face', CHALLENGE)

  it('reveals the turns one at a time, after the hold and after each way back', () => {
    const states = playScene(start, turns(22, -22))
    const asked = states
      .map(({ turn }) => turn)
      .filter((turn, index, all) => index === 0 || turn !== all[index - 1])
    expect(asked).toEqual([null, 'left', null, 'right', null])
    expect(last(states).outcome).toBe('captured')
  })

  it('takes the applicant’s left for positive yaw alone', () => {
    expect(last(playScene(start, turns(-22, -22, -22))).turn).toBe('left')
  })

  it('does not take a smaller turn', () => {
    expect(last(playScene(start, turns(13))).turn).toBe('left')
  })

  it('measures from where this head looks straight', () => {
    const shifted = turns(22).map((guidance) => face((guidance.pose?.yaw ?? 0) - 9))
    const weak = shifted.map((guidance) => face(Math.min(guidance.pose?.yaw ?? 0, 4)))
    expect(last(playScene(start, shifted)).turn).toBe('right')
    expect(last(playScene(start, weak)).turn).toBe('left')
  })

  it('keeps straight faces, faces between and the furthest of each turn, 16 at most', () => {
    const frames = turns(24, -25)
    const { evidence } = last(playScene(start, frames))
    const yawOf = ({ frame }: { frame: number }) => frames[frame].pose?.yaw ?? 0
    expect(evidence.length).toBeLessThanOrEqual(16)
    expect(evidence.filter(({ slot }) => slot === 'frontal').length).toBeGreaterThan(1)
    const yaws = evidence.map(yawOf)
    expect(Math.max(...yaws)).toBe(24)
    expect(Math.min(...yaws)).toBe(-25)
    expect(yaws.some((yaw) => yaw >= 5 && yaw < 14)).toBe(true)
    expect(yaws.some((yaw) => yaw <= -5 && yaw > -14)).toBe(true)
    const back = evidence.find(({ slot }) => slot === 'turn-0-back')
    expect(back && Math.abs(yawOf(back))).toBeLessThan(5)
  })

  it('asks a turn again that was too fast to be seen between, and forgets the fast one', () => {
    const hold = Array.from({ length: 5 }, () => face(0))
    const fast = playScene(start, [...hold, face(25), face(25), face(25), face(0), face(0)])
    expect(fast.map(({ hint }) => hint)).toContain('too-fast')
    expect(last(fast).turn).toBe('left')
    expect(last(fast).evidence.every(({ slot }) => slot === 'frontal')).toBe(true)
    const slow = playScene(
      last(fast),
      [6, 11, 17, 17, 11, 6, 0, 0, 0].map((yaw) => face(yaw)),
      10,
    )
    expect(last(slow).turn).toBe('right')
  })

  it('takes a fast turn the third time, so that nobody is held for ever', () => {
    const hold = Array.from({ length: 5 }, () => face(0))
    const once = [face(25), face(25), face(25), face(0), face(0)]
    expect(last(playScene(start, [...hold, ...once, ...once])).turn).toBe('left')
    expect(last(playScene(start, [...hold, ...once, ...once, ...once])).turn).toBe('right')
  })

  it('shows the next request at once, not the hint that was for the one before', () => {
    const states = playScene(start, turns(22, -22))
    const first = states.findIndex(({ turn }) => turn === 'left')
    expect(states[first].hint).toBe('turn-left')
    const back = states.findIndex(({ turn }, index) => index > first && turn === null)
    expect(states[back].hint).toBe('look-straight')
  })

  it('asks to judge a frame for the current turn and by the pose before it', () => {
    const turning = playScene(start, turns(22)).find(({ turn }) => turn === 'left') ?? start
    expect(guidanceRequest(turning, (turning.lastPose?.timeMs ?? 0) + 100)).toEqual({
      scene: 'face',
      turn: 'left',
      previous: { pose: { yaw: 0, pitch: 0, roll: 0 }, elapsedMs: 100 },
    })
  })

  it('is captured after the hold when nothing is asked', () => {
    expect(last(playScene(beginScene('face', null), turns())).outcome).toBe('captured')
  })

  it('takes what it has after a minute, and nothing when no face was seen', () => {
    expect(expireScene(last(playScene(start, turns(22))), 60_000).outcome).toBe('captured')
    const none: Guidance = { hint: 'no-face', worth: 0, quality: QUALITY, quad: null, pose: null }
    expect(expireScene(last(playScene(start, [none])), 60_000).outcome).toBe('nothing-seen')
  })
})

function expectBounded({ scene, evidence, progress }: SceneDirection): void {
  expect(evidence.length).toBeLessThanOrEqual(scene === 'face' ? 18 : 6)
  expect(new Set(evidence.map(({ slot, frame }) => `${slot} ${frame}`)).size).toBe(evidence.length)
  expect(progress).toBeGreaterThanOrEqual(0)
  expect(progress).toBeLessThanOrEqual(1)
}

describe('directScene, whatever is seen', () => {
  it('keeps its bounds', () => {
    const guidance = fc.record({
      hint: fc.constantFrom<Hint>('good', 'turn-left', 'too-fast', 'no-face', 'blurry'),
      worth: fc.double({ min: 0, max: 1, noNaN: true }),
      quality: fc.constant(QUALITY),
      quad: fc.constant(null),
      pose: fc.option(
        fc.record({
          yaw: fc.double({ min: -90, max: 90, noNaN: true }),
          pitch: fc.constant(0),
          roll: fc.constant(0),
        }),
      ),
    })
    const scene = fc.constantFrom('document-back' as const, 'face' as const)
    fc.assert(
      fc.property(scene, fc.array(guidance, { maxLength: 250 }), (name, guidances) => {
        const states = playScene(beginScene(name, name === 'face' ? CHALLENGE : null), guidances)
        for (const state of states) expectBounded(state)
        const progress = states.map((state) => state.progress)
        expect(progress).toEqual(progress.toSorted((a, b) => a - b))
        if (states.length > 230) expect(last(states).outcome).not.toBe('filming')
      }),
    )
  })
})
