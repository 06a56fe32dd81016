import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NEWEST_API_VERSION } from '../../domain/api-version.ts'
import {
  type AddedIdentification,
  openTestDatabase,
  type TestDatabase,
} from '../../test/fakes/test-database.ts'
import { openReceiver, type WebhookReceiver } from '../../test/fakes/webhook-receiver.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../platform/keys/master-keyring.ts'
import type { JobPayloads, Queue } from '../platform/queue/queue.ts'
import { announceStatus } from './announce-status.ts'
import { type Courier, deliverWebhook, MAX_TRIES } from './deliver-webhook.ts'
import { forgetDeliveries } from './forget-deliveries.ts'
import { listDeliveries } from './list-deliveries.ts'
import { resendDelivery } from './resend-delivery.ts'

const HOUR_MS = 60 * 60 * 1_000
const DAY_MS = 24 * HOUR_MS
const START = new Date('2026-11-25T10:00:00.000Z')
const ALL = { limit: 10, identificationId: null, ends: 'all' } as const

let store: TestDatabase
let receiver: WebhookReceiver
let subject: AddedIdentification
let now: Date
let jobs: JobPayloads['deliver-webhook'][]
let courier: Courier
let logged: { msg: string; count?: number }[]

const log = pino({}, { write: (line: string) => void logged.push(JSON.parse(line)) })

/** A queue that keeps what it is sent: the test does the jobs itself. */
const queue: Queue = {
  sendLater: async (_transaction, _job, payload) => void jobs.push(payload as JobPayloads['deliver-webhook']),
  work: async () => undefined,
  schedule: async () => undefined,
  stop: async () => undefined,
}

beforeAll(async () => {
  store = await openTestDatabase()
}, 60_000)
afterAll(() => store?.close(), 60_000)

beforeEach(async () => {
  await store.database.deleteFrom('announcements').execute()
  now = START
  jobs = []
  logged = []
  subject = await store.addIdentification({ now })
  receiver = await openReceiver({ secret: subject.webhookSecret })
  courier = {
    database: store.database,
    clock: { now: () => now },
    keyring: createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 7)),
    localReceivers: 'allowed',
    findSecret: async () => subject.webhookSecret,
    findApiVersion: async () => NEWEST_API_VERSION,
  }
})
afterEach(() => receiver.close())

/** Announces a status of the subject; gives the announcement's id. */
async function announce(): Promise<number> {
  await store.database.transaction().execute((transaction) =>
    announceStatus(transaction, {
      queue,
      identification: subject.id,
      identificationId: subject.identificationId,
      configuration: subject.configuration,
      environment: 'test',
      url: `${receiver.url}?token=hidden`,
      status: 'processed',
      returnReason: null,
      now,
    }),
  )
  return jobs[jobs.length - 1].announcementId
}

async function giveUp(): Promise<number> {
  const id = await announce()
  receiver.respondWith(...Array(MAX_TRIES).fill(503))
  for (let tried = 0; tried < MAX_TRIES; tried += 1) await deliverWebhook(courier, id).catch(() => undefined)
  return id
}

function resend(announcementId: number): Promise<number> {
  return store.database
    .transaction()
    .execute(async (transaction) => (await resendDelivery(transaction, { queue, announcementId, now })).id)
}

describe('listDeliveries()', () => {
  test('tells each delivery with its tries, newest first, without what a query may hide', async () => {
    const givenUp = await giveUp()
    const delivered = await announce()
    await deliverWebhook(courier, delivered)
    const waiting = await announce()
    const listed = await listDeliveries(store.database, ALL)
    expect(listed.map(({ id, end }) => ({ id, end }))).toEqual([
      { id: waiting, end: 'under way' },
      { id: delivered, end: 'delivered' },
      { id: givenUp, end: 'given up' },
    ])
    expect(listed[1]).toMatchObject({ identificationId: subject.identificationId, status: 'processed' })
    expect(listed.map(({ tries }) => tries.map(({ outcome }) => outcome))).toEqual([
      [],
      ['status 200'],
      ['status 503', 'status 503', 'status 503'],
    ])
    expect(listed.every((one) => one.receiver === receiver.url)).toBe(true)
  })

  test('tells those of one identification, or those given up', async () => {
    const givenUp = await giveUp()
    await announce()
    const { identificationId } = subject
    expect(await listDeliveries(store.database, { ...ALL, identificationId })).toHaveLength(2)
    const nobody = '11111111-1111-4111-8111-111111111111'
    expect(await listDeliveries(store.database, { ...ALL, identificationId: nobody })).toEqual([])
    const ends = await listDeliveries(store.database, { ...ALL, ends: 'given-up' })
    expect(ends.map(({ id }) => id)).toEqual([givenUp])
  })
})

