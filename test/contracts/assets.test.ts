import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepAsset } from '../../server/assets/keep-asset.ts'
import { listActs } from '../../server/audit/list-acts.ts'
import { saveSceneFacts } from '../../server/capture/mark-scene.ts'
import { openDataKey } from '../../server/identifications/open-data-key.ts'
import { readIdentification } from '../../server/identifications/read-identification.ts'
import { findLiveAttempt } from '../../server/journey/find-live-attempt.ts'
import { keepScene } from '../../server/journey/keep-scene.ts'
import { start } from '../../server/journey/start.ts'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import { makeFront, makePrint } from '../fakes/scene-facts.ts'

const VALIDATED = '11111111-1111-1111-1111-111111111111'
const NO_BACK = '22222222-2222-2222-2222-222222222222'
const START_LIMIT_MS = 60_000

// biome-ignore lint/suspicious/noExplicitAny: an answer is read as a client without types does
type Answer = any

let served: ServedPlatform
let client: ServedClient

beforeAll(async () => {
  served = await servePlatform()
  client = await served.addClient()
}, START_LIMIT_MS)

afterAll(() => served?.close())

const list = (id: string, backend = client.test, headers = {}) =>
  backend.send({ method: 'GET', path: `/identifications/${id}/assets/`, headers })

/** A card of 100 by 50 px in a frame. */
const FRONT = makeFront({
  card: {
    quad: [
      { x: 10, y: 10 },
      { x: 110, y: 10 },
      { x: 110, y: 60 },
      { x: 10, y: 60 },
    ],
    frameWidth: 1280,
    frameHeight: 720,
    coverage: 0.1,
  },
  print: makePrint(),
})

/** Keeps a card, a recording and what was measured of a front; gives the identification-id. */
async function filmFront(): Promise<string> {
  const { context } = served
  const identificationId: string = (await client.test.create({})).body.data.attributes['identification-id']
  const visit = { identificationId, document: 'passport', userAgent: null, ipAddress: null } as const
  const { attemptToken } = await start(context, visit)
  const { id, account_id } = await readIdentification(context.database, { identificationId })
  const dataKey = await openDataKey(context, id)
  if (!dataKey) throw new Error('The identification has no key')
  const [front] = (await findLiveAttempt(context, identificationId, attemptToken)).scenes
  const film = { contentType: 'video/webm' as const, read: () => Readable.from([Buffer.from('a film')]) }
  await keepScene(context, { sceneId: front.id, frames: [], recording: film })
  await keepAsset(
    { ...context, dataKey },
    {
      accountId: account_id,
      identification: id,
      identificationId,
      scene: front.id,
      kind: 'card',
      contentType: 'image/png',
      timeMs: null,
      bytes: new Uint8Array([1, 2, 3]),
    },
  )
  await saveSceneFacts(context.database, front.id, { facts: FRONT, dataKey, now: new Date() })
  return identificationId
}

test('The assets of a standard answer are listed as plain JSON, and all of them load', async () => {
  const { status, headers, body } = await list(VALIDATED)
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('application/json')
  expect(Object.keys(body)).toEqual(['face_crops', 'tight_crops', 'videos'])
  expect(body.face_crops).toHaveLength(1)
  expect(body.tight_crops.map(({ template }: Answer) => template)).toEqual([
    { id: null, code: null, side: 'Front', country: 'UTO' },
    { id: null, code: null, side: 'Back', country: 'UTO' },
  ])
  for (const crop of body.tight_crops) {
    expect(Object.keys(crop)).toEqual(['url', 'area', 'name', 'score', 'template'])
    expect(crop.area).toBeGreaterThan(50_000)
    expect(crop.score).toBeGreaterThan(100)
  }
  expect(Object.keys(body.videos)).toEqual(['face', 'back_id', 'front_id'])
  const videos: Answer[] = Object.values(body.videos)
  for (const { filename, creation_date, url } of videos) {
    expect(filename).toMatch(/^validated-\w+\.webm$/)
    expect(Number.isInteger(creation_date)).toBe(true)
    expect(url).toContain(`/${filename}?`)
  }
  for (const { url } of [...body.face_crops, ...body.tight_crops, ...videos]) {
    expect((await served.download(url)).status, url).toBe(200)
  }
})

test('A name is where the asset is stored, as its address has it', async () => {
  const { face_crops: faces, tight_crops: cards } = (await list(VALIDATED)).body
  for (const { url, name } of [...faces, ...cards]) expect(new URL(url).pathname).toBe(`/storage/${name}`)
})

test('What was not filmed is null, and of the back there is no picture', async () => {
  const { body } = await list(NO_BACK)
  expect(body.videos.back_id).toBeNull()
  expect(body.tight_crops.map(({ template }: Answer) => template.side)).toEqual(['Front'])
})

test("The assets of a client's own identification have what was measured", async () => {
  const { body } = await list(await filmFront())
  expect(body.tight_crops).toHaveLength(1)
  const [crop] = body.tight_crops
  expect(crop.score).toBe(Math.round(FRONT.quality?.sharpness ?? 0))
  expect(crop.area).toBe(5000)
  expect(crop.template).toEqual({ id: 101, code: 'P1', side: 'Front', country: null })
  expect([...(await served.download(crop.url)).bytes]).toEqual([1, 2, 3])
  const { filename, url, creation_date } = body.videos.front_id
  expect(filename).toMatch(/^[\w-]+\.webm$/)
  expect(Math.abs(Date.now() - creation_date)).toBeLessThan(START_LIMIT_MS)
  expect((await served.download(url)).bytes.toString()).toBe('a film')
  expect(body.videos.face).toBeNull()
})

test('Of an identification that nobody has filmed there is nothing', async () => {
  const id = (await client.test.create({})).body.data.attributes['identification-id']
  expect((await list(id)).body).toEqual({
    face_crops: [],
    tight_crops: [],
    videos: { face: null, back_id: null, front_id: null },
  })
})

test('With live credentials assets are forbidden', async () => {
  const { status, body } = await list(VALIDATED, client.live)
  expect(status).toBe(403)
  expect(body.errors[0].status).toBe('403')
})

test('Listing assets is noted with the account that asked, a refusal is not', async () => {
  const asking = await served.addClient()
  expect((await list(VALIDATED, asking.live)).status).toBe(403)
  expect((await list(VALIDATED, asking.test)).status).toBe(200)
  const which = { accountId: asking.client.account.id, limit: 10 }
  const acts = await listActs(served.context.database, which)
  expect(acts.filter(({ action }) => action === 'assets.listed')).toMatchObject([
    { actor: 'client', subject: `identification ${VALIDATED}`, detail: 'test' },
  ])
})

test("Another account's assets are unknown, whatever is accepted", async () => {
  const other = await served.addClient()
  const id = (await client.test.create({})).body.data.attributes['identification-id']
  expect((await list(id, other.test)).status).toBe(404)
  expect((await list(id, client.test, { accept: 'application/json' })).status).toBe(200)
})
