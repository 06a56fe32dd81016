import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LiveMessage } from '../../domain/capture-plan.ts'
import type { LightReach } from '../../domain/faces/light.ts'
import { openTestDatabase, type TestDatabase } from '../../test/fakes/test-database.ts'
import { FakeCamera, fakeFrame, fakeGuidance } from './_fake-camera.ts'
import { countDraws } from './challenge/count-draws.ts'
import { renewChallenge } from './challenge/renew-challenge.ts'
import { findLatestAttempt } from './find-attempt.ts'
import type { LiveAttempt } from './live-attempt.ts'
import { LiveAttempts } from './live-attempts.ts'
import { markSceneCaptured } from './mark-scene.ts'

const NOW = new Date('2026-03-04T05:06:07.890Z')

/** How far a head that does what is asked looks aside, degrees. */
const YAW_OF = { left: 25, right: -25, none: 0 } as const

/** What is seen of a face; enough light and a straight head when left out. */
interface FakeSight {
  judgeLight?: () => Promise<LightReach>
  yaw?: () => number
}

let opened: TestDatabase

describe('renewChallenge()', () => {
  beforeAll(async () => {
    opened = await openTestDatabase()
  }, 60_000)
  afterAll(() => opened?.close())

  test('asks another challenge in each recording of a face, and keeps it before it is asked', async () => {
    const attempt = await beginAttempt()
    const kept = async () => (await findFace(attempt)).challenge
    const nonces = [(await kept())?.nonce]
    for (let recording = 0; recording < 3; recording++) {
      const { live, camera, said } = await open(attempt)
      await live.startScene(attempt, 'face')
      const challenge = await kept()
      nonces.push(challenge?.nonce)
      for (let frame = 0; frame < 6; frame++) await camera.send(fakeFrame(1000 + frame * 133))
      const colours = said.flatMap((message) => (message.type === 'light' ? [message.colour] : []))
      expect(colours).toEqual([null, challenge?.light?.[0]])
      // The applicant reloads the page, and is taken in by a process that knows nothing of it.
      await live.close()
    }
    expect(new Set(nonces).size).toBe(4)
  })

  test('asks the scene begun last when it is begun twice at once', async () => {
    const attempt = await beginAttempt()
    const { live, camera, said } = await open(attempt)
    await Promise.all([live.startScene(attempt, 'face'), live.startScene(attempt, 'face')])
    for (let frame = 0; frame < 6; frame++) await camera.send(fakeFrame(1000 + frame * 133))
    const { challenge } = await findFace(attempt)
    expect(said.findLast(({ type }) => type === 'light')).toMatchObject({ colour: challenge?.light?.[0] })
    expect(camera.acts.filter((act) => act === 'start')).toHaveLength(1)
    await live.close()
  })

  test('counts every challenge once, however many are drawn at once, and those of the attempts before', async () => {
    const attempt = await beginAttempt()
    const { id, challenge } = await findFace(attempt)
    if (!challenge) throw new Error('The face scene has no challenge')
    await Promise.all(Array.from({ length: 5 }, () => renewChallenge(opened.database, { id, challenge })))
    expect(await draws(attempt)).toBe(5)
    await opened.addScenes(attempt.identification, NOW)
    const face = await findFace(attempt)
    if (!face.challenge) throw new Error('The face scene has no challenge')
    await renewChallenge(opened.database, { id: face.id, challenge: face.challenge })
    expect(await draws(attempt)).toBe(6)
  })

  test('asks again, uncounted, a challenge of which a recording has asked nothing yet', async () => {
    const attempt = await beginAttempt()
    const { live, camera } = await open(attempt)
    const nonces: (string | undefined)[] = []
    // Two tabs at once, a reload while the face holds still, then one in the first colour.
    await Promise.all([live.startScene(attempt, 'face'), live.startScene(attempt, 'face')])
    for (const frames of [2, 6, 0]) {
      nonces.push((await findFace(attempt)).challenge?.nonce)
      for (let frame = 0; frame < frames; frame++) await camera.send(fakeFrame(1000 + frame * 133))
      await live.publish(attempt, 'offer')
      await live.startScene(attempt, 'face')
    }
    expect(nonces[1]).toBe(nonces[0])
    expect(nonces[2]).not.toBe(nonces[1])
    expect(await draws(attempt)).toBe(2)
    await live.close()
  })

  test('sends an applicant where it is darker once an attempt, for it costs a challenge', async () => {
    const attempt = await beginAttempt()
    const { live, camera, said } = await open(attempt, { judgeLight: async () => 'too-bright' })
    for (const from of [1000, 20_000]) {
      await live.publish(attempt, 'offer')
      live.listen(attempt, { say: (message) => said.push(message), end: () => undefined })
      await live.startScene(attempt, 'face')
      for (let frame = 0; frame < 100; frame++) await camera.send(fakeFrame(from + frame * 133))
    }
    const told = said.filter((message, i) => isTooBright(message) && !isTooBright(said[i - 1]))
    expect(told).toHaveLength(1)
    expect(await draws(attempt)).toBe(3)
    await live.close()
  })

  test('looks again how well the colours reach an applicant who went where it is darker', async () => {
    const attempt = await beginAttempt()
    const reaches = ['too-bright', 'weak'] as const
    let judged = 0
    const { live, camera } = await open(attempt, { judgeLight: async () => reaches[judged++] })
    await live.publish(attempt, 'offer')
    live.listen(attempt, { say: () => undefined, end: () => undefined })
    await live.startScene(attempt, 'face')
    for (let frame = 0; frame < 160; frame++) await camera.send(fakeFrame(1000 + frame * 133))
    expect(judged).toBe(2)
    await live.close()
  })

  test('holds the head longer where the colours reach it weakly in the darker place too', async () => {
    const [usual, longer] = [await framesTurned('enough'), await framesTurned('weak')]
    expect(usual).toBeGreaterThan(5)
    expect(longer).toBeGreaterThan(usual + 5)
  })

  test('leaves what was asked of a captured scene as it is', async () => {
    const attempt = await beginAttempt()
    const { id, challenge } = await findFace(attempt)
    if (!challenge) throw new Error('The face scene has no challenge')
    await markSceneCaptured(opened.database, id, NOW)
    await expect(renewChallenge(opened.database, { id, challenge })).rejects.toMatchObject({ code: 'gone' })
    expect((await findFace(attempt)).challenge).toEqual(challenge)
  })

  test('leaves colours out where the attempt left them out', async () => {
    const { id, challenge } = await findFace(await beginAttempt())
    if (!challenge) throw new Error('The face scene has no challenge')
    const without = await renewChallenge(opened.database, { id, challenge: { ...challenge, light: [] } })
    expect(without.light).toEqual([])
    expect(without.nonce).not.toBe(challenge.nonce)
  })
})

