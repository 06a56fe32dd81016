import { createPublicKey, verify } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SceneAnalysis } from '../../domain/scene-analysis.ts'
import { listActs } from '../../server/audit/list-acts.ts'
import { analyze } from '../../server/journey/analyze.ts'
import { create } from '../../server/journey/create.ts'
import { expire } from '../../server/journey/expire.ts'
import { findLiveAttempt } from '../../server/journey/find-live-attempt.ts'
import { finish } from '../../server/journey/finish.ts'
import type { AnalysisContext } from '../../server/journey/journey-context.ts'
import { keepScene } from '../../server/journey/keep-scene.ts'
import { start } from '../../server/journey/start.ts'
import { fakeAnalysts } from '../fakes/api/fake-analysts.ts'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import { makeFace, makeFront } from '../fakes/scene-facts.ts'

const DECLARED = { firstName: 'ADA', lastName: 'EXAMPLE', birthDate: '1990-05-04' }
const FORM = {
  externalIdentity: { userId: 'user-7', phoneNumber: '+33600000000', mailAddress: 'ada@client.example' },
  referenceData: DECLARED,
  redirectUrl: null,
  faceRequired: null,
  placeOfResidence: null,
  webhook: 'http://127.0.0.1:9/hook',
}
const VISIT = { document: 'passport', userAgent: 'a browser', ipAddress: '192.0.2.1' } as const
const STANDARD_ANSWER = '00000000-0000-0000-0000-000000000000'
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let served: ServedPlatform
let owner: ServedClient
beforeAll(async () => {
  served = await servePlatform()
  owner = await served.addClient()
}, 60_000)
afterAll(() => served?.close())

/** The served platform with analysts; `meanwhile` happens while they read. */
function withAnalysts(meanwhile: () => Promise<unknown> = async () => {}): AnalysisContext {
  const analyzed = async ({ scene, frames }: Parameters<AnalysisContext['analysts']['analyze']>[0]) => {
    await meanwhile()
    const facts = scene === 'face' ? makeFace() : makeFront()
    return { facts, crop: frames[0].image, portrait: null } satisfies SceneAnalysis
  }
  return { ...served.context, analysts: fakeAnalysts(analyzed) }
}

async function open(): Promise<string> {
  return (await create(served.context, owner.client, FORM)).identificationId
}

/** Films both scenes; gives what finishing takes. */
async function film(identificationId: string) {
  const { context } = served
  const { attemptToken } = await start(context, { ...VISIT, identificationId })
  const { attempt, scenes } = await findLiveAttempt(context, identificationId, attemptToken)
  const recording = { contentType: 'video/webm' as const, read: () => Readable.from([PICTURE]) }
  for (const { id } of scenes)
    await keepScene(context, { sceneId: id, frames: [{ jpeg: PICTURE, timeMs: 0 }], recording })
  return { attemptToken, scenes: scenes.map(({ id }) => id), identification: attempt.identification }
}

async function process(): Promise<string> {
  const id = await open()
  const { attemptToken, scenes } = await film(id)
  for (const scene of scenes) await analyze(withAnalysts(), scene)
  await finish(served.context, id, attemptToken)
  return id
}

const anonymize = (id: string, headers: Record<string, string> = {}) =>
  owner.test.send({ method: 'POST', path: `/identifications/${id}/anonymize/`, headers })
const erasureOf = (id: string) => owner.test.send({ method: 'GET', path: `/identifications/${id}/erasure/` })
const folderOf = (id: string) => join(served.assetFolder, String(owner.client.account.id), id)

