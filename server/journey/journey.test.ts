import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../domain/account.ts'
import type { StreamSignals } from '../../domain/faces/stream-signals.ts'
import type { DocumentSideFacts, FaceFacts } from '../../domain/facts.ts'
import type { SceneName } from '../../domain/scene.ts'
import { fakeAnalysts } from '../../test/fakes/api/fake-analysts.ts'
import { makeFace, makeFront, makeSignals } from '../../test/fakes/scene-facts.ts'
import { openTestDatabase, TEST_KEYRING, type TestDatabase } from '../../test/fakes/test-database.ts'
import { createAccount } from '../accounts/create-account.ts'
import { createConfiguration } from '../configurations/create-configuration.ts'
import { findLeft } from '../identifications/find-left.ts'
import { startQueue } from '../platform/queue/pg-boss.ts'
import type { Queue } from '../platform/queue/queue.ts'
import { openDiskStorage } from '../platform/storage/disk.ts'
import { createAssetUrlSigner } from '../platform/storage/sign-asset-url.ts'
import { abort } from './abort.ts'
import { analyze } from './analyze.ts'
import { create } from './create.ts'
import { expire } from './expire.ts'
import { fetchIdentification } from './fetch.ts'
import { findLiveAttempt } from './find-live-attempt.ts'
import { finish } from './finish.ts'
import type { AnalysisContext } from './journey-context.ts'
import { keepScene } from './keep-scene.ts'
import { resume } from './resume.ts'
import { start } from './start.ts'
import { welcome } from './welcome.ts'

const MINUTE_MS = 60_000
const VISIT = { document: 'passport', userAgent: 'a browser', ipAddress: '192.0.2.1' } as const
const FORM = {
  externalIdentity: null,
  referenceData: null,
  redirectUrl: null,
  faceRequired: null,
  placeOfResidence: null,
}

let opened: TestDatabase
let queue: Queue
let folder: string
let now = new Date('2026-03-04T05:06:07.890Z')
/** What the analysts say; null lets them break down. */
let facts: Record<SceneName, DocumentSideFacts | FaceFacts | null>