async function beginAttempt(): Promise<LiveAttempt & { identification: number }> {
  const { id, identificationId } = await opened.addIdentification({ now: NOW })
  await opened.addScenes(id, NOW)
  const found = await findLatestAttempt(opened.database, id)
  if (!found) throw new Error('There is no attempt')
  const scenes = found.scenes.map(({ captured_at, ...scene }) => ({ ...scene, capturedAt: captured_at }))
  return { attemptId: found.attempt.id, identificationId, identification: id, scenes }
}

async function findFace({ identification }: { identification: number }) {
  const found = await findLatestAttempt(opened.database, identification)
  const face = found?.scenes.find(({ name }) => name === 'face')
  if (!face) throw new Error('There is no face scene')
  return face
}

async function draws({ identification }: { identification: number }): Promise<number> {
  const found = await findLatestAttempt(opened.database, identification)
  return countDraws(opened.database, { attempt: found?.attempt.id ?? 0, identification })
}

function isTooBright(message: LiveMessage | undefined): boolean {
  return message?.type === 'hint' && message.hint === 'too-bright'
}

/** Frames from asking for the first turn to asking for the way back, on the try after the applicant went where it is darker. */
async function framesTurned(reach: LightReach): Promise<number> {
  const attempt = await beginAttempt()
  const reaches: LightReach[] = ['too-bright', reach]
  const asked = () => said.findLast((message) => message.type === 'turn')?.turn ?? null
  let yaw = 0
  const { live, camera, said } = await open(attempt, {
    judgeLight: async () => reaches.shift() ?? 'enough',
    yaw: () => yaw,
  })
  await live.startScene(attempt, 'face')
  let turned = 0
  for (let frame = 0; frame < 300; frame++) {
    const turn = asked()
    if (turned > 0 && turn === null) break
    if (turn !== null) turned++
    // A step that a head makes between two frames.
    yaw += Math.max(-10, Math.min(10, YAW_OF[turn ?? 'none'] - yaw))
    await camera.send(fakeFrame(1000 + frame * 133))
  }
  await live.close()
  return turned
}

async function open(
  attempt: LiveAttempt,
  { judgeLight = async () => 'enough', yaw = () => 0 }: FakeSight = {},
) {
  const camera = new FakeCamera()
  const said: LiveMessage[] = []
  const live = new LiveAttempts({
    media: { accept: async () => camera },
    guide: async () => ({ ...fakeGuidance('good', 0.9), pose: { yaw: yaw(), pitch: 0, roll: 0 } }),
    judgeLight,
    renewChallenge: (scene) => renewChallenge(opened.database, scene),
    recordingFolder: '/nowhere',
    onSceneCaptured: async () => undefined,
    onGone: async () => undefined,
    nowMs: () => 1000,
    log: pino({ level: 'silent' }),
  })
  await live.publish(attempt, 'offer')
  live.listen(attempt, { say: (message) => said.push(message), end: () => undefined })
  return { live, camera, said }
}
