import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FaceFacts } from '../../../domain/facts.ts'
import { answerAttempt } from '../../../test/fakes/api/answer-attempt.ts'
import {
  type ServedClient,
  type ServedPlatform,
  servePlatform,
} from '../../../test/fakes/api/served-platform.ts'
import { makeFace, makeFront } from '../../../test/fakes/scene-facts.ts'
import { THRESHOLDS } from '../../checks/rules/thresholds.ts'
import { lockIdentification } from '../../identifications/lock-identification.ts'
import { erase } from '../erase.ts'
import { start } from '../start.ts'
import { explain } from './explain.ts'

const START_LIMIT_MS = 60_000

let served: ServedPlatform
let client: ServedClient

beforeAll(async () => {
  served = await servePlatform()
  client = await served.addClient()
}, START_LIMIT_MS)

afterAll(() => served?.close())

async function idOf(identificationId: string): Promise<number> {
  const held = await served.context.database
    .transaction()
    .execute((transaction) => lockIdentification(transaction, { identificationId }))
  return held.id
}

/** An identification that was answered: a passport nobody's zone was read on, and its holder's face. */
async function answered(face: Partial<FaceFacts> = {}): Promise<string> {
  const { context } = served
  const identificationId: string = (await client.test.create({})).body.data.attributes['identification-id']
  await start(context, { identificationId, document: 'passport', userAgent: null, ipAddress: null })
  await answerAttempt(context, await idOf(identificationId), (scene) =>
    scene === 'face' ? makeFace(face) : { ...makeFront(), mrz: null },
  )
  return identificationId
}

test('An answer is explained by what was seen, what each check made of it, and the thresholds of that day', async () => {
  const explanation = await explain(served.context, await answered())
  const front = explanation.scenes.find(({ name }) => name === 'document-front')
  expect(front?.facts).toMatchObject({ kind: 'document', quality: { sharpness: 800 }, mrz: null })
  expect(explanation.answer?.score).toBe(-1)
  const { outcomes, thresholds } = explanation.answer?.grounds ?? {}
  expect(outcomes).toContainEqual(expect.objectContaining({ check: 'digits', score: -1 }))
  expect(outcomes).toContainEqual(expect.objectContaining({ check: 'liveness', score: 1 }))
  expect(thresholds).toMatchObject({
    documentSharpnessMinimum: THRESHOLDS.documentSharpnessMinimum,
    faceBands: { accept: expect.any(Number) },
  })
})

test('An explanation tells how many challenges were drawn, and how many may be', async () => {
  const explanation = await explain(served.context, await answered({ challengesDrawn: 9 }))
  const face = explanation.scenes.find(({ name }) => name === 'face')
  expect(face?.facts).toMatchObject({ challengesDrawn: 9 })
  const { outcomes, thresholds } = explanation.answer?.grounds ?? {}
  expect(outcomes).toContainEqual(expect.objectContaining({ check: 'liveness', score: -1 }))
  expect(thresholds).toMatchObject({ challengesDrawnMaximum: THRESHOLDS.challengesDrawnMaximum })
})

test('An explanation tells how alike the faces are, never the templates of them', async () => {
  const explanation = await explain(served.context, await answered())
  expect(explanation.answer?.grounds?.likeness).toBeCloseTo(1, 5)
  for (const { facts } of explanation.scenes) {
    expect(JSON.stringify(facts)).toContain('sealed')
    expect(JSON.stringify(facts)).not.toMatch(/"template":\[/)
  }
})

test('Who is anonymized is explained by scores alone, and every explanation is noted', async () => {
  const identificationId = await answered()
  await erase(served.context, await idOf(identificationId), 'retention')
  const explanation = await explain(served.context, identificationId)
  expect(explanation.anonymizedAt).toBeInstanceOf(Date)
  expect(explanation.scenes.map(({ facts }) => facts)).toEqual([null, null])
  expect(explanation.answer?.document.lastName).toBeNull()
  const acts = await served.context.database
    .selectFrom('audit_entries')
    .select('action')
    .where('subject', '=', `identification ${identificationId}`)
    .execute()
  expect(acts).toContainEqual({ action: 'identification.explained' })
})

test.each(['00000000-0000-4000-8000-000000000000', 'nobody'])(
  'An identification that nobody has made is not explained: %s',
  async (id) => {
    await expect(explain(served.context, id)).rejects.toThrow('No identification has this id')
  },
)