describe('resendDelivery()', () => {
  test('delivers what was given up once more, as it was told then', async () => {
    const givenUp = await giveUp()
    const again = await resend(givenUp)
    expect(await deliverWebhook(courier, again)).toBe('delivered')
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
    const [latest, former] = await listDeliveries(store.database, ALL)
    expect(latest).toMatchObject({ id: again, resendOf: givenUp, end: 'delivered' })
    expect(former).toMatchObject({ id: givenUp, end: 'given up' })
  })

  test('has it wait in line with the other news of the identification', async () => {
    await resend(await giveUp())
    expect(jobs[1].identification).toBe(subject.id)
  })

  test('gives up what has had no try for an hour, and sends it anew; its own job sends nothing then', async () => {
    const lost = await announce()
    now = new Date(START.getTime() + HOUR_MS - 1)
    await expect(resend(lost)).rejects.toThrow('still under way')
    now = new Date(START.getTime() + HOUR_MS)
    const again = await resend(lost)
    expect(await deliverWebhook(courier, lost)).toBe('settled')
    expect(await deliverWebhook(courier, again)).toBe('delivered')
    expect(receiver.received).toHaveLength(1)
    expect(await endsOf()).toEqual([
      [again, 'delivered'],
      [lost, 'given up'],
    ])
  })

  test('counts the hour from the last try', async () => {
    receiver.respondWith(503)
    const tried = await announce()
    now = new Date(START.getTime() + HOUR_MS)
    await expect(deliverWebhook(courier, tried)).rejects.toThrow('status 503')
    await expect(resend(tried)).rejects.toThrow('still under way')
  })

  test('leaves alone what is under way, and knows no other id', async () => {
    const waiting = await announce()
    await expect(resend(waiting)).rejects.toThrow('still under way')
    await expect(resend(1)).rejects.toMatchObject({ code: 'unknown_record' })
    expect(jobs).toHaveLength(1)
  })
})

describe('forgetDeliveries()', () => {
  test('keeps what ended for 90 days, with its tries', async () => {
    await giveUp()
    now = new Date(START.getTime() + 90 * DAY_MS)
    await forgetDeliveries({ ...courier, log })
    expect(await listDeliveries(store.database, ALL)).toHaveLength(1)
    now = new Date(START.getTime() + 90 * DAY_MS + 1)
    await forgetDeliveries({ ...courier, log })
    expect(await listDeliveries(store.database, ALL)).toEqual([])
    const { tries } = await store.database
      .selectFrom('delivery_tries')
      .select((one) => one.fn.countAll<number>().as('tries'))
      .executeTakeFirstOrThrow()
    expect(tries).toBe(0)
  })

  test('gives up what lost its worker under its last try two days ago, so that it can be sent again', async () => {
    const lost = await announce()
    const crash = { ...courier, findSecret: () => Promise.reject(new Error('killed')) }
    const crashUnder = (id: number) => expect(deliverWebhook(crash, id)).rejects.toThrow('killed')
    for (let tried = 0; tried < MAX_TRIES; tried += 1) await crashUnder(lost)
    now = new Date(START.getTime() + 2 * DAY_MS)
    await forgetDeliveries({ ...courier, log })
    expect(await endsOf()).toEqual([[lost, 'under way']])
    now = new Date(START.getTime() + 2 * DAY_MS + 1)
    await forgetDeliveries({ ...courier, log })
    expect(await endsOf()).toEqual([[lost, 'given up']])
    expect(logged.at(-1)).toMatchObject({ msg: expect.stringContaining('were given up'), count: 1 })
  })

  test('leaves what still has tries, however long it has waited, and tells how many there are', async () => {
    const untried = await announce()
    const tried = await announce()
    receiver.respondWith(...Array(MAX_TRIES - 1).fill(503))
    for (let number = 1; number < MAX_TRIES; number += 1) {
      await expect(deliverWebhook(courier, tried)).rejects.toThrow('status 503')
    }
    now = new Date(START.getTime() + 5 * DAY_MS)
    await forgetDeliveries({ ...courier, log })
    expect(await endsOf()).toEqual([
      [tried, 'under way'],
      [untried, 'under way'],
    ])
    expect(logged).toMatchObject([{ msg: 'Webhooks have waited for days', count: 2 }])
    for (const id of [untried, tried]) expect(await deliverWebhook(courier, id)).toBe('delivered')
  })
})

async function endsOf(): Promise<[number, string][]> {
  return (await listDeliveries(store.database, ALL)).map(({ id, end }) => [id, end])
}
