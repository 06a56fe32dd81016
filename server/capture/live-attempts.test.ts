import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LiveMessage } from '../../domain/capture-plan.ts'
import { Problem } from '../../domain/problem.ts'
import { FakeCamera, fakeFrame, fakeGuidance, fakeRecording } from './_fake-camera.ts'
import type { LiveAttempt } from './live-attempt.ts'
import { LiveAttempts, type LiveAttemptsParts } from './live-attempts.ts'
import type { FilmedScene } from './record-scene.ts'

const ATTEMPT: LiveAttempt = {
  attemptId: 1,
  identificationId: 'a',
  scenes: [
    { id: 11, name: 'document-front', challenge: null, capturedAt: null },
    { id: 12, name: 'document-back', challenge: null, capturedAt: null },
  ],
}
const OTHER: LiveAttempt = { ...ATTEMPT, attemptId: 9, identificationId: 'b' }

let nowMs = 0
let cameras: FakeCamera[] = []
let filmed: FilmedScene[] = []
let handed = 0
let gone: number[] = []
let live: LiveAttempts

function open(change: Partial<LiveAttemptsParts> = {}): LiveAttempts {
  return new LiveAttempts({
    media: {
      accept: async () => {
        if (cameras.filter(({ acts }) => !acts.includes('close')).length >= 2) {
          throw new Problem('unavailable', 'Full')
        }
        const camera = new FakeCamera(`camera-${cameras.length + 1}`)
        cameras.push(camera)
        return camera
      },
    },
    guide: async () => fakeGuidance('good', 0.9),
    judgeLight: async () => 'enough',
    renewChallenge: async ({ challenge }) => challenge,
    recordingFolder: '/nowhere',
    onSceneCaptured: async (scene) => {
      handed++
      filmed.push(scene)
    },
    onGone: async ({ attemptId }) => {
      gone.push(attemptId)
    },
    nowMs: () => nowMs,
    log: pino({ level: 'silent' }),
    ...change,
  })
}

function hear(attempt: LiveAttempt): { said: LiveMessage[]; ended: () => boolean; stop: () => void } {
  const said: LiveMessage[] = []
  let isEnded = false
  const stop = live.listen(attempt, { say: (message) => said.push(message), end: () => (isEnded = true) })
  return { said, ended: () => isEnded, stop }
}

/** Films until the scene is in the box and handed over. */
async function filmWhole(camera: FakeCamera): Promise<void> {
  const before = handed
  for (let index = 0; index < 13; index++) {
    nowMs += 133
    await camera.send(fakeFrame(nowMs))
  }
  await expect.poll(() => handed, { interval: 2 }).toBe(before + 1)
  await new Promise((resolve) => setImmediate(resolve))
}

beforeEach(() => {
  nowMs = 1000
  cameras = []
  filmed = []
  handed = 0
  gone = []
  live = open()
})

afterEach(() => live.close())

