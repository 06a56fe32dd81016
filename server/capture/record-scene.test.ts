import { pino } from 'pino'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { LiveMessage } from '../../domain/capture-plan.ts'
import type { Tint } from '../../domain/faces/light.ts'
import type { GuidanceRequest } from '../../domain/guidance.ts'
import { FakeCamera, fakeFrame, fakeGuidance, fakeRecording } from './_fake-camera.ts'
import { recordScene, type SceneParts, type SceneRecording } from './record-scene.ts'

const CHALLENGE = { nonce: 'n', turns: ['left' as const], minimumYawDegrees: 14 }

function film(change: Partial<SceneParts> = {}): {
  camera: FakeCamera
  said: LiveMessage[]
  latencies: number[]
  recording: SceneRecording
} {
  const camera = new FakeCamera()
  const said: LiveMessage[] = []
  const latencies: number[] = []
  const recording = recordScene({
    scene: { id: 7, name: 'document-front', challenge: null },
    stream: camera,
    guide: async () => fakeGuidance('good', 0.9),
    judgeLight: async () => 'enough',
    renewChallenge: () => Promise.reject(new Error('nothing was asked')),
    emit: (message) => said.push(message),
    onHintLatency: (latencyMs) => latencies.push(latencyMs),
    recordingPath: '/nowhere/scene.webm',
    nowMs: () => 1000,
    log: pino({ level: 'silent' }),
    ...change,
  })
  return { camera, said, latencies, recording }
}

