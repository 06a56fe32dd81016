import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMENTS } from '../../domain/comment.ts'
import { REASON_CODES } from '../../domain/reason-code.ts'
import { ERROR_TYPES } from '../../domain/return-reason.ts'
import { type RunningApi, runApi, type TestClient } from '../fakes/api/running-api.ts'
import type { ClientAnswer } from '../fakes/client-backend.ts'

const NOW = new Date('2026-03-04T05:06:07.890Z')
const JSON_API = 'application/vnd.api+json'
const UNKNOWN_ID = '33333333-3333-4333-8333-333333333333'
const CODES = Object.values(REASON_CODES)
const DECLARED = { 'first-name': 'ANNA', 'last-name': 'ERIKSSON', 'birth-date': '1974-08-12' }

let api: RunningApi
let client: TestClient

beforeAll(async () => {
  api = await runApi(NOW)
  client = await api.addClient({ webhook: 'https://client.example/hook' })
}, 60_000)

afterAll(() => api?.close())

async function create(attributes: object = {}): Promise<string> {
  const answer = await client.test.create(attributes)
  return answer.body.data.attributes['identification-id']
}

function simulate(id: string, attributes: unknown, backend = client.test): Promise<ClientAnswer> {
  return backend.send({
    method: 'POST',
    path: `/identifications/${id}/simulate/`,
    headers: { accept: JSON_API, 'content-type': JSON_API },
    body: JSON.stringify({ data: { type: 'simulations', attributes } }),
  })
}

const reasonCodesOf = (answer: ClientAnswer): unknown => answer.body.data.relationships['reason-codes']
const pointersOf = (answer: ClientAnswer): string[] =>
  answer.body.errors.map((error: { source: { pointer: string } }) => error.source.pointer)
const includedOf = (answer: ClientAnswer, type: string) =>
  answer.body.included.find((resource: { type: string }) => resource.type === type)

async function announcedOf(id: string): Promise<{ status: string; return_reason: string | null }[]> {
  return api.store.database
    .selectFrom('announcements')
    .select(['status', 'return_reason'])
    .where('identification_id', '=', id)
    .orderBy('id')
    .execute()
}

describe.each(CODES)('The reason code %i', (code) => {
  test('is told once the identification is processed, with a score that is not 1.0, and not before', async () => {
    const id = await create()
    const waiting = await simulate(id, { status: 'processing', 'reason-codes': [code] })
    expect(waiting.body.data.attributes).not.toHaveProperty('score')
    expect(reasonCodesOf(waiting)).toEqual({ meta: { count: 0 }, data: [] })
    const answer = await simulate(id, { status: 'processed', 'reason-codes': [code] })
    expect(answer.status).toBe(200)
    expect(reasonCodesOf(answer)).toEqual({
      meta: { count: 1 },
      data: [{ type: 'reason-codes', id: String(code) }],
    })
    expect(answer.body.data.attributes.score).toBe(code >= 2000 ? 0 : -1)
  })

  test.each(['initiated', 'aborted', 'expired'])('does not belong to %s', async (status) => {
    const left = status === 'aborted' ? { 'return-reason': 'refusal' } : {}
    const answer = await simulate(UNKNOWN_ID, { status, 'reason-codes': [code], ...left })
    expect(answer.status).toBe(400)
    expect(pointersOf(answer)).toEqual(['/data/attributes/reason-codes'])
  })
})

test('A validated identification has what the client declared, valid checks and no pictures', async () => {
  const answer = await simulate(await create({ 'reference-data': DECLARED }), {
    status: 'processed',
    document: { 'document-type': 'Passport', 'document-number': 'L898902C3', 'expiry-date': '2032-04-15' },
  })
  expect(answer.body.data.attributes).toMatchObject({
    status: 'processed',
    score: 1,
    comment: '',
    'number-of-attempts': 1,
    'started-at': '2026-03-04T05:06:07.890000Z',
    'ended-at': '2026-03-04T05:06:07.890000Z',
  })
  expect(includedOf(answer, 'identities').attributes).toEqual(DECLARED)
  expect(includedOf(answer, 'documents').attributes).toMatchObject({
    ...DECLARED,
    'document-type': 'Passport',
    'expiry-date': '2032-04-15',
    'signed-image-front-url': null,
    'signed-video-front-url': null,
  })
  expect(includedOf(answer, 'faces').attributes['signed-image-url']).toBeNull()
  for (const type of ['document-checks', 'face-checks', 'doc-face-matches', 'reference-data-checks']) {
    expect(includedOf(answer, type).attributes.score).toBe(1)
  }
})

test('Each status on the way is announced, in order', async () => {
  const id = await create()
  await simulate(id, { status: 'processed' })
  expect((await announcedOf(id)).map(({ status }) => status)).toEqual([
    'initiated',
    'processing',
    'processed',
  ])
})

test('A review can be played: first processing, then another answer', async () => {
  const id = await create()
  const identity = { 'first-name': 'ADA', 'last-name': 'EXAMPLE' }
  const first = await simulate(id, { status: 'processing', identity })
  expect(includedOf(first, 'identities').attributes).toMatchObject(identity)
  const last = await simulate(id, { status: 'processed', score: 0, 'reason-codes': ['2201'], identity })
  expect(last.body.data.attributes).toMatchObject({ status: 'processed', score: 0 })
  expect(includedOf(last, 'documents').id).toBe(includedOf(first, 'documents').id)
  expect(includedOf(last, 'document-checks').attributes.score).toBe(0)
})

