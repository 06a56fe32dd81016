import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeAnalysts } from '../../test/fakes/api/fake-analysts.ts'
import {
  type ServedClient,
  type ServedPlatform,
  servePlatform,
} from '../../test/fakes/api/served-platform.ts'
import { makeFace, makeFront } from '../../test/fakes/scene-facts.ts'
import { renewChallenge } from '../capture/challenge/renew-challenge.ts'
import { THRESHOLDS } from '../checks/rules/thresholds.ts'
import { analyze } from './analyze.ts'
import { findLiveAttempt } from './find-live-attempt.ts'
import { finish } from './finish.ts'
import type { AnalysisContext } from './journey-context.ts'
import { keepScene } from './keep-scene.ts'
import { start } from './start.ts'

const MOST = THRESHOLDS.challengesDrawnMaximum

let served: ServedPlatform
let client: ServedClient

beforeAll(async () => {
  served = await servePlatform()
  client = await served.addClient({ review: 'never' })
}, 60_000)

afterAll(() => served?.close())

test.each([
  { attempts: [MOST], score: 1 },
  { attempts: [MOST + 1], score: -1 },
  { attempts: [1, MOST - 1], score: 1 },
  { attempts: [2, MOST - 1], score: -1 },
])('A face that was asked $attempts challenges in its attempts has the score $score', async (drawn) => {
  const identificationId: string = (await client.test.create({})).body.data.attributes['identification-id']
  for (const draws of drawn.attempts.slice(0, -1)) await begin(identificationId, draws)
  const { token, scenes } = await begin(identificationId, drawn.attempts.at(-1) ?? 0)
  for (const { id } of scenes) {
    await keepScene(analysisContext(), { sceneId: id, frames: [await frame()], recording: null })
    await analyze(analysisContext(), id)
  }
  await finish(served.context, identificationId, token)
  const { body } = await client.test.get(identificationId)
  expect(body.data.attributes).toMatchObject({ status: 'processed', score: drawn.score })
})

/** Begins an attempt, whose face is asked so many challenges at once. */
async function begin(identificationId: string, draws: number) {
  const visit = { document: 'passport', userAgent: null, ipAddress: null } as const
  const { attemptToken: token } = await start(served.context, { ...visit, identificationId })
  const { scenes } = await findLiveAttempt(served.context, identificationId, token)
  const face = scenes.find(({ name }) => name === 'face')
  if (!face?.challenge) throw new Error('The face scene has no challenge')
  const scene = { id: face.id, challenge: face.challenge }
  await Promise.all(Array.from({ length: draws }, () => renewChallenge(served.context.database, scene)))
  return { token, scenes }
}

function analysisContext(): AnalysisContext {
  return {
    ...served.context,
    analysts: fakeAnalysts(async ({ scene, frames }) => ({
      facts: scene === 'face' ? makeFace() : makeFront(),
      crop: frames[0].image,
      portrait: null,
    })),
  }
}

async function frame(): Promise<{ jpeg: Uint8Array; timeMs: number }> {
  const grey = { width: 64, height: 48, channels: 3, background: '#888' } as const
  return { jpeg: await sharp({ create: grey }).jpeg().toBuffer(), timeMs: 0 }
}
