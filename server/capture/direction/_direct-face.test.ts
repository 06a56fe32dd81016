import { describe, expect, it } from 'vitest'
import type { TurnChallenge } from '../../../domain/challenge.ts'
import type { Guidance } from '../../../domain/guidance.ts'
import type { Hint } from '../../../domain/hint.ts'
import { playScene, STEP_MS } from '../../../test/fakes/play-scene.ts'
import {
  askAnew,
  beginScene,
  directScene,
  expireScene,
  guidanceRequest,
  holdLonger,
  leaveBrightness,
  type SceneDirection,
  wantsChallenge,
} from './direct-scene.ts'

const QUALITY = { sharpness: 500, luma: 120, glareShare: 0 }
const LIT: TurnChallenge = {
  nonce: 'n',
  turns: ['left', 'right'],
  minimumYawDegrees: 14,
  light: ['red', 'blue', 'green', 'red', 'blue'],
}
const start = beginScene('face', LIT)

function face(yaw: number): Guidance {
  return { hint: 'good', worth: 0.8, quality: QUALITY, quad: null, pose: { yaw, pitch: 0, roll: 0 } }
}

function still(frames: number): Guidance[] {
  return Array.from({ length: frames }, () => face(0))
}

function last(states: SceneDirection[]): SceneDirection {
  return states[states.length - 1]
}

describe('directScene, a face in the light of the screen', () => {
  it('tells the colours one at a time after the hold, then the first turn', () => {
    const states = playScene(start, still(40))
    const asked = states.map(({ light }) => light).filter((light, i, all) => i === 0 || light !== all[i - 1])
    expect(asked).toEqual([null, 'red', 'blue', 'green', 'red', 'blue', null])
    expect(last(states).turn).toBe('left')
    expect(states.filter(({ light, turn }) => light !== null && turn !== null)).toEqual([])
  })

  it('changes them no more than twice a second and is through in some three seconds', () => {
    const states = playScene(start, still(40))
    const shown = states.filter(({ light }) => light !== null).length * STEP_MS
    expect(shown / 5).toBeGreaterThan(500)
    expect(shown).toBeLessThan(3300)
  })

  it('waits for frames of a face that looks straight, but not for ever', () => {
    const away = playScene(start, [...still(4), ...Array.from({ length: 30 }, () => face(25))])
    expect(new Set(away.slice(5).map(({ light }) => light))).toEqual(new Set(['red']))
    expect(last(playScene(start, [...still(4), ...Array.from({ length: 36 }, () => face(25))])).light).toBe(
      'blue',
    )
  })

  it('keeps two frames in coloured light apart, and asks to measure the light in it', () => {
    const states = playScene(start, still(25))
    const isLit = (frame: number) => states[frame].light !== null
    const { evidence } = last(states)
    expect(evidence.filter(({ frame }) => isLit(frame)).map(({ slot }) => slot)).toEqual([
      'lit-early',
      'lit-late',
    ])
    expect(evidence.filter(({ slot }) => slot === 'frontal').every(({ frame }) => !isLit(frame))).toBe(true)
    const shining = states.find(({ light }) => light === 'blue') ?? start
    expect(guidanceRequest(shining, 9000)).toMatchObject({ scene: 'face', turn: null, light: 'blue' })
  })
})

describe('directScene, a face that is lost', () => {
  const away = (frames: number, hint: Hint = 'no-face'): Guidance[] =>
    Array.from({ length: frames }, () => ({ hint, worth: 0, quality: QUALITY, quad: null, pose: null }))
  const phaseOf = ({ filmed }: SceneDirection) => (filmed.kind === 'face' ? filmed.phase : null)
  const asked = (states: SceneDirection[]) =>
    states
      .map(({ light, turn }) => light ?? turn)
      .filter((one, i, all) => one !== null && (i === 0 || one !== all[i - 1]))

  it.each([
    ['between the hold and the colours', 4, 0],
    ['in the colours', 12, 0],
    ['between the colours and the turns', 26, 0],
    ['in a turn', 26, 1],
  ])('is held anew, and asked something else, when it was away %s', (_, straight, turned) => {
    const before = [...still(straight), ...Array.from({ length: turned }, () => face(10))]
    const gone = playScene(start, [...before, ...away(9)])
    expect(last(gone)).toMatchObject({ light: null, turn: null, evidence: [], outcome: 'filming' })
    expect(wantsChallenge(last(gone))).toBe(true)
    const waiting = last(playScene(last(gone), still(30), before.length + 9))
    expect(asked([waiting])).toEqual([])
    const other: TurnChallenge = { ...LIT, light: ['green', 'red', 'blue', 'red', 'green'], turns: ['right'] }
    const back = playScene(askAnew(waiting, other), still(30), before.length + 39)
    expect(phaseOf(back[0])).toBe('hold')
    expect(asked(back)).toEqual(['green', 'red', 'blue', 'red', 'green', 'right'])
  })

  it('is held anew without another question when nothing was asked yet', () => {
    const gone = last(playScene(start, [...still(3), ...away(9)]))
    expect(gone.evidence).toEqual([])
    expect(wantsChallenge(gone)).toBe(false)
    expect(asked(playScene(gone, still(4), 12))).toEqual(['red'])
  })

  it('has the time of one scene alone', () => {
    const gone = last(playScene(start, [...still(26), ...away(9)]))
    expect(expireScene(askAnew(gone, LIT), 59_999).outcome).toBe('filming')
    expect(expireScene(askAnew(gone, LIT), 60_000).outcome).toBe('nothing-seen')
    expect(wantsChallenge(expireScene(gone, 60_000))).toBe(false)
  })

  it('is held anew as soon as several faces are seen', () => {
    const states = playScene(start, [...still(26), ...away(2, 'several-faces')])
    expect(wantsChallenge(last(states))).toBe(true)
    expect(phaseOf(last(playScene(start, [...still(26), ...away(1, 'several-faces'), ...still(1)])))).toBe(
      'turning',
    )
  })

  it('goes on after frames in which it was misread', () => {
    const states = playScene(start, [...still(12), ...away(5), ...still(20)])
    expect(asked(states)).toEqual(['red', 'blue', 'green', 'red', 'blue', 'left'])
  })

  it('goes on after a time without judged frames, for nothing tells that it was away', () => {
    const held = last(playScene(start, still(26)))
    expect(phaseOf(last(playScene(held, still(2), 60)))).toBe('turning')
  })
})

