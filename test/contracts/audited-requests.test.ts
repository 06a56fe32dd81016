import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditEntry } from '../../server/audit/audit-entry.ts'
import { listActs } from '../../server/audit/list-acts.ts'
import { verifyAudit } from '../../server/audit/verify-audit.ts'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'

const VALIDATED = '11111111-1111-1111-1111-111111111111'
const JSON_API = 'application/vnd.api+json'
const START_LIMIT_MS = 60_000

let served: ServedPlatform
let client: ServedClient

beforeAll(async () => {
  served = await servePlatform()
}, START_LIMIT_MS)

beforeAll(async () => {
  client = await served.addClient()
})

afterAll(() => served?.close())

/** Sends a request under an id of its own; gives what was noted of it. */
async function noted(request: { method: string; path: string; body?: object }): Promise<AuditEntry[]> {
  const requestId = crypto.randomUUID()
  const body = request.body && JSON.stringify(request.body)
  const headers = { 'x-request-id': requestId, ...(body ? { 'content-type': JSON_API } : {}) }
  await client.test.send({ ...request, body, headers })
  await served.context.reads?.flush()
  const entries = await listActs(served.context.database, { accountId: client.client.account.id, limit: 100 })
  return entries.filter((entry) => entry.requestId === requestId)
}

async function create(): Promise<string> {
  return (await client.test.create({})).body.data.attributes['identification-id']
}

test.each([
  ['an identification', 'identification.fetched', async (id: string) => `/identifications/${id}/`],
  ['the list', 'identifications.listed', async () => '/identifications/'],
  ['the events', 'events.listed', async () => '/events/'],
  ['the assets', 'assets.listed', async (id: string) => `/identifications/${id}/assets/`],
  [
    'a related resource',
    'resource.fetched',
    async (id: string) => {
      const { body } = await client.test.get(id)
      return new URL(body.data.relationships.identity.links.related).pathname
    },
  ],
])('Who reads %s is noted with credentials and request', async (_what, action, pathOf) => {
  const id = await create()
  const entries = await noted({ method: 'GET', path: await pathOf(id) })
  expect(entries).toMatchObject([{ action, actor: 'client', detail: 'test' }])
  expect(entries[0].clientId).toMatch(/^[0-9a-f]{32}$/)
})

test('What changes something names credentials and request in each of its entries', async () => {
  const id = await create()
  const attributes = { status: 'processed' }
  const simulated = await noted({
    method: 'POST',
    path: `/identifications/${id}/simulate/`,
    body: { data: { type: 'simulations', attributes } },
  })
  expect(simulated.map(({ action, actor, detail }) => `${actor} ${action} ${detail}`)).toEqual([
    'client identification.moved processed',
    'client identification.moved processing',
    'client identification.moved initiated',
    'client identification.simulated test',
  ])
  expect(new Set(simulated.map(({ clientId }) => clientId)).size).toBe(1)
  const erased = await noted({ method: 'POST', path: `/identifications/${id}/anonymize/` })
  expect(erased).toMatchObject([{ action: 'identification.anonymized', clientId: simulated[0].clientId }])
})

test('A refused reading is not noted, nor is it counted as one', async () => {
  expect(
    await noted({ method: 'GET', path: '/identifications/33333333-3333-4333-8333-333333333333/' }),
  ).toEqual([])
})

test('Who downloads an asset is noted by the asset and the request, for nobody else can be named', async () => {
  const { body } = await client.test.get(VALIDATED)
  const { attributes } = body.included.find(({ type }: { type: string }) => type === 'documents')
  const requestId = crypto.randomUUID()
  const url = attributes['signed-image-front-url']
  expect((await served.download(url, { 'x-request-id': requestId })).status).toBe(200)
  await served.context.reads?.flush()
  const entries = await listActs(served.context.database, { accountId: null, limit: 100 })
  expect(entries.filter((entry) => entry.requestId === requestId)).toMatchObject([
    {
      actor: 'holder',
      action: 'asset.downloaded',
      subject: `asset standard/${VALIDATED}/tight_crops/validated-front.png`,
      clientId: null,
    },
  ])
})

test('The log holds with all of these in it', async () => {
  const { database, keyring } = served.context
  expect((await verifyAudit(database, { keyring, noted: null })).fault).toBeNull()
})
