import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { analyze } from '../../server/journey/analyze.ts'
import { findLiveAttempt } from '../../server/journey/find-live-attempt.ts'
import { finish } from '../../server/journey/finish.ts'
import { keepScene } from '../../server/journey/keep-scene.ts'
import { start } from '../../server/journey/start.ts'
import { fakeAnalysts } from '../fakes/api/fake-analysts.ts'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import type { ClientAnswer, ClientBackend } from '../fakes/client-backend.ts'
import { hasPoppler, readPdf, readPdfText } from '../fakes/reports/poppler.ts'
import { makeFace, makeFront } from '../fakes/scene-facts.ts'

const VALIDATED = '11111111-1111-1111-1111-111111111111'
const PHOTOCOPY = '00000000-0000-0000-0000-000000000000'
const NO_BACK = '22222222-2222-2222-2222-222222222222'
const JSON_API = 'application/vnd.api+json'

let served: ServedPlatform
let client: ServedClient

beforeAll(async () => {
  served = await servePlatform()
  client = await served.addClient()
}, 60_000)

afterAll(() => served?.close())

interface Ask {
  query?: string
  headers?: Record<string, string>
  body?: string
  prefix?: string
  backend?: ClientBackend
}

function askPdf(
  id: string,
  { query = '', headers, body, prefix = '', backend }: Ask = {},
): Promise<ClientAnswer> {
  const path = `${prefix}/identifications/${id}/pdf/${query}`
  return (backend ?? client.test).send({ method: 'POST', path, headers, body })
}

async function create(): Promise<string> {
  return (await client.test.create()).body.data.attributes['identification-id']
}

async function simulate(id: string, attributes: object): Promise<void> {
  const answer = await client.test.send({
    method: 'POST',
    path: `/identifications/${id}/simulate/`,
    headers: { 'content-type': JSON_API },
    body: JSON.stringify({ data: { type: 'simulations', attributes } }),
  })
  expect(answer.status).toBe(200)
}

/** Films a passport and a face as phone, media process and worker do together. */
async function film(id: string): Promise<void> {
  const context = { ...served.context, analysts: ANALYSTS }
  const visit = { document: 'passport', userAgent: 'a browser', ipAddress: '192.0.2.1' } as const
  const { attemptToken } = await start(context, { ...visit, identificationId: id })
  const { scenes } = await findLiveAttempt(context, id, attemptToken)
  for (const scene of scenes) {
    const frames = [{ jpeg: await drawFrame(), timeMs: 0 }]
    await keepScene(context, { sceneId: scene.id, frames, recording: null })
    await analyze(context, scene.id)
  }
  await finish(context, id, attemptToken)
}

const ANALYSTS: Parameters<typeof analyze>[0]['analysts'] = fakeAnalysts(async ({ scene, frames }) => ({
  facts: scene === 'face' ? makeFace() : makeFront(),
  crop: frames[0].image,
  portrait: null,
}))

function drawFrame(): Promise<Buffer> {
  return sharp({ create: { width: 320, height: 240, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
}

test('A processed identification has its report as a PDF with a name', async () => {
  const answer = await askPdf(VALIDATED)
  expect(answer.status).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-language': 'en',
    'content-disposition': `attachment; filename="identification-${VALIDATED}.pdf"`,
    'cache-control': 'no-store',
    'ubble-signature': expect.stringMatching(/^\d+\.\d{6}:\d+-test-v1:/),
  })
  expect(answer.bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test('The report is also at the address that the text writes', async () => {
  expect((await askPdf(VALIDATED, { prefix: '/api' })).status).toBe(200)
})

test.each([
  ['?lang=fr', {}, 'fr'],
  ['?lang=en', { 'accept-language': 'fr' }, 'en'],
  ['', { 'accept-language': 'fr-FR' }, 'fr'],
  ['', { 'accept-language': 'de, en;q=0.3, fr;q=0.8' }, 'fr'],
  ['', { 'accept-language': 'de' }, 'en'],
])('A report asked for with %j and %j is in the language %s', async (query, headers, language) => {
  const answer = await askPdf(NO_BACK, { query, headers })
  expect(answer.status).toBe(200)
  expect(answer.headers['content-language']).toBe(language)
  expect(answer.bytes.includes(`/Lang (${language})`)).toBe(true)
})

test.each(['?lang=de', '?lang=', '?lang=fr&lang=en'])('No report is in the language of %s', async (query) => {
  const answer = await askPdf(VALIDATED, { query, headers: { 'accept-language': 'fr' } })
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0]).toMatchObject({ status: '400', code: 'params_invalid' })
})

test.each<[Record<string, string>, string | undefined]>([
  [{ accept: JSON_API }, undefined],
  [{ accept: 'application/pdf' }, undefined],
  [{ accept: 'image/png' }, undefined],
  [{ 'content-type': 'application/json' }, '{}'],
  [{ 'content-type': 'text/plain' }, 'x'],
  [{ 'content-type': 'application/x-www-form-urlencoded' }, undefined],
])('A report is given whatever the request accepts or carries: %j', async (headers, body) => {
  expect((await askPdf(VALIDATED, { headers, body })).status).toBe(200)
})

test('An identification that is not processed yet has its report later', async () => {
  const id = await create()
  for (const status of ['initiated', 'processing']) {
    await simulate(id, { status })
    const answer = await askPdf(id)
    expect(answer.status).toBe(400)
    expect(answer.headers['content-type']).toBe(JSON_API)
    expect(answer.body.errors[0]).toMatchObject({ status: '400', code: 'queued' })
  }
  await simulate(id, { status: 'processed' })
  expect((await askPdf(id)).status).toBe(200)
})

test('An identification that ended without an answer never has a report', async () => {
  for (const attributes of [{ status: 'aborted', 'return-reason': 'refusal' }, { status: 'expired' }]) {
    const id = await create()
    await simulate(id, attributes)
    const answer = await askPdf(id)
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].code).toBe('params_invalid')
  }
})