/** Every address of an asset in an answer. */
function assetUrls(body: unknown): string[] {
  return JSON.stringify(body).match(/https:[^"]*X-Amz-Signature=[0-9a-f]+/g) ?? []
}

test('A processed identification keeps its status, score, checks and reasons, and nothing of the person', async () => {
  const id = await process()
  const before = await owner.test.get(id)
  const urls = assetUrls(before.body)
  expect(urls).toHaveLength(4)
  expect(before.text).toContain('EXAMPLE')
  expect((await anonymize(id)).status).toBe(202)
  const after = await owner.test.get(id)
  expect(after.status).toBe(200)
  const kept = ['status', 'score', 'comment', 'created-at', 'ended-at', 'number-of-attempts'] as const
  for (const name of kept) expect(after.body.data.attributes[name]).toEqual(before.body.data.attributes[name])
  expect(after.body.data.attributes['anonymized-at']).toMatch(/^\d{4}-.*000Z$/)
  expect(after.body.data.attributes).toMatchObject({ 'user-agent': null, 'user-ip-address': null })
  for (const personal of [
    'EXAMPLE',
    'ADA',
    DECLARED.birthDate,
    'L898902C3',
    'user-7',
    'ada@',
    '192.0.2.1',
    'a browser',
  ])
    expect(after.text).not.toContain(personal)
  const typesOf = (body: { included: { type: string }[] }) => body.included.map(({ type }) => type)
  expect(typesOf(after.body)).toEqual(typesOf(before.body))
  const checks = (body: { included: { type: string }[] }) =>
    body.included.filter(({ type }) => /checks|matches/.test(type))
  expect(checks(after.body)).toEqual(checks(before.body))
  expect(assetUrls(after.body)).toEqual([])
})

test('Addresses of its assets are gone, and so are the files', async () => {
  const id = await process()
  const urls = assetUrls((await owner.test.get(id)).body)
  for (const url of urls) expect((await served.download(url)).status).toBe(200)
  expect((await readdir(folderOf(id))).length).toBeGreaterThan(0)
  await anonymize(id)
  for (const url of urls) expect((await served.download(url)).status).toBe(410)
  await expect(readdir(folderOf(id))).rejects.toThrow('ENOENT')
})

test.each(['uninitiated', 'initiated', 'processing'] as const)(
  'One that is %s expires, which is announced, and its link is gone',
  async (status) => {
    const id = await open()
    if (status !== 'uninitiated') await film(id)
    if (status === 'processing') {
      await served.context.database
        .updateTable('identifications')
        .set({ status })
        .where('identification_id', '=', id)
        .execute()
    }
    expect((await anonymize(id)).status).toBe(202)
    const { data } = (await owner.test.get(id)).body
    expect(data.attributes.status).toBe('expired')
    const announced = await served.context.database
      .selectFrom('announcements')
      .select('status')
      .where('identification_id', '=', id)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    expect(announced?.status).toBe('expired')
    await expect(start(served.context, { ...VISIT, identificationId: id })).rejects.toMatchObject({
      code: 'gone',
    })
  },
)

test('An analysis that ends later writes nothing and its job ends quietly', async () => {
  const id = await open()
  const { scenes, identification } = await film(id)
  const context = withAnalysts(() => anonymize(id))
  await analyze(context, scenes[0])
  await analyze(withAnalysts(), scenes[1])
  const rows = await served.context.database
    .selectFrom('scenes')
    .select(['facts_sealed', 'analyzed_at'])
    .where('id', 'in', scenes)
    .execute()
  expect(rows).toEqual(Array(2).fill({ facts_sealed: null, analyzed_at: null }))
  const assets = await served.context.database
    .selectFrom('assets')
    .select('id')
    .where('identification', '=', identification)
    .execute()
  expect(assets).toEqual([])
  await expect(readdir(folderOf(id))).rejects.toThrow('ENOENT')
})

test('A scene that is filmed later is not kept', async () => {
  const id = await open()
  const { attemptToken } = await start(served.context, { ...VISIT, identificationId: id })
  const { scenes } = await findLiveAttempt(served.context, id, attemptToken)
  await anonymize(id)
  const late = { sceneId: scenes[0].id, frames: [{ jpeg: PICTURE, timeMs: 0 }], recording: null }
  await expect(keepScene(served.context, late)).rejects.toMatchObject({ code: 'gone' })
  await expect(readdir(folderOf(id))).rejects.toThrow('ENOENT')
})

test('A second time changes nothing, whatever the body is said to be', async () => {
  const id = await process()
  await anonymize(id)
  const [first, certificate] = [await owner.test.get(id), await erasureOf(id)]
  const again = await anonymize(id, { 'content-type': 'text/plain' })
  expect([again.status, again.text]).toEqual([202, ''])
  expect((await owner.test.get(id)).text).toBe(first.text)
  expect((await erasureOf(id)).text).toBe(certificate.text)
})

test('An aborted or expired one stays what it is', async () => {
  const id = await open()
  await served.context.database
    .updateTable('identifications')
    .set({ expires_at: new Date(0) })
    .where('identification_id', '=', id)
    .execute()
  await expire(served.context)
  await anonymize(id)
  expect((await owner.test.get(id)).body.data.attributes.status).toBe('expired')
})

test('A standard answer stays whole; an unknown one, or of another environment, is unknown', async () => {
  // Addresses of assets are signed anew each second.
  const unsigned = async () =>
    (await owner.test.get(STANDARD_ANSWER)).text.replace(/X-Amz-(Date|Signature)=\w+/g, '')
  const standard = await unsigned()
  expect((await anonymize(STANDARD_ANSWER)).status).toBe(202)
  expect(await unsigned()).toBe(standard)
  const id = await open()
  const path = `/identifications/${id}/anonymize/`
  expect((await owner.live.send({ method: 'POST', path })).status).toBe(404)
  expect((await (await served.addClient()).test.send({ method: 'POST', path })).status).toBe(404)
  expect((await owner.test.get(id)).text).toContain('EXAMPLE')
})

test('The certificate of erasure says what was destroyed, and its signature can be checked', async () => {
  const id = await process()
  expect((await erasureOf(id)).status).toBe(404)
  const assets = await served.context.database
    .selectFrom('assets')
    .innerJoin('identifications', 'identifications.id', 'assets.identification')
    .select('assets.sha256')
    .where('identifications.identification_id', '=', id)
    .orderBy('assets.id')
    .execute()
  await anonymize(id)
  const { data } = (await erasureOf(id)).body
  const { certificate, signature, algorithm, 'public-key': publicKey } = data.attributes
  expect([data.type, algorithm]).toEqual(['erasures', 'Ed25519'])
  const text = Buffer.from(certificate)
  const key = createPublicKey(publicKey)
  expect(verify(null, text, key, Buffer.from(signature, 'base64'))).toBe(true)
  text[20] ^= 1
  expect(verify(null, text, key, Buffer.from(signature, 'base64'))).toBe(false)
  const told = JSON.parse(certificate)
  expect(told).toMatchObject({
    version: 1,
    'identification-id': id,
    cause: 'request',
    status: { before: 'processed', after: 'processed' },
    'data-key': { name: expect.stringMatching(/^[0-9a-f]{16}$/) },
  })
  expect(told.assets.map(({ hash }: { hash: string }) => hash)).toEqual(
    assets.map(({ sha256 }) => `sha2-256:${sha256}`),
  )
  for (const personal of ['EXAMPLE', 'ADA', '192.0.2.1', 'user-7'])
    expect(certificate).not.toContain(personal)
})

test('An erasure is noted once with the account that asked, without personal data', async () => {
  const id = await open()
  await anonymize(id)
  await anonymize(id)
  const which = { accountId: owner.client.account.id, limit: 100 }
  const acts = await listActs(served.context.database, which)
  const noted = acts.filter(({ subject }) => subject === `identification ${id}`)
  expect(noted.filter(({ action }) => action === 'identification.anonymized')).toMatchObject([
    { actor: 'client', detail: 'test' },
  ])
  expect(JSON.stringify(noted)).not.toMatch(/EXAMPLE|ADA|user-7|client\.example/)
})

test('A certificate that was altered is not shown', async () => {
  const id = await open()
  await anonymize(id)
  const { data } = (await erasureOf(id)).body
  await served.context.database
    .updateTable('erasures')
    .set({ certificate: data.attributes.certificate.replace('request', 'retention') })
    .where('identification', '=', Number(data.id))
    .execute()
  expect((await erasureOf(id)).status).toBe(500)
})