describe('directScene, a covered face', () => {
  const covered = (frames: number): Guidance[] =>
    Array.from({ length: frames }, () => ({ ...face(0), hint: 'face-covered' as const }))

  it('is asked to show itself for some seconds, and filmed as it is after them', () => {
    const seconds = 1000 / STEP_MS
    const states = playScene(start, covered(Math.ceil(8 * seconds)))
    const asked = states.findIndex(({ light }) => light !== null)
    expect(new Set(states.slice(2, asked).map(({ hint }) => hint))).toEqual(new Set(['face-covered']))
    expect(asked / seconds).toBeGreaterThan(6)
    expect(asked / seconds).toBeLessThan(8)
  })

  it('begins at once when it is uncovered', () => {
    const states = playScene(start, [...covered(8), ...still(5)])
    expect(last(states).light).toBe('red')
  })
})

describe('directScene, a head that turns in the light of the screen', () => {
  const going: TurnChallenge = {
    ...LIT,
    turnLight: Array.from({ length: 10 }, () => ['green', 'red'] as const).flat(),
  }
  const lit = beginScene('face', going)
  const played = playScene(lit, [...still(26), face(10), ...Array.from({ length: 24 }, () => face(25))])
  const turning = played.filter(({ filmed }) => filmed.kind === 'face' && filmed.phase === 'turning')

  it('goes on with the colours from the first turn on, each for half a second and more', () => {
    const asked = played.map(({ light }) => light).filter((light, i, all) => i === 0 || light !== all[i - 1])
    expect(asked.slice(0, 9)).toEqual([null, 'red', 'blue', 'green', 'red', 'blue', 'green', 'red', 'green'])
    expect(turning.every(({ light }) => light !== null)).toBe(true)
    expect(guidanceRequest(turning[0], 9000)).toMatchObject({ turn: 'left', light: 'green' })
  })

  it('holds the turned head for two colours, and goes back in the next ones', () => {
    const held = turning.filter((state) => state.lastPose?.pose.yaw === 25)
    expect(held.length * STEP_MS).toBeGreaterThan(1100)
    expect(held.length * STEP_MS).toBeLessThan(2200)
    expect(last(played).turn).toBeNull()
    expect(last(played).light).not.toBeNull()
  })

  it('shows none any more once the room is too bright, the face is lost or the scene is over', () => {
    expect(leaveBrightness(turning[0], 9000).light).toBeNull()
    const away = Array.from(
      { length: 9 },
      (): Guidance => ({ hint: 'no-face', worth: 0, quality: QUALITY, quad: null, pose: null }),
    )
    expect(last(playScene(turning[0], away, 40)).light).toBeNull()
    const back = [...still(9), face(-10), ...Array.from({ length: 24 }, () => face(-25)), ...still(9)]
    const done = last(playScene(last(played), back, 51))
    expect(done).toMatchObject({ outcome: 'captured', light: null })
  })
})

