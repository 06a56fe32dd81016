import https from 'node:https'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import { beginVisit, filmVisit } from '../fakes/api/visit.ts'

const REDIRECT_URL = 'https://bar.example/back?titi=toto'
const START_LIMIT_MS = 60_000

let served: ServedPlatform
let client: ServedClient

beforeAll(async () => {
  served = await servePlatform()
  client = await served.addClient()
}, START_LIMIT_MS)

afterAll(() => served?.close())

async function create(backend = client.test): Promise<string> {
  const { body } = await backend.create({ redirect_url: REDIRECT_URL })
  return body.data.attributes['identification-id']
}

/** Asks what the applicant's page asks; gives the status and where it goes next. */
async function ask(
  path: string,
  body: object | null,
  token = '',
): Promise<{ status: number; to: URL | null }> {
  const headers = {
    ...(body ? { 'content-type': 'application/json' } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  const options = { method: 'POST', ca: served.authorityCert, headers }
  return new Promise((done, fail) => {
    const request = https.request(`${served.webUrl}${path}`, options, async (response) => {
      const { redirectUrl } = JSON.parse(await text(response))
      done({ status: response.statusCode ?? 0, to: redirectUrl ? new URL(redirectUrl) : null })
    })
    request.on('error', fail)
    request.end(body ? JSON.stringify(body) : undefined)
  })
}

test.each([
  ['refusal', 'none'],
  ['no_document', 'none'],
  ['verify_later', 'none'],
  ['connection_issue', 'none'],
  ['doc_instructions_not_followed', 'challenge_timeout'],
  ['face_instructions_not_followed', 'challenge_timeout'],
  ['error', 'bad-connectivity'],
  ['error', 'publish'],
  ['error', 'browser-not-supported'],
  ['error', 'device-not-allowed'],
  ['error', 'device-not-found'],
  ['error', 'wrong_phone_number'],
])('Who leaves comes back with the reason %s and the error type %s', async (reason, type) => {
  const id = await create()
  const left = { returnReason: reason, ...(type === 'none' ? {} : { errorType: type }) }
  const { to } = await ask(`/capture/${id}/abort`, left)
  expect(to?.origin).toBe('https://bar.example')
  expect(Object.fromEntries(to?.searchParams ?? [])).toEqual({
    titi: 'toto',
    identification_id: id,
    status: 'aborted',
    return_reason: reason,
    ...(type === 'none' ? {} : { error_type: type }),
  })
  expect((await client.test.get(id)).body.data.attributes.status).toBe('aborted')
})

test('An error type of another reason is refused', async () => {
  const id = await create()
  const { status } = await ask(`/capture/${id}/abort`, { returnReason: 'refusal', errorType: 'publish' })
  expect(status).toBe(400)
})

test.each(['never', 'always'] as const)(
  'With review %s who completed comes back as processing, and the automatic answer is there',
  async (review) => {
    const { test: backend } = await served.addClient({ review })
    const id = await create(backend)
    const visit = await beginVisit(served.context, id)
    expect((await backend.get(id)).body.data.attributes['user-agent']).toBeNull()
    await filmVisit(served.context, visit)
    const { to } = await ask(`/capture/${id}/finish`, null, visit.attemptToken)
    expect(to?.search).toBe(`?titi=toto&identification_id=${id}&status=processing`)
    const { data, included } = (await backend.get(id)).body
    expect(data.attributes.status).toBe(review === 'always' ? 'processing' : 'processed')
    expect(data.attributes['user-agent']).toBe('a browser')
    const identity = included.find(({ type }: { type: string }) => type === 'identities')
    expect(identity.attributes).toMatchObject({ 'first-name': 'ADA', 'last-name': 'EXAMPLE' })
  },
)