describe('LiveAttempts', () => {
  it('films the scenes one after the other and says each when it is kept', async () => {
    await live.publish(ATTEMPT, 'offer')
    const { said } = hear(ATTEMPT)
    for (const name of ['document-front', 'document-back'] as const) {
      await live.startScene(ATTEMPT, name)
      await filmWhole(cameras[0])
      expect(said.at(-1)).toEqual({ type: 'captured', scene: name })
    }
    expect(filmed.map(({ sceneId }) => sceneId)).toEqual([11, 12])
    expect(live.stats()).toMatchObject({ attempts: 1, streams: 1, hintLatencyP95Ms: 0 })
  })

  it('deletes the recording of a scene once it is kept', async () => {
    await live.publish(ATTEMPT, 'offer')
    const recording = fakeRecording()
    cameras[0].recording = recording
    await live.startScene(ATTEMPT, 'document-front')
    await filmWhole(cameras[0])
    expect(filmed.at(-1)?.recording).toBe(recording)
    expect(recording.discarded).toBe(1)
  })

  it('goes on with a scene that is started again, and says a captured one is captured', async () => {
    await live.publish(ATTEMPT, 'offer')
    await live.startScene(ATTEMPT, 'document-front')
    await cameras[0].send(fakeFrame(1100))
    const { said } = hear(ATTEMPT)
    await live.startScene(ATTEMPT, 'document-front')
    expect(cameras[0].acts).toEqual(['start'])
    expect(said.every(({ type }) => type === 'hint')).toBe(true)
    await filmWhole(cameras[0])
    await live.startScene(ATTEMPT, 'document-front')
    expect(said.slice(-2)).toEqual(Array(2).fill({ type: 'captured', scene: 'document-front' }))
    expect(filmed).toHaveLength(1)
  })

  it('does not film a scene again that its row says is captured', async () => {
    const [front] = ATTEMPT.scenes
    const captured = { ...ATTEMPT, scenes: [{ ...front, capturedAt: new Date(0) }] }
    await live.publish(captured, 'offer')
    const { said } = hear(captured)
    await live.startScene(captured, 'document-front')
    expect(said).toEqual([{ type: 'captured', scene: 'document-front' }])
    expect(cameras[0].acts).toEqual([])
  })

  it('lets a scene be filmed again that could not be kept', async () => {
    await live.close()
    live = open({
      onSceneCaptured: async () => {
        handed++
        throw new Error('no database')
      },
    })
    await live.publish(ATTEMPT, 'offer')
    const { said } = hear(ATTEMPT)
    await live.startScene(ATTEMPT, 'document-front')
    await filmWhole(cameras[0])
    expect(said.at(-1)).toEqual({ type: 'scene-timeout', scene: 'document-front', seen: 'something' })
    await live.startScene(ATTEMPT, 'document-front')
    expect(cameras[0].acts.filter((act) => act === 'start')).toHaveLength(2)
  })

  it('says when nothing was seen in time', async () => {
    await live.close()
    live = open({ guide: async () => fakeGuidance('no-document', 0) })
    await live.publish(ATTEMPT, 'offer')
    const { said } = hear(ATTEMPT)
    await live.startScene(ATTEMPT, 'document-front')
    await cameras[0].send(fakeFrame(30_000))
    await new Promise((resolve) => setImmediate(resolve))
    expect(said.at(-1)).toEqual({ type: 'scene-timeout', scene: 'document-front', seen: 'nothing' })
  })

  it('begins a scene that was started before its stream came', async () => {
    await live.startScene(ATTEMPT, 'document-back')
    await live.publish(ATTEMPT, 'offer')
    await filmWhole(cameras[0])
    expect(filmed.map(({ scene }) => scene)).toEqual(['document-back'])
  })

  it('refuses a scene the attempt has not', async () => {
    await expect(live.startScene(ATTEMPT, 'face')).rejects.toMatchObject({ code: 'unknown_record' })
  })

  it('puts a new stream in place of the old one, even where places are short', async () => {
    await live.publish(OTHER, 'offer')
    await live.publish(ATTEMPT, 'offer')
    await live.startScene(ATTEMPT, 'document-front')
    const before = hear(ATTEMPT)
    await live.publish(ATTEMPT, 'offer')
    expect(before.said.at(-1)).toEqual({ type: 'closed', reason: 'replaced' })
    expect(before.ended()).toBe(true)
    expect(cameras[1].acts).toEqual(['start', 'discard', 'close'])
    const after = hear(ATTEMPT)
    await live.startScene(ATTEMPT, 'document-front')
    await filmWhole(cameras[2])
    expect(after.said.at(-1)).toEqual({ type: 'captured', scene: 'document-front' })
    expect(gone).toEqual([])
  })

  it('answers two offers at once one after the other and keeps the second', async () => {
    await Promise.all([live.publish(ATTEMPT, 'one'), live.publish(ATTEMPT, 'two')])
    expect(cameras[0].acts).toContain('close')
    expect(cameras[1].acts).not.toContain('close')
    expect(live.stats().streams).toBe(1)
  })

  it('lets a newer attempt take the place of an older one', async () => {
    await live.publish(ATTEMPT, 'offer')
    const { said } = hear(ATTEMPT)
    await live.publish({ ...ATTEMPT, attemptId: 2 }, 'offer')
    expect(said.at(-1)).toEqual({ type: 'closed', reason: 'replaced' })
    expect(cameras[0].acts).toContain('close')
    expect(live.stats()).toMatchObject({ attempts: 1, streams: 1 })
  })

  it('tells when the applicant vanishes and lets them resume', async () => {
    await live.publish(ATTEMPT, 'offer')
    await live.startScene(ATTEMPT, 'document-front')
    const { said, ended } = hear(ATTEMPT)
    cameras[0].vanish()
    expect(said.at(-1)).toEqual({ type: 'closed', reason: 'no-media' })
    expect(ended()).toBe(true)
    expect(gone).toEqual([1])
    expect(cameras[0].acts).toEqual(['start', 'discard', 'close'])
    expect(hear(ATTEMPT).said).toEqual([{ type: 'closed', reason: 'no-media' }])
    await live.publish(ATTEMPT, 'offer')
    const again = hear(ATTEMPT)
    await live.startScene(ATTEMPT, 'document-front')
    await filmWhole(cameras[1])
    expect(again.said.at(-1)).toEqual({ type: 'captured', scene: 'document-front' })
  })

  it('forgets an attempt whose stream stays away, and ends a stream that films nothing', async () => {
    await live.publish(ATTEMPT, 'offer')
    nowMs += 181_000
    live.sweep()
    expect(gone).toEqual([1])
    expect(live.stats()).toMatchObject({ attempts: 1, streams: 0 })
    nowMs += 61_000
    live.sweep()
    expect(live.stats().attempts).toBe(0)
  })

  it('ends a stream at the applicant’s wish alone', async () => {
    const stream = await live.publish(ATTEMPT, 'offer')
    await expect(live.unpublish(OTHER, stream.id)).rejects.toMatchObject({ code: 'unknown_record' })
    await live.unpublish(ATTEMPT, stream.id)
    await expect(live.unpublish(ATTEMPT, stream.id)).rejects.toMatchObject({ code: 'unknown_record' })
    expect(gone).toEqual([])
    expect(cameras[0].acts).toEqual(['close'])
  })

  it('silences the first of too many pages', async () => {
    await live.publish(ATTEMPT, 'offer')
    const pages = Array.from({ length: 5 }, () => hear(ATTEMPT))
    expect(pages.map(({ ended }) => ended())).toEqual([true, false, false, false, false])
  })

  it('gives the place back when an offer cannot be taken', async () => {
    await live.publish(ATTEMPT, 'offer')
    await live.publish(OTHER, 'offer')
    const third = { ...ATTEMPT, attemptId: 3, identificationId: 'c' }
    await expect(live.publish(third, 'offer')).rejects.toMatchObject({ code: 'unavailable' })
    await live.end('a', 'aborted')
    await live.publish(third, 'offer')
    expect(live.stats().streams).toBe(2)
  })
})