describe('directScene, a head that turns where the colours are weak', () => {
  const going: TurnChallenge = {
    ...LIT,
    turnLight: Array.from({ length: 20 }, () => ['green', 'red'] as const).flat(),
  }
  const held = last(playScene(beginScene('face', going), still(26)))

  it('is held longer on either side and when it is back', () => {
    const heldFor = (from: SceneDirection) => {
      const turned = playScene(from, [face(10), ...Array.from({ length: 40 }, () => face(25))], 26)
      const turnedFor = turned.findIndex(
        ({ filmed }) => filmed.kind === 'face' && filmed.phase === 'returning',
      )
      const back = playScene(turned[turnedFor], still(30), 26 + turnedFor)
      return [turnedFor, back.findIndex(({ turn }) => turn === 'right')]
    }
    expect(held.turn).toBe('left')
    const [turned, back] = heldFor(held)
    const [turnedLonger, backLonger] = heldFor(holdLonger(held))
    expect((turnedLonger - turned) * STEP_MS).toBeGreaterThan(1000)
    expect((turnedLonger - turned) * STEP_MS).toBeLessThan(1400)
    expect((backLonger - back) * STEP_MS).toBeGreaterThan(500)
    expect((backLonger - back) * STEP_MS).toBeLessThan(1900)
  })

  it('is told to hold still meanwhile', () => {
    const turned = playScene(holdLonger(held), [face(10), ...Array.from({ length: 30 }, () => face(25))], 26)
    const back = playScene(last(turned), still(8), 57)
    expect(last(back)).toMatchObject({ hint: 'hold-still', turn: null })
  })
})

describe('directScene, the way of a turn', () => {
  const unlit = beginScene('face', { nonce: 'n', turns: ['left'], minimumYawDegrees: 14 })
  const gone: Guidance = { hint: 'no-face', worth: 0, quality: QUALITY, quad: null, pose: null }
  const out = [face(0), face(7), face(14), face(20), face(24)]
  const back = [face(24), face(0), face(0)]
  const waysOf = ({ filmed }: SceneDirection) => (filmed.kind === 'face' ? filmed.ways : null)

  it('is kept with its largest step on the way out, however fast the head comes back', () => {
    const end = last(playScene(unlit, [...still(4), ...out, ...back]))
    expect(end.outcome).toBe('captured')
    expect(waysOf(end)).toMatchObject([{ largestStepDegrees: 7, framesWithoutFace: 0 }])
  })

  it.each([
    ['jumped', [face(7), face(3), face(24), face(24)], 'too-fast'],
    [
      'was away on the way out',
      [face(0), face(7), gone, gone, face(14), face(20), face(24)],
      'look-straight',
    ],
    ['was away while it was turned', [...out.slice(0, -1), gone, gone, face(24)], 'look-straight'],
  ])('is asked for again where the face %s', (_, broken, hint) => {
    const turned = playScene(unlit, [...still(4), ...broken, ...Array.from({ length: 8 }, () => face(24))])
    expect(last(turned).hint).toBe(hint)
    const again = last(playScene(unlit, [...still(4), ...broken, ...back]))
    expect(again).toMatchObject({ outcome: 'filming', turn: 'left' })
    const end = last(playScene(again, [...out, ...back], 12))
    expect(end.outcome).toBe('captured')
    expect(waysOf(end)).toMatchObject([{ largestStepDegrees: 7, framesWithoutFace: 0 }])
  })

  it('goes on where one frame alone shows no face, which a detector misses now and then', () => {
    const missed = [face(0), gone, face(7), face(14), gone, face(20), face(24)]
    const end = last(playScene(unlit, [...still(4), ...missed, ...back]))
    expect(end.outcome).toBe('captured')
    expect(waysOf(end)).toMatchObject([{ largestStepDegrees: 7, framesWithoutFace: 1 }])
  })

  it('steps less far where frames come faster, and may miss more of them', () => {
    const playAt = (stepMs: number, guidances: readonly Guidance[]) =>
      guidances.reduce(
        (state, guidance, frame) => directScene(state, { guidance, frame, timeMs: frame * stepMs }),
        unlit,
      )
    const wavering = [...still(4), face(0), face(7), face(22), face(24), face(24)]
    expect(playAt(133, wavering).hint).not.toBe('too-fast')
    expect(playAt(33, wavering).hint).toBe('too-fast')
    const away = [...still(4), face(0), face(7), gone, gone, gone, face(14), face(20), face(24), ...back]
    expect(waysOf(playAt(33, away))).toMatchObject([{ framesWithoutFace: 3, longestAwayMs: 132 }])
    expect(playAt(33, away).outcome).toBe('captured')
    expect(playAt(133, away).outcome).toBe('filming')
  })

  it('is asked for again twice, and so is the next one', () => {
    const both = beginScene('face', { nonce: 'n', turns: ['left', 'right'], minimumYawDegrees: 14 })
    const way = [7, 3, 24, 24, 24, 0, 0]
    const jump = way.map(face)
    const left = last(playScene(both, [...still(4), ...jump, ...jump, ...out, ...back]))
    expect(left.turn).toBe('right')
    const right = way.map((yaw) => face(-yaw))
    expect(last(playScene(left, [...right, ...right], 40))).toMatchObject({
      outcome: 'filming',
      turn: 'right',
    })
  })

  it('is taken as it is in the end, for a reviewer to see', () => {
    const jump = [face(7), face(3), face(24), face(24), ...back]
    const end = last(playScene(unlit, [...still(4), ...jump, ...jump, ...jump]))
    expect(end.outcome).toBe('captured')
    expect(waysOf(end)).toMatchObject([{ largestStepDegrees: 21, framesWithoutFace: 0 }])
  })
})