describe('The journey of an identification', () => {
  beforeAll(async () => {
    opened = await openTestDatabase()
    folder = await mkdtemp(join(tmpdir(), 'journey-'))
    queue = await startQueue({ connection: opened.connection, role: 'send', log: pino({ level: 'silent' }) })
  }, 60_000)
  afterAll(async () => {
    await queue?.stop()
    await opened?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('is announced at each status, in order, and ends processed without review', async () => {
    const { context, client, id } = await begin('never')
    await film(context, id)
    const record = await fetchIdentification(context, client, id)
    expect(record).toMatchObject({
      status: 'processed',
      score: 1,
      comment: '',
      numberOfAttempts: 1,
      userIpAddress: '192.0.2.1',
      identity: { firstName: 'ADA', lastName: 'EXAMPLE', birthDate: '1990-05-04' },
    })
    const kept = `${record.document?.frontImage?.sha256} ${record.document?.signatureImage?.key}`
    expect(kept).toMatch(/^[0-9a-f]{64} .*signatures/)
    expect(await announcements(record.id)).toEqual(['initiated', 'processing', 'processed'])
  })

  test('waits in processing for a review, with the identity known and no score', async () => {
    const { context, client, id } = await begin('always')
    await film(context, id)
    const record = await fetchIdentification(context, client, id)
    expect(record).toMatchObject({ status: 'processing', score: null, identity: { lastName: 'EXAMPLE' } })
    expect(await announcements(record.id)).toEqual(['initiated', 'processing'])
  })
  test('gives its answer once when the last button and the last analysis come together', async () => {
    const { context, client, id } = await begin('never')
    const { token, scenes } = await filmScenes(context, id)
    await Promise.all([finish(context, id, token), ...scenes.map((scene) => analyze(context, scene))])
    const record = await fetchIdentification(context, client, id)
    expect(await announcements(record.id)).toEqual(['initiated', 'processing', 'processed'])
  })

  test('cannot tell and says 1901 when analysis breaks down', async () => {
    const { context, client, id } = await begin('never')
    facts['document-front'] = null
    await film(context, id)
    expect(await fetchIdentification(context, client, id)).toMatchObject({ score: -1, reasonCodes: [1901] })
  })

  test('without a face asked for has no face checks, and the score of its document', async () => {
    const { context, client } = await begin('never')
    const form = { ...FORM, faceRequired: false, webhook: null }
    const { identificationId: id } = await create(context, client, form)
    await film(context, id)
    const record = await fetchIdentification(context, client, id)
    expect(record).toMatchObject({ score: 1, reasonCodes: [], faceChecks: null, docFaceMatch: null })
  })

  test('cannot tell when the stream of the face showed other turns', async () => {
    const { context, client, id } = await begin('never')
    await film(context, id, makeSignals({ wrongWayDegrees: 20 }))
    expect(await fetchIdentification(context, client, id)).toMatchObject({ score: -1 })
  })

  test('is not finished while a scene is missing', async () => {
    const { context, id } = await begin('never')
    const plan = await start(context, { ...VISIT, identificationId: id })
    await expect(finish(context, id, plan.attemptToken)).rejects.toMatchObject({ code: 'params_invalid' })
  })

  test('resumes at the first scene not captured, without a new attempt', async () => {
    const { context, client, id } = await begin('never')
    const plan = await start(context, { ...VISIT, identificationId: id })
    expect(plan.nextScene).toBe('document-front')
    const { scenes } = await findLiveAttempt(context, id, plan.attemptToken)
    await keepScene(context, await captured(scenes[0].id))
    expect((await resume(context, id, plan.attemptToken)).nextScene).toBe('face')
    expect((await fetchIdentification(context, client, id)).numberOfAttempts).toBe(1)
  })

  test('believes only the newest attempt', async () => {
    const { context, client, id } = await begin('never')
    const first = await start(context, { ...VISIT, identificationId: id })
    await start(context, { ...VISIT, identificationId: id })
    await expect(resume(context, id, first.attemptToken)).rejects.toMatchObject({ code: 'unauthenticated' })
    const record = await fetchIdentification(context, client, id)
    expect(record.numberOfAttempts).toBe(2)
    expect(await announcements(record.id)).toEqual(['initiated'])
  })

  test('is aborted before or after it began, and the link is gone', async () => {
    const { context, client, id } = await begin('never')
    const { redirectUrl } = await abort(context, id, { returnReason: 'verify_later' })
    expect(redirectUrl).toContain(`identification_id=${id}&status=aborted&return_reason=verify_later`)
    expect((await fetchIdentification(context, client, id)).status).toBe('aborted')
    await expect(start(context, { ...VISIT, identificationId: id })).rejects.toMatchObject({ code: 'gone' })
    await expect(abort(context, id, { returnReason: 'refusal' })).rejects.toMatchObject({ code: 'gone' })
    expect((await welcome(context, id)).redirectUrl).toContain('status=aborted')
  })

  test('expires some minutes after the last activity, and not before', async () => {
    const { context, client, id } = await begin('never')
    await start(context, { ...VISIT, identificationId: id })
    now = new Date(now.getTime() + 14 * MINUTE_MS)
    await expire(context)
    expect((await fetchIdentification(context, client, id)).status).toBe('initiated')
    now = new Date(now.getTime() + MINUTE_MS)
    await expire(context)
    const record = await fetchIdentification(context, client, id)
    expect(record.status).toBe('expired')
    expect(await announcements(record.id)).toEqual(['initiated', 'expired'])
  })

  test('is unknown to another account and to the other environment', async () => {
    const { context, client, id } = await begin('never')
    const others = [
      { ...client, account: { ...client.account, id: client.account.id + 1 } },
      { ...client, environment: 'live' as const },
    ]
    for (const other of others) {
      await expect(fetchIdentification(context, other, id)).rejects.toMatchObject({ code: 'unknown_record' })
    }
  })

  test('keeps and reads nothing more of who has left, and the link stays closed', async () => {
    const { context, client, id } = await begin('never')
    const { attemptToken } = await start(context, { ...VISIT, identificationId: id })
    const { scenes } = await findLiveAttempt(context, id, attemptToken)
    await keepScene(context, await captured(scenes[0].id))
    await abort(context, id, { returnReason: 'refusal' })
    const late = keepScene(context, await captured(scenes[1].id))
    await expect(late).rejects.toMatchObject({ code: 'gone' })
    await analyze(context, scenes[0].id)
    const { id: number } = await fetchIdentification(context, client, id)
    const rows = await opened.database
      .selectFrom('scenes')
      .innerJoin('attempts', 'attempts.id', 'scenes.attempt')
      .select(['captured_at', 'analyzed_at'])
      .where('identification', '=', number)
      .orderBy('position')
      .execute()
    expect(rows.map((row) => row.captured_at !== null)).toEqual([true, false])
    expect(rows.every((row) => row.analyzed_at === null)).toBe(true)
  })

  test('tells which of the live attempts were left, however it happened', async () => {
    const { context, id } = await begin('never')
    const { id: stays } = await begin('never')
    await abort(context, id, { returnReason: 'refusal' })
    const left = await findLeft(opened.database, [id, stays])
    expect(left).toEqual([{ identificationId: id, status: 'aborted' }])
  })

  test('leaves neither status nor announcement when one of them fails', async () => {
    const { context, client, id } = await begin('never')
    const broken = { ...queue, sendLater: () => Promise.reject(new Error('no queue')) }
    const visit = { ...VISIT, identificationId: id }
    await expect(start({ ...context, queue: broken }, visit)).rejects.toThrow('no queue')
    const record = await fetchIdentification(context, client, id)
    expect(record).toMatchObject({ status: 'uninitiated', numberOfAttempts: 0 })
    expect(await announcements(record.id)).toEqual([])
  })
})

async function begin(review: 'never' | 'always') {
  facts = { 'document-front': makeFront(), 'document-back': null, face: makeFace() }
  const context = makeContext()
  const client = await makeClient(review)
  const record = await create(context, client, { ...FORM, webhook: 'https://client.example/hook' })
  return { context, client, id: record.identificationId }
}

function makeContext(): AnalysisContext {
  const clock = { now: () => now }
  return {
    database: opened.database,
    queue,
    storage: openDiskStorage(join(folder, 'assets')),
    keyring: TEST_KEYRING,
    assetUrls: createAssetUrlSigner({ baseUrl: 'http://127.0.0.1', secret: 's', clock }),
    clock,
    log: pino({ level: 'silent' }),
    linkMs: 15 * MINUTE_MS,
    unopenedLinkMs: 24 * 60 * MINUTE_MS,
    localReceivers: 'refused',
    analysts: fakeAnalysts(async ({ scene, frames }) => {
      const found = facts[scene]
      if (!found) throw new Error('broke down')
      return { facts: found, crop: frames[0].image, portrait: null, signature: frames[0].image }
    }),
  }
}

async function makeClient(review: 'never' | 'always'): Promise<Client> {
  const { database } = opened
  const account = await createAccount(database, { name: `Client ${review}`, certificatePolicy: 'optional' })
  const { configuration } = await createConfiguration(
    database,
    {
      accountId: account.id,
      name: 'MyConfig',
      webhook: null,
      redirectUrl: 'https://client.example/back',
      review,
      faceRequired: true,
      product: 'standard',
    },
    TEST_KEYRING,
  )
  return { account, environment: 'test', configurationId: configuration.id }
}

/** Films and analyses everything, as phone, media process and worker do together. */
async function film(context: AnalysisContext, id: string, signals?: StreamSignals): Promise<void> {
  const { token, scenes } = await filmScenes(context, id, signals)
  for (const scene of scenes) await analyze(context, scene)
  await finish(context, id, token)
}

async function filmScenes(
  context: AnalysisContext,
  id: string,
  signals?: StreamSignals,
): Promise<{ token: string; scenes: number[] }> {
  const { attemptToken: token } = await start(context, { ...VISIT, identificationId: id })
  const { scenes } = await findLiveAttempt(context, id, token)
  for (const scene of scenes) await keepScene(context, { ...(await captured(scene.id)), signals })
  return { token, scenes: scenes.map((scene) => scene.id) }
}

async function captured(sceneId: number) {
  const grey = { width: 64, height: 48, channels: 3, background: '#888' } as const
  const jpeg = await sharp({ create: grey }).jpeg().toBuffer()
  return { sceneId, frames: [{ jpeg, timeMs: 0 }], recording: null }
}

async function announcements(identification: number): Promise<string[]> {
  const rows = await opened.database
    .selectFrom('announcements')
    .select('status')
    .where('identification', '=', identification)
    .orderBy('id')
    .execute()
  return rows.map(({ status }) => status)
}