describe('recordScene', () => {
  it('films a document side to its frames and its recording', async () => {
    const { camera, said, recording } = film()
    camera.recording = fakeRecording()
    for (let index = 0; index < 13; index++) await recording.take(fakeFrame(1000 + index * 133))
    const end = await recording.ended
    expect(end.kind).toBe('captured')
    if (end.kind !== 'captured') return
    expect(end.filmed).toMatchObject({ sceneId: 7, scene: 'document-front', recording: camera.recording })
    expect(end.filmed.frames.length).toBeGreaterThanOrEqual(4)
    const times = end.filmed.frames.map(({ timeMs }) => timeMs)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    const picture = await sharp(end.filmed.frames[0].jpeg).metadata()
    expect(picture).toMatchObject({ format: 'jpeg', width: 32, height: 24, chromaSubsampling: '4:4:4' })
    expect(said.at(-1)).toMatchObject({ type: 'hint', hint: 'good', progress: 1 })
    expect(camera.acts).toEqual(['start', 'stop'])
  })

  it('skips frames that cannot be judged and goes on', async () => {
    let calls = 0
    const { said, recording } = film({
      guide: async () => {
        if (calls++ < 3) throw new Error('busy')
        return fakeGuidance('blurry', 0.2)
      },
    })
    for (let index = 0; index < 4; index++) await recording.take(fakeFrame(1000 + index * 133))
    expect(said).toEqual([
      { type: 'hint', scene: 'document-front', hint: 'blurry', progress: 0, frameTime: 1399 },
    ])
  })

  it('ends at its time limit even when no frame can be judged', async () => {
    const { camera, recording } = film({ guide: () => Promise.reject(new Error('busy')) })
    await recording.take(fakeFrame(1000))
    await recording.take(fakeFrame(26_001))
    expect(await recording.ended).toEqual({ kind: 'nothing-seen' })
    expect(camera.acts).toEqual(['start', 'discard'])
  })

  it('ends at its time limit when no frame comes any more', async () => {
    let nowMs = 1000
    const { recording } = film({ nowMs: () => nowMs, guide: async () => fakeGuidance('blurry', 0.2) })
    await recording.take(fakeFrame(1100))
    nowMs = 25_999
    recording.checkTime()
    nowMs = 26_000
    recording.checkTime()
    expect(await recording.ended).toMatchObject({ kind: 'captured', filmed: { frames: [{ timeMs: 100 }] } })
  })

  it('takes the frames it has when the disk refuses the recording', async () => {
    const { camera, recording } = film()
    camera.recording = new Error('disk full')
    for (let index = 0; index < 13; index++) await recording.take(fakeFrame(1000 + index * 133))
    expect(await recording.ended).toMatchObject({ kind: 'captured', filmed: { recording: null } })
  })

  it('passes over frames from before the scene', async () => {
    const { said, recording } = film()
    await recording.take(fakeFrame(900))
    expect(said).toEqual([])
  })

  it('leaves nothing behind when it is abandoned, not even by a frame being judged', async () => {
    let judge: (value: ReturnType<typeof fakeGuidance>) => void = () => undefined
    const judged = new Promise<ReturnType<typeof fakeGuidance>>((resolve) => {
      judge = resolve
    })
    const { camera, said, recording } = film({ guide: () => judged })
    const taking = recording.take(fakeFrame(1000))
    recording.abandon()
    judge(fakeGuidance('good', 1))
    await taking
    expect(await recording.ended).toEqual({ kind: 'abandoned' })
    expect(said).toEqual([])
    expect(camera.acts).toEqual(['start', 'discard'])
  })

  it('tells how long after a frame its hint goes out', async () => {
    let nowMs = 1000
    const { latencies, recording } = film({
      nowMs: () => nowMs,
      guide: async () => {
        nowMs += 85
        return fakeGuidance('too-far', 0.1)
      },
    })
    await recording.take(fakeFrame(1010))
    expect(latencies).toEqual([75])
  })

  it('tells each colour of the screen, and keeps how the light on the face changed', async () => {
    const order = ['red', 'green', 'blue', 'red', 'green'] as const
    const challenge = { ...CHALLENGE, turns: [], light: [...order] }
    const { said, recording } = film({
      scene: { id: 9, name: 'face', challenge },
      guide: async (_, { light }) => ({
        ...fakeGuidance('good', 0.9),
        pose: { yaw: 0, pitch: 0, roll: 0 },
        tints: light
          ? { patches: [[light === 'red' ? 0.22 : 0.2, 0.2, 0.2]], surround: [0.1, 0.1, 0.1] }
          : null,
      }),
    })
    for (let index = 0; index < 40; index++) await recording.take(fakeFrame(1000 + index * 133))
    const end = await recording.ended
    expect(said.flatMap((message) => (message.type === 'light' ? [message.colour] : []))).toEqual([
      null,
      ...order,
      null,
    ])
    if (end.kind !== 'captured') throw new Error('The scene was not captured')
    const { shown, samples, untilMs } = end.filmed.signals.light ?? { shown: [], samples: [] }
    expect(shown.map(({ colour }) => colour)).toEqual(order)
    expect(untilMs).toBe(samples.at(-1)?.timeMs)
    const isLit = ({ timeMs }: { timeMs: number }) => timeMs > shown[0].fromMs && timeMs <= (untilMs ?? 0)
    expect(end.filmed.frames.filter(isLit)).toHaveLength(2)
    expect(samples[0].patches).toEqual([[0, 0, 0]])
    expect(samples.at(-1)?.patches[0]?.[0]).toBeCloseTo(-Math.log(1.1), 3)
  })

  it('tells a page that comes back after the last colour that there is none', async () => {
    const { said, recording } = film({
      scene: { id: 9, name: 'face', challenge: { ...CHALLENGE, light: ['red'] } },
      guide: async () => ({ ...fakeGuidance('good', 0.9), pose: { yaw: 0, pitch: 0, roll: 0 } }),
    })
    for (let index = 0; index < 20; index++) await recording.take(fakeFrame(1000 + index * 133))
    const before = said.length
    recording.repeat()
    expect(said.slice(before)).toMatchObject([
      { type: 'light', scene: 'face', colour: null },
      { type: 'turn', scene: 'face', turn: 'left' },
      { type: 'hint' },
    ])
  })

  it('asks something else when the face was lost after something was asked', async () => {
    const other = { ...CHALLENGE, nonce: 'other', turns: [], light: ['green' as const, 'red' as const] }
    const inFront = { ...fakeGuidance('good', 0.9), pose: { yaw: 0, pitch: 0, roll: 0 } }
    const tints = { patches: [[0.2, 0.2, 0.2] as Tint], surround: [0.1, 0.1, 0.1] as Tint }
    let seen = true
    let renewals = 0
    const { said, recording } = film({
      scene: { id: 9, name: 'face', challenge: { ...CHALLENGE, light: ['red', 'blue'] } },
      guide: async (_, { light }) =>
        seen ? { ...inFront, tints: light ? tints : null } : fakeGuidance('no-face', 0),
      renewChallenge: async () => {
        if (renewals++ === 0) throw new Error('no database')
        return other
      },
    })
    for (let index = 0; index < 60; index++) {
      seen = index < 6 || index > 16
      await recording.take(fakeFrame(1000 + index * 133))
    }
    const colours = said.flatMap((message) => (message.type === 'light' ? [message.colour] : []))
    expect(colours).toEqual([null, 'red', null, 'green', 'red', null])
    expect(renewals).toBe(2)
    const end = await recording.ended
    if (end.kind !== 'captured') throw new Error('The scene was not captured')
    expect(end.filmed.challenge).toBe(other)
    expect(end.filmed.signals.light?.shown.map(({ colour }) => colour)).toEqual(['green', 'red'])
    expect(end.filmed.frames.every(({ timeMs }) => timeMs > 16 * 133)).toBe(true)
  })

  it('sends the applicant where it is darker when the room outshines the colours, and asks others there', async () => {
    const inFront = { ...fakeGuidance('good', 0.9), pose: { yaw: 0, pitch: 0, roll: 0 } }
    const judged: (readonly string[])[] = []
    const { said, recording } = film({
      scene: { id: 9, name: 'face', challenge: { ...CHALLENGE, light: ['red', 'blue'] } },
      guide: async () => inFront,
      judgeLight: async (asked) => (judged.push(asked) > 1 ? 'unclear' : 'too-bright'),
      renewChallenge: async () => ({ ...CHALLENGE, nonce: 'other', light: ['green', 'red'] }),
    })
    for (let index = 0; index < 100; index++) await recording.take(fakeFrame(1000 + index * 133))
    const steps = said.flatMap((message) => {
      if (message.type === 'light') return [message.colour]
      if (message.type === 'turn') return [message.turn]
      return message.type === 'hint' && message.hint === 'too-bright' ? [message.hint] : []
    })
    const distinct = steps.filter((step, i) => step !== steps[i - 1])
    expect(distinct).toEqual([null, 'red', 'blue', null, 'too-bright', 'green', 'red', null, 'left'])
    expect(steps.filter((step) => step === 'too-bright').length * 133).toBeGreaterThan(5000)
    expect(judged).toEqual([
      ['red', 'blue'],
      ['green', 'red'],
    ])
    recording.abandon()
  })

  it('leaves the room as it is when too little time is left, or the colours fail for another reason', async () => {
    const inFront = { ...fakeGuidance('good', 0.9), pose: { yaw: 0, pitch: 0, roll: 0 } }
    const scene = { id: 9, name: 'face' as const, challenge: { ...CHALLENGE, light: ['red' as const] } }
    for (const { reach, fromMs } of [
      { reach: 'unclear', fromMs: 1000 },
      { reach: 'too-bright', fromMs: 34_000 },
    ] as const) {
      const { said, recording } = film({ scene, guide: async () => inFront, judgeLight: async () => reach })
      for (let index = 0; index < 14; index++) await recording.take(fakeFrame(fromMs + index * 133))
      expect(said).toContainEqual({ type: 'turn', scene: 'face', turn: 'left' })
      expect(said).not.toContainEqual(expect.objectContaining({ hint: 'too-bright' }))
      recording.abandon()
    }
  })

  it('holds the turned head for longer where the colours reach it weakly', async () => {
    const colours = Array.from({ length: 12 }, () => ['red', 'green'] as const).flat()
    const challenge = { ...CHALLENGE, light: ['red' as const, 'blue' as const], turnLight: colours }
    const framesTurned: number[] = []
    for (const reach of ['enough', 'weak'] as const) {
      let [yaw, turned] = [0, 0]
      const { recording } = film({
        scene: { id: 9, name: 'face', challenge },
        guide: async (_, { turn }) => {
          yaw = turn === 'left' ? Math.min(25, yaw + 8) : Math.max(0, yaw - 8)
          if (turn === 'left' && yaw === 25) turned++
          return { ...fakeGuidance('good', 0.9), pose: { yaw, pitch: 0, roll: 0 } }
        },
        judgeLight: async () => reach,
      })
      for (let index = 0; index < 60; index++) await recording.take(fakeFrame(1000 + index * 133))
      framesTurned.push(turned)
      recording.abandon()
    }
    expect(framesTurned[1] - framesTurned[0]).toBe(8)
  })

  it('asks for a turn once the face has held still, and judges by it', async () => {
    const requests: GuidanceRequest[] = []
    const { said, recording } = film({
      scene: { id: 8, name: 'face', challenge: CHALLENGE },
      guide: async (_, request) => {
        requests.push(request)
        return { ...fakeGuidance('good', 0.9), pose: { yaw: 0, pitch: 0, roll: 0 } }
      },
    })
    for (let index = 0; index < 5; index++) await recording.take(fakeFrame(1000 + index * 133))
    expect(said.filter(({ type }) => type === 'turn')).toEqual([
      { type: 'turn', scene: 'face', turn: null },
      { type: 'turn', scene: 'face', turn: 'left' },
    ])
    expect(requests.map(({ turn }) => turn)).toEqual([null, null, null, null, 'left'])
    expect(requests[1].previous?.elapsedMs).toBe(133)
  })
})
