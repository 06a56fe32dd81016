import { describe, expect, test } from 'vitest'
import type { TurnSide } from '../../../domain/challenge.ts'
import type { LightColour, Tint } from '../../../domain/faces/light.ts'
import { SignalWatch } from './watch-signals.ts'

/** A picture of one shade. */
function frame(shade: number, mediaTimeMs: number, width = 32) {
  return {
    image: { data: new Uint8Array(width * 24 * 3).fill(shade), width, height: 24 },
    mediaTimeMs,
    receivedAtMs: mediaTimeMs,
  }
}

/** A head at one angle after the other, 100 ms apart, and what is asked after each. */
function turned(...steps: [yaw: number, turn: TurnSide | null][]) {
  const watch = new SignalWatch()
  for (const [i, [yaw, turn]] of steps.entries()) {
    watch.see({ frame: frame(i, i * 100), timeMs: i * 100, pose: { yaw, pitch: 0, roll: 0 }, turn })
  }
  return watch.signals().turns
}

describe('SignalWatch', () => {
  test('tells how long after it was asked for a turn began', () => {
    const turns = turned([1, null], [1, 'left'], [2, 'left'], [4, 'left'], [9, 'left'], [20, null])
    expect(turns).toEqual([{ side: 'left', askedAtMs: 100, movedAtMs: 400, wrongWayDegrees: 0 }])
  })

  test('tells how far the head went the other way first', () => {
    const [turn] = turned([0, 'right'], [9, 'right'], [22, 'right'], [0, 'right'], [-18, null], [30, null])
    expect(turn).toMatchObject({ side: 'right', movedAtMs: 400, wrongWayDegrees: 22 })
  })

  test('keeps each turn that was asked for', () => {
    const turns = turned([0, 'left'], [15, null], [0, null], [0, 'right'], [-3, 'right'])
    expect(turns.map(({ side, movedAtMs }) => [side, movedAtMs])).toEqual([
      ['left', 100],
      ['right', null],
    ])
  })

  test('counts repeated frames and sizes that change, and how evenly frames come', () => {
    const watch = new SignalWatch()
    const frames = [frame(1, 0), frame(1, 33), frame(2, 66), frame(2, 99, 64), frame(3, 152, 64)]
    for (const one of frames) watch.see({ frame: one, timeMs: one.mediaTimeMs, pose: null, turn: null })
    expect(watch.signals()).toEqual({
      framesSeen: 5,
      framesRepeated: 1,
      sizeChanges: 1,
      intervalMs: 33,
      intervalSpreadMs: 0,
      turns: [],
      light: null,
      turnLight: null,
    })
  })

  test('keeps what was asked last alone, and when its colours ended', () => {
    const watch = new SignalWatch()
    const tints = { patches: [[0.2, 0.2, 0.2] as Tint], surround: [0.1, 0.1, 0.1] as Tint }
    const order = ['red', 'blue', null, 'left', 'red', 'blue', null, null] as const
    for (const [i, light] of order.entries()) {
      const lit = ['red', 'blue'].includes(order[i - 1] ?? '') ? tints : null
      const base = { frame: frame(i, i * 100), timeMs: i * 100, pose: { yaw: 0, pitch: 0, roll: 0 } }
      if (light === 'left') watch.see({ ...base, turn: light })
      else watch.see({ ...base, turn: null, light, tints: lit })
      if (light === 'left') watch.beginAnew()
    }
    expect(watch.signals().turns).toEqual([])
    expect(watch.signals().light).toEqual({
      shown: [
        { colour: 'red', fromMs: 400 },
        { colour: 'blue', fromMs: 500 },
      ],
      untilMs: 600,
      samples: [500, 600].map((timeMs) => ({ timeMs, patches: [[0, 0, 0]] })),
    })
  })

  test('keeps the colours of the turns apart from those before, with where the head points', () => {
    const watch = new SignalWatch()
    const tints = { patches: [[0.2, 0.2, 0.2] as Tint], surround: [0.1, 0.1, 0.1] as Tint }
    const see = (timeMs: number, light: LightColour, turn: TurnSide | null) => {
      const pose = { yaw: timeMs / 100, pitch: 0, roll: 0 }
      watch.see({ frame: frame(timeMs, timeMs), timeMs, pose, tints, turn, light })
    }
    see(100, 'red', null)
    see(200, 'blue', null)
    see(300, 'green', 'left')
    see(400, 'green', 'left')
    see(500, 'red', null)
    const { light, turnLight } = watch.signals()
    expect(light?.shown.map(({ colour }) => colour)).toEqual(['red', 'blue'])
    expect(light?.samples.map(({ timeMs }) => timeMs)).toEqual([100, 200, 300])
    expect(turnLight?.shown.map(({ colour }) => colour)).toEqual(['green', 'red'])
    expect(turnLight?.samples.map(({ yaw }) => yaw)).toEqual([3, 4, 5])
  })

  test('knows no interval before a second frame came', () => {
    expect(new SignalWatch().signals()).toMatchObject({
      framesSeen: 0,
      intervalMs: null,
      intervalSpreadMs: null,
    })
  })
})
