import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'

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

const follow = (path: string, backend = client.test) => backend.send({ method: 'GET', path })

/** Every link of an answer with what its relationship names. */
function linksOf({ data, included }: Answer): { path: string; names: Answer }[] {
  return [data, ...included].flatMap((resource: Answer) =>
    Object.values<Answer>(resource.relationships ?? {}).flatMap(({ links, data: names }) =>
      links ? [{ path: new URL(links.related).pathname, names }] : [],
    ),
  )
}

test('Every link of a whole answer leads to what its relationship names, as the answer shows it', async () => {
  const { body } = await client.test.get(VALIDATED)
  const links = linksOf(body)
  expect(links.length).toBeGreaterThan(25)
  for (const { path, names } of links) {
    const related = await follow(path)
    expect(related.status, path).toBe(200)
    expect(related.headers['content-type']).toBe('application/vnd.api+json')
    const data: Answer[] = [related.body.data].flat()
    expect(data.map(({ type, id }) => ({ type, id }))).toEqual([names].flat())
    for (const resource of data) {
      const shown = body.included.find(({ type, id }: Answer) => type === resource.type && id === resource.id)
      expect(Object.keys(resource.attributes)).toEqual(Object.keys(shown.attributes))
    }
  }
})

test('A link works with and without its slash, with dashes and underscores, under /api/ and without', async () => {
  const { body } = await client.test.get(VALIDATED)
  const { id } = body.data
  for (const path of [
    `/api/identifications/${id}/doc_face_matches/`,
    `/api/identifications/${id}/doc_face_matches`,
    `/identifications/${id}/doc_face_matches/`,
    `/identifications/${id}/doc-face-matches`,
  ]) {
    const { status, body: related } = await follow(path)
    expect(status, path).toBe(200)
    expect(related.data).toHaveLength(1)
    expect(related.data[0]).toMatchObject({ type: 'doc-face-matches', attributes: { score: 1 } })
  }
})

test('A relationship to nothing is null, a list of nothing is empty', async () => {
  const created = (await client.test.create({})).body.data
  const { body } = await client.test.get(NO_BACK)
  expect((await follow(`/identifications/${body.data.id}/doc_doc_matches/`)).body).toEqual({ data: [] })
  const identity = await follow(`/api/identifications/${created.id}/identity`)
  expect(identity.body.data.attributes).toEqual({ 'birth-date': null, 'first-name': null, 'last-name': null })
})

test("Links of a client's own identification work, and those of another account or environment are unknown", async () => {
  const created = (await client.test.create({ 'reference-data': { 'last-name': 'DOE' } })).body
  const declared = new URL(created.data.relationships['reference-data'].links.related).pathname
  expect((await follow(declared)).body.data.attributes['last-name']).toBe('DOE')
  const other = await served.addClient()
  for (const backend of [other.test, client.live]) {
    const refused = await follow(declared, backend)
    expect(refused.status).toBe(404)
    expect(refused.body.errors[0]).toMatchObject({ status: '404', code: 'unknown_record' })
  }
})

test('What an answer does not show yet, and what does not exist, is unknown', async () => {
  const { id } = (await client.test.create({})).body.data
  for (const path of [
    `/api/identifications/${id}/document_checks/`,
    '/api/identifications/999999999/identity',
    '/api/documents/999999999/identity',
    '/api/identities/0/document',
    '/api/identities/1e3/document',
    '/api/identities/99999999999999999999/document',
  ]) {
    expect((await follow(path)).status, path).toBe(404)
  }
})

test('A link asks for credentials as everything does', async () => {
  const { status } = await served.download(`${served.apiUrl}/api/identifications/101/identity`)
  expect(status).toBe(401)
})
