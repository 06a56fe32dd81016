import { afterAll, beforeAll, expect, test } from 'vitest'
import { listActs } from '../../server/audit/list-acts.ts'
import { abort } from '../../server/journey/abort.ts'
import { anonymizeOld } from '../../server/journey/erasure/anonymize-old.ts'
import { type RunningApi, runApi, type TestClient } from '../fakes/api/running-api.ts'

const START_LIMIT_MS = 60_000
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const KEPT_DAYS = 30
const FORM = {
  'identification-form': { 'external-user-id': 'user-7', 'phone-number': null, 'mail-address': null },
  'reference-data': { 'first-name': 'ADA', 'last-name': 'EXAMPLE', 'birth-date': '1990-05-04' },
}

let api: RunningApi
let now = new Date('2026-03-04T05:06:07.890Z')
beforeAll(async () => {
  api = await runApi(now)
}, START_LIMIT_MS)
afterAll(() => api?.close())

function pass(milliseconds: number): void {
  now = new Date(now.getTime() + milliseconds)
  api.setTime(now)
}

async function create(client: TestClient): Promise<string> {
  return (await client.test.create(FORM)).body.data.attributes['identification-id']
}

async function simulate(client: TestClient, id: string, status: string): Promise<void> {
  const simulated = await client.test.send({
    method: 'POST',
    path: `/identifications/${id}/simulate/`,
    headers: { 'content-type': 'application/vnd.api+json' },
    body: JSON.stringify({ data: { type: 'simulations', attributes: { status } } }),
  })
  expect(simulated.status).toBeLessThan(300)
}

const keeping = (retentionDays: number | null) => api.addClient({ retentionDays })
const isErased = async (client: TestClient, id: string) =>
  !(await client.test.get(id)).text.includes('EXAMPLE')

test('What ended is erased when its days are over and not before, and its certificate says why', async () => {
  const client = await keeping(KEPT_DAYS)
  const ids = await Promise.all(Array.from({ length: 3 }, () => create(client)))
  await simulate(client, ids[0], 'processed')
  await abort(api.context, ids[1], { returnReason: 'refusal' })
  await simulate(client, ids[2], 'expired')
  pass(KEPT_DAYS * DAY_MS - MINUTE_MS)
  await anonymizeOld(api.context)
  for (const id of ids) expect(await isErased(client, id)).toBe(false)
  pass(MINUTE_MS)
  await anonymizeOld(api.context)
  for (const [index, status] of ['processed', 'aborted', 'expired'].entries()) {
    expect(await isErased(client, ids[index])).toBe(true)
    expect((await client.test.get(ids[index])).body.data.attributes.status).toBe(status)
    const erasure = await client.test.send({ method: 'GET', path: `/identifications/${ids[index]}/erasure/` })
    expect(JSON.parse(erasure.body.data.attributes.certificate)).toMatchObject({
      cause: 'retention',
      status: { before: status, after: status },
    })
  }
})

test('An erasure at the end of retention is noted as an act of the service, with ids alone', async () => {
  const client = await keeping(KEPT_DAYS)
  const id = await create(client)
  await simulate(client, id, 'processed')
  pass(KEPT_DAYS * DAY_MS)
  await anonymizeOld(api.context)
  const acts = await listActs(api.context.database, { accountId: client.accountId, limit: 100 })
  expect(acts.filter(({ action }) => action === 'identification.anonymized')).toEqual([
    expect.objectContaining({ actor: 'service', subject: `identification ${id}`, detail: 'test', at: now }),
  ])
})

test('Days count from the end, not from the beginning: one in processing waits for its answer', async () => {
  const client = await keeping(KEPT_DAYS)
  const id = await create(client)
  await simulate(client, id, 'processing')
  pass(2 * KEPT_DAYS * DAY_MS)
  await anonymizeOld(api.context)
  expect(await isErased(client, id)).toBe(false)
  await simulate(client, id, 'processed')
  await anonymizeOld(api.context)
  expect(await isErased(client, id)).toBe(false)
})

test('A configuration without days keeps everything, and no other is touched for it', async () => {
  const [keeps, erases] = [await keeping(null), await keeping(0)]
  const [kept, erased] = [await create(keeps), await create(erases)]
  await simulate(keeps, kept, 'processed')
  await simulate(erases, erased, 'processed')
  pass(10_000 * DAY_MS)
  await anonymizeOld(api.context)
  expect([await isErased(keeps, kept), await isErased(erases, erased)]).toEqual([false, true])
})

test('One that cannot be erased holds nobody up and is erased by a later run', async () => {
  const client = await keeping(KEPT_DAYS)
  const [stuck, next] = [await create(client), await create(client)]
  for (const id of [stuck, next]) await simulate(client, id, 'processed')
  pass(KEPT_DAYS * DAY_MS)
  const storage = {
    ...api.context.storage,
    deleteFolder: async (folder: string) => {
      if (folder.includes(stuck)) throw new Error('the disk is away')
      await api.context.storage.deleteFolder(folder)
    },
  }
  await anonymizeOld({ ...api.context, storage })
  expect([await isErased(client, stuck), await isErased(client, next)]).toEqual([false, true])
  await anonymizeOld(api.context)
  expect(await isErased(client, stuck)).toBe(true)
})