test('Every fixed sentence can be the comment, alone and joined', async () => {
  const sentences = Object.values(COMMENTS)
  const answer = await simulate(await create(), { status: 'processed', score: -1, comments: sentences })
  expect(answer.body.data.attributes.comment).toBe(sentences.join('. '))
})

test.each(Object.entries(ERROR_TYPES))(
  'Leaving for %s is announced with its reason',
  async (reason, types) => {
    for (const errorType of [undefined, ...types]) {
      const id = await create()
      const answer = await simulate(id, {
        status: 'aborted',
        'return-reason': reason,
        'error-type': errorType,
      })
      expect(answer.body.data.attributes.status).toBe('aborted')
      expect(await announcedOf(id)).toEqual([{ status: 'aborted', return_reason: reason }])
    }
  },
)

test('An initiated identification expires', async () => {
  const id = await create()
  expect((await simulate(id, { status: 'initiated' })).body.data.attributes.status).toBe('initiated')
  expect((await simulate(id, { status: 'expired' })).body.data.attributes.status).toBe('expired')
  expect((await announcedOf(id)).map(({ status }) => status)).toEqual(['initiated', 'expired'])
})

test.each([
  ['processed', 'processing'],
  ['processed', 'processed'],
  ['processed', 'expired'],
  ['processing', 'expired'],
  ['processing', 'aborted'],
  ['processing', 'initiated'],
  ['aborted', 'processed'],
  ['expired', 'initiated'],
])('What is %s does not become %s, and nothing changes', async (from, to) => {
  const id = await create()
  const withReason = (status: string) =>
    status === 'aborted' ? { status, 'return-reason': 'refusal' } : { status }
  await simulate(id, withReason(from))
  const before = await announcedOf(id)
  const answer = await simulate(id, withReason(to))
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0]).toMatchObject({
    detail: `status cannot become ${to}: the identification is ${from}`,
    source: { pointer: '/data/attributes/status' },
  })
  expect(await announcedOf(id)).toEqual(before)
})

test.each<[string, unknown, string[]]>([
  ['no status', {}, ['/data/attributes/status']],
  ['the first status', { status: 'uninitiated' }, ['/data/attributes/status']],
  ['an unknown attribute', { status: 'processed', foo: 1 }, ['/data/attributes/foo']],
  ['a score between', { status: 'processed', score: 0.5 }, ['/data/attributes/score']],
  [
    'unknown codes',
    { status: 'processed', 'reason-codes': [2101, 9999, 'x'] },
    ['/data/attributes/reason-codes/1', '/data/attributes/reason-codes/2'],
  ],
  ['a code twice', { status: 'processed', reason_codes: [2101, '2101'] }, ['/data/attributes/reason_codes']],
  [
    'reasons with 1.0',
    { status: 'processed', score: 1, 'reason-codes': [2101] },
    ['/data/attributes/reason-codes'],
  ],
  ['a free comment', { status: 'processed', comments: ['Hm'] }, ['/data/attributes/comments/0']],
  ['leaving without a reason', { status: 'aborted' }, ['/data/attributes/return-reason']],
  [
    "another reason's error",
    { status: 'aborted', 'return-reason': 'refusal', 'error-type': 'publish' },
    ['/data/attributes/error-type'],
  ],
  [
    'a reason to be processed',
    { status: 'processed', return_reason: 'refusal' },
    ['/data/attributes/return_reason'],
  ],
  [
    'no real dates',
    { status: 'processed', identity: { 'birth-date': '1990-02-30' }, document: { 'expiry-date': 'soon' } },
    ['/data/attributes/identity/birth-date', '/data/attributes/document/expiry-date'],
  ],
])('%s cannot be simulated', async (_what, attributes, pointers) => {
  const answer = await simulate(await create(), attributes)
  expect(answer.status).toBe(400)
  expect(pointersOf(answer)).toEqual(pointers)
})

test('Live credentials are refused, whatever they ask for', async () => {
  const live = await client.live.create()
  for (const id of [live.body.data.attributes['identification-id'], await create(), 'none']) {
    const answer = await simulate(id, { status: 'processed' }, client.live)
    expect(answer.status).toBe(403)
    expect(answer.body.errors[0].status).toBe('403')
  }
})

test("Another account's identification is unknown", async () => {
  const other = await api.addClient()
  expect((await simulate(await create(), { status: 'processed' }, other.test)).status).toBe(404)
})

test('What was simulated can be told from what happened', async () => {
  const simulated = await create()
  const real = await create()
  await simulate(simulated, { status: 'expired' })
  const rows = await api.store.database
    .selectFrom('identifications')
    .select(['identification_id', 'simulated_at'])
    .where('identification_id', 'in', [simulated, real])
    .execute()
  expect(Object.fromEntries(rows.map((row) => [row.identification_id, row.simulated_at]))).toEqual({
    [simulated]: NOW,
    [real]: null,
  })
})

test('Two simulations at once give one answer', async () => {
  const id = await create()
  const answers = await Promise.all([1, 0, -1].map((score) => simulate(id, { status: 'processed', score })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400])
  expect(await announcedOf(id)).toHaveLength(3)
})