test('An anonymized identification has its report no more', async () => {
  const id = await create()
  await simulate(id, { status: 'processed' })
  expect((await askPdf(id)).status).toBe(200)
  const anonymized = await client.test.send({ method: 'POST', path: `/identifications/${id}/anonymize/` })
  expect(anonymized.status).toBe(202)
  const answer = await askPdf(id)
  expect(answer.status).toBe(410)
  expect(answer.headers['content-type']).toBe(JSON_API)
})

test('A picture that is no longer what was kept is in no report', async () => {
  const id = await create()
  await film(id)
  const { key } = await served.store.database
    .selectFrom('assets')
    .innerJoin('identifications', 'identifications.id', 'assets.identification')
    .select('assets.key')
    .where('identification_id', '=', id)
    .where('assets.kind', '=', 'card')
    .executeTakeFirstOrThrow()
  expect((await askPdf(id)).status).toBe(200)
  await served.context.storage.put(key, await drawFrame())
  const answer = await askPdf(id)
  expect(answer.status).toBe(410)
  expect(answer.headers['content-type']).toBe(JSON_API)
})

test("A report is only for the account's own identifications of the environment", async () => {
  const id = await create()
  await simulate(id, { status: 'processed' })
  const other = await served.addClient()
  for (const backend of [client.live, other.test]) expect((await askPdf(id, { backend })).status).toBe(404)
  expect((await askPdf('33333333-3333-4333-8333-333333333333')).status).toBe(404)
  expect((await askPdf('not-an-id')).status).toBe(404)
})

describe.skipIf(!hasPoppler())('The report of', { timeout: 30_000 }, () => {
  test.each([
    [VALIDATED, 'en', 'Validated (1.0)'],
    [VALIDATED, 'fr', 'Validée (1.0)'],
    [PHOTOCOPY, 'en', '2201 A photocopy of the document was presented.'],
    [PHOTOCOPY, 'fr', '2201 Une photocopie du document a été présentée.'],
    [NO_BACK, 'en', '1303 The back of the document was not presented.'],
    [NO_BACK, 'fr', 'Commentaire : Le verso du document n’a pas été présenté'],
  ])('the standard answer %s is signed and says what it is (%s)', async (id, language, said) => {
    const { bytes } = await askPdf(id, { query: `?lang=${language}` })
    expect(await readPdfText(bytes)).toContain(said)
    expect(await readPdf(bytes, 'pdfsig', ['-nocert'])).toContain('Signature is Valid.')
    expect(await readPdf(bytes, 'pdfinfo')).toMatch(/Tagged: +yes/)
  })

  test('a filmed identification has its pictures, times and the hashes of all that is kept', async () => {
    const id = await create()
    await film(id)
    const { body } = await client.test.get(id)
    const { bytes, status } = await askPdf(id)
    expect(status).toBe(200)
    const text = await readPdfText(bytes)
    const { attributes } = body.included.find((one: { type: string }) => one.type === 'documents')
    expect(text).toContain(attributes['image-front-hash'].split(':')[1])
    for (const said of [
      'EXAMPLE',
      'L898902C3',
      'The person finished filming',
      'Done (processed)',
      served.apiUrl,
    ]) {
      expect(text).toContain(said)
    }
    const images = (await readPdf(bytes, 'pdfimages', ['-list'])).trim().split('\n').slice(2)
    expect(images.length).toBe(2)
    const kept = await served.store.database
      .selectFrom('assets')
      .innerJoin('identifications', 'identifications.id', 'assets.identification')
      .select('sha256')
      .where('identification_id', '=', id)
      .execute()
    expect(kept.length).toBe(4)
    for (const { sha256 } of kept) expect(text).toContain(sha256)
  })
})
