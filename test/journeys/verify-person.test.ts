import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClientBackend } from '../fakes/client-backend.ts'
import { findChromium } from '../fakes/find-chromium.ts'
import { openPhone } from '../fakes/phone.ts'
import { type Service, startService } from '../fakes/service.ts'
import { openReceiver } from '../fakes/webhook-receiver.ts'
import { CAST } from '../people/cast.ts'
import { issueDocument } from '../people/documents/issue-document.ts'
import { type FilmRequest, filmPerson } from '../people/film/film-person.ts'

const CHROMIUM = findChromium()
const WEBHOOK_LIMIT_MS = 30_000
const { anna, luca } = CAST

let service: Service
let receiver: Awaited<ReturnType<typeof openReceiver>>
let backend: ReturnType<typeof createClientBackend>

/** What the API answers for an identification, as far as these tests look. */
interface Answer {
  data: { attributes: Record<string, unknown>; relationships: Record<string, { data: { id: string }[] }> }
  included: { type: string; attributes: Record<string, unknown> }[]
}

describe.skipIf(!CHROMIUM)('A person is verified', () => {
  beforeAll(async () => {
    service = await startService()
    receiver = await openReceiver({ secret: service.webhookSecret })
    backend = createClientBackend(service)
  }, 180_000)

  afterAll(async () => {
    await receiver?.close()
    await service?.remove()
  })

  test('with a passport: the client reads who it is and the score is 1', async () => {
    const { answer, location, statuses } = await verify({ person: luca, document: 'passport' }, 'passport')
    expect(location.searchParams.get('status')).toBe('processing')
    expect(location.searchParams.get('keep')).toBe('me')
    expect(attributes(answer, 'identities')).toEqual({
      'birth-date': luca.birthDate,
      'first-name': 'LUCA',
      'last-name': "D'AMICO",
    })
    expect(attributes(answer, 'documents')['document-number']).toBe(issueDocument(luca, 'passport').number)
    expect(answer.data.attributes).toMatchObject({ status: 'processed', score: 1, comment: '' })
    expect(statuses).toEqual(['initiated', 'processing', 'processed'])
    await expectAssetsMatchTheirHashes(answer)
  })

  test('with an identity card: both sides are filmed and the zone on the back is read', async () => {
    const { answer } = await verify({ person: luca, document: 'id-card' }, 'id-card')
    expect(attributes(answer, 'identities')['last-name']).toBe("D'AMICO")
    expect(attributes(answer, 'documents')['signed-image-back-url']).toMatch(/^http/)
    expect(answer.data.attributes).toMatchObject({ status: 'processed', score: 1 })
  })

  test('with a passport of another person: the score is 0 with its reason', async () => {
    const film = { person: luca, document: 'passport' as const, facePerson: anna }
    const { answer } = await verify(film, 'passport')
    expect(answer.data.attributes.score).toBe(0)
    expect(reasonCodes(answer)).toEqual(['2304'])
  })

  test('with a blurred passport: nobody can tell, and a reason code says why', async () => {
    const film = { person: luca, document: 'passport' as const, distortion: 'blur' as const }
    const { answer } = await verify(film, 'passport')
    expect(answer.data.attributes.score).toBe(-1)
    expect(reasonCodes(answer)).toContain('1301')
    expect(attributes(answer, 'identities')['last-name']).toBeNull()
  })
})

async function verify(request: FilmRequest, document: 'passport' | 'id-card') {
  const { body: created } = await backend.create({
    webhook: receiver.url,
    redirect_url: `${service.webUrl}/client-return?keep=me`,
  })
  const id = String(created.data.attributes['identification-id'])
  const phone = await openPhone({
    film: await filmPerson(request),
    identificationUrl: String(created.data.attributes['identification-url']),
  })
  try {
    const location = new URL(await phone.walkThrough({ document }))
    await receiver.waitFor('processed', WEBHOOK_LIMIT_MS, id)
    const told = receiver.received.filter(({ body }) => JSON.parse(body).identification_id === id)
    expect(told.every(({ verified }) => verified)).toBe(true)
    const answer: Answer = (await backend.get(id)).body
    return { answer, location, statuses: told.map(({ status }) => status) }
  } finally {
    await phone.close()
  }
}

function attributes(answer: Answer, type: string): Record<string, unknown> {
  return answer.included.find((object) => object.type === type)?.attributes ?? {}
}

function reasonCodes(answer: Answer): string[] {
  return answer.data.relationships['reason-codes'].data.map(({ id }) => id)
}

async function expectAssetsMatchTheirHashes(answer: Answer): Promise<void> {
  const { createHash } = await import('node:crypto')
  const document = attributes(answer, 'documents')
  const response = await fetch(String(document['signed-image-front-url']))
  expect(response.status).toBe(200)
  const hash = createHash('sha256')
    .update(new Uint8Array(await response.arrayBuffer()))
    .digest('hex')
  expect(document['image-front-hash']).toBe(`sha2-256:${hash}`)
}
