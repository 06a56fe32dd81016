import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import type { ClientBackend } from '../fakes/client-backend.ts'

const VALIDATED = '11111111-1111-1111-1111-111111111111'
const PHOTOCOPY = '00000000-0000-0000-0000-000000000000'
const NO_BACK = '22222222-2222-2222-2222-222222222222'
const START_LIMIT_MS = 60_000

let served: ServedPlatform

beforeAll(async () => {
  served = await servePlatform()
}, START_LIMIT_MS)

afterAll(() => served?.close())

// biome-ignore lint/suspicious/noExplicitAny: an answer is read as a client without types does
type Answer = any

async function get(backend: ClientBackend, id: string): Promise<Answer> {
  const { status, body } = await backend.get(id)
  expect(status).toBe(200)
  const find = (type: string) => body.included.find((one: Answer) => one.type === type)?.attributes
  return { ...body, find }
}

test('The first standard answer is validated', async () => {
  const { test: backend } = await served.addClient()
  const { data, included } = await get(backend, VALIDATED)
  expect(data.attributes).toMatchObject({ score: 1, status: 'processed', comment: '', 'is-live': false })
  expect(data.relationships['reason-codes']).toEqual({ meta: { count: 0 }, data: [] })
  for (const { type, attributes } of included) {
    for (const [name, value] of Object.entries(attributes)) expect(value, `${type} ${name}`).not.toBeNull()
  }
})

test('The second standard answer is refused as a photocopy', async () => {
  const { test: backend } = await served.addClient()
  const { data, find } = await get(backend, PHOTOCOPY)
  expect(data.attributes.score).toBe(0)
  expect(data.relationships['reason-codes'].data).toEqual([{ type: 'reason-codes', id: '2201' }])
  expect(find('document-checks').score).toBe(0)
})

test('The third standard answer cannot tell because the back was not shown', async () => {
  const { test: backend } = await served.addClient()
  const { data, find } = await get(backend, NO_BACK)
  expect(data.attributes).toMatchObject({ score: -1, comment: 'Back of the document is not presented' })
  expect(data.relationships['reason-codes'].data).toEqual([{ type: 'reason-codes', id: '1303' }])
  expect(find('documents')).toMatchObject({ 'signed-image-back-url': null, 'image-back-hash': null })
})

test('Every account has the standard answers, in both environments, with its own addresses', async () => {
  const [one, other] = [
    await served.addClient(),
    await served.addClient({ webhook: 'https://hook.example/' }),
  ]
  for (const id of [VALIDATED, PHOTOCOPY, NO_BACK]) {
    expect((await get(one.live, id)).data.attributes['is-live']).toBe(true)
    const { attributes } = (await get(other.test, id)).data
    expect(attributes.webhook).toBe('https://hook.example/')
    expect(attributes['redirect-url']).toBe('https://client.example/return')
  }
})

test('The pictures and recordings of the standard answers load and have the hashes told', async () => {
  const { test: backend } = await served.addClient()
  for (const id of [VALIDATED, PHOTOCOPY, NO_BACK]) {
    const { find } = await get(backend, id)
    const [document, face] = [find('documents'), find('faces')]
    const told = [
      [document['signed-image-front-url'], document['image-front-hash'], 'image/png'],
      [document['signed-image-back-url'], document['image-back-hash'], 'image/png'],
      [document['signed-image-signature-url'], document['signature-image-hash'], 'image/png'],
      [document['signed-video-front-url'], document['video-front-hash'], 'video/webm'],
      [document['signed-video-back-url'], document['video-back-hash'], 'video/webm'],
      [face['signed-image-url'], face['image-hash'], 'image/png'],
      [face['signed-video-url'], face['video-hash'], 'video/webm'],
    ].filter(([url]) => url !== null)
    expect(told.length).toBe(id === NO_BACK ? 5 : 7)
    for (const [url, hash, contentType] of told) {
      const asset = await served.download(url)
      expect(asset).toMatchObject({ status: 200, contentType })
      expect(`sha2-256:${createHash('sha256').update(asset.bytes).digest('hex')}`).toBe(hash)
    }
  }
})
