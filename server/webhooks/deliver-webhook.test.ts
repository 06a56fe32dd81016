import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { NEWEST_API_VERSION } from '../../domain/api-version.ts'
import type { IdentificationStatus } from '../../domain/identification.ts'
import {
  type AddedIdentification,
  openTestDatabase,
  type TestDatabase,
} from '../../test/fakes/test-database.ts'
import { openReceiver, type WebhookReceiver } from '../../test/fakes/webhook-receiver.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../platform/keys/master-keyring.ts'
import { startQueue } from '../platform/queue/pg-boss.ts'
import type { Queue } from '../platform/queue/queue.ts'
import { announceStatus } from './announce-status.ts'
import { type Courier, deliverWebhook } from './deliver-webhook.ts'

const START = new Date('2026-11-22T10:00:00.000Z')
const log = pino({ level: 'silent' })

/** A queue that lets every job go: the test does them itself. */
const nobody: Queue = {
  sendLater: async () => undefined,
  work: async () => undefined,
  schedule: async () => undefined,
  stop: async () => undefined,
}

let shelf: TestDatabase
let receiver: WebhookReceiver
let subject: AddedIdentification
let now: Date
let courier: Courier

beforeAll(async () => {
  shelf = await openTestDatabase()
}, 60_000)
afterAll(() => shelf?.close(), 60_000)

beforeEach(async () => {
  now = START
  subject = await shelf.addIdentification({ now })
  receiver = await openReceiver({ secret: subject.webhookSecret })
  courier = {
    database: shelf.database,
    clock: { now: () => now },
    keyring: createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 7)),
    localReceivers: 'allowed',
    findSecret: async () => subject.webhookSecret,
    findApiVersion: async () => NEWEST_API_VERSION,
  }
})
afterEach(() => receiver.close())

describe('announceStatus()', () => {
  test('writes nothing and sends nothing when the change it belongs to is rolled back', async () => {
    const queue = await startQueue({ connection: shelf.connection, role: 'send', log })
    const failing = shelf.database.transaction().execute(async (transaction) => {
      await announceStatus(transaction, announcementOf('initiated', queue))
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await rowsOf(subject)).toEqual([])
    await queue.stop()
  })
})

describe('deliverWebhook()', () => {
  test('tells the status and its reason, signed, and writes what became of it', async () => {
    const id = await announce('aborted')
    expect(await deliverWebhook(courier, id)).toBe('delivered')
    expect(receiver.received).toMatchObject([
      { status: 'aborted', returnReason: 'no_document', verified: true },
    ])
    expect(JSON.parse(receiver.received[0].body)).toEqual({
      configuration: subject.configuration,
      identification_id: subject.identificationId,
      status: 'aborted',
      return_reason: 'no_document',
    })
    expect(await rowsOf(subject)).toMatchObject([{ id, delivered_at: START, given_up_at: null }])
    expect(await triesOf(id)).toMatchObject([{ tried_at: START, response_status: 200, failure: null }])
  })

  test('signs each try anew, with its own time', async () => {
    const id = await announce('initiated')
    receiver.respondWith(503)
    await expect(deliverWebhook(courier, id)).rejects.toThrow('status 503')
    now = new Date(START.getTime() + 5_000)
    expect(await deliverWebhook(courier, id)).toBe('delivered')
    const times = receiver.received.map(
      ({ headers }) => /ts=(\d+)/.exec(String(headers['ubble-signature']))?.[1],
    )
    expect(Number(times[1]) - Number(times[0])).toBe(5)
    expect(receiver.received.every(({ verified }) => verified)).toBe(true)
  })

  test('gives up after the third failure and never tries a fourth time', async () => {
    const id = await announce('initiated')
    receiver.respondWith(500, 503, 404)
    await expect(deliverWebhook(courier, id)).rejects.toThrow('status 500')
    await expect(deliverWebhook(courier, id)).rejects.toThrow('status 503')
    expect(await deliverWebhook(courier, id)).toBe('given-up')
    expect(await deliverWebhook(courier, id)).toBe('settled')
    expect(receiver.received).toHaveLength(3)
    expect(await rowsOf(subject)).toMatchObject([{ delivered_at: null, given_up_at: START }])
    const statuses = (await triesOf(id)).map(({ response_status }) => response_status)
    expect(statuses).toEqual([500, 503, 404])
  })

  test('counts a try that a crash cut short', async () => {
    const id = await announce('initiated')
    const crash = { ...courier, findSecret: () => Promise.reject(new Error('killed')) }
    for (let tried = 0; tried < 3; tried++) await expect(deliverWebhook(crash, id)).rejects.toThrow('killed')
    expect((await triesOf(id)).map(({ failure }) => failure)).toEqual(Array(3).fill('unfinished'))
    expect(await deliverWebhook(courier, id)).toBe('given-up')
    expect(receiver.received).toEqual([])
  })

  test('has the status committed before it is told, so that the receiver can fetch it', async () => {
    const id = await announce('processed')
    let seen = 0
    receiver.respondWith((response) => {
      rowsOf(subject).then((rows) => {
        seen = rows.length
        response.writeHead(200).end()
      })
    })
    expect(await deliverWebhook(courier, id)).toBe('delivered')
    expect(seen).toBe(1)
  })
})

describe('webhooks over the real queue', () => {
  test('arrive in the order of the statuses, although the first needs three tries', {
    timeout: 60_000,
  }, async () => {
    const queue = await startQueue({ connection: shelf.connection, role: 'work', log })
    receiver.respondWith(500, 503)
    await queue.work(
      'deliver-webhook',
      async ({ announcementId }) => void (await deliverWebhook(courier, announcementId)),
    )
    await announce('initiated', queue)
    await announce('processing', queue)
    await announce('processed', queue)
    await receiver.waitFor('processed', 40_000)
    expect(receiver.received.map(({ status }) => status)).toEqual([
      'initiated',
      'initiated',
      'initiated',
      'processing',
      'processed',
    ])
    expect(receiver.received.every(({ verified }) => verified)).toBe(true)
    await vi.waitFor(async () => {
      expect((await rowsOf(subject)).every((row) => row.delivered_at)).toBe(true)
    })
    await queue.stop()
  })
})

function announcementOf(status: IdentificationStatus, queue: Queue) {
  return {
    queue,
    identification: subject.id,
    identificationId: subject.identificationId,
    configuration: subject.configuration,
    environment: 'test' as const,
    url: receiver.url,
    status,
    returnReason: status === 'aborted' ? ('no_document' as const) : null,
    now,
  }
}

/** Announces a status of the subject; gives the announcement's id. */
async function announce(status: IdentificationStatus, queue = nobody): Promise<number> {
  await shelf.database
    .transaction()
    .execute((transaction) => announceStatus(transaction, announcementOf(status, queue)))
  const rows = await rowsOf(subject)
  return rows[rows.length - 1].id
}

function rowsOf({ id }: AddedIdentification) {
  return shelf.database
    .selectFrom('announcements')
    .selectAll()
    .where('identification', '=', id)
    .orderBy('id')
    .execute()
}

function triesOf(announcement: number) {
  return shelf.database
    .selectFrom('delivery_tries')
    .selectAll()
    .where('announcement', '=', announcement)
    .orderBy('id')
    .execute()
}
