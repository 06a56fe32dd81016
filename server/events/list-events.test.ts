import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/fakes/test-database.ts'
import type { Database } from '../platform/database/database.ts'
import type { EventOwner } from './_event-rows.ts'
import { listEvents } from './list-events.ts'
import { recordEvent } from './record-event.ts'

const NOW = new Date('2026-03-04T05:06:07.890Z')
/** Enough that writers meet each other on every session the pool has. */
const WRITERS = 60

let store: TestDatabase

beforeAll(async () => {
  store = await openTestDatabase()
}, 60_000)

afterAll(() => store?.close())

async function addOwner(): Promise<EventOwner> {
  const { accountId } = await store.addIdentification({ now: NOW })
  return { accountId, environment: 'test' }
}

function record(database: Kysely<Database>, owner: EventOwner): Promise<void> {
  return database.transaction().execute((transaction) => recordEvent(transaction, makeEvent(owner)))
}

function makeEvent({ accountId, environment }: EventOwner) {
  return {
    account_id: accountId,
    environment,
    identification_id: crypto.randomUUID(),
    configuration_id: 1001,
    status: 'initiated' as const,
    return_reason: null,
    error_type: null,
    created_at: NOW,
  }
}

/** Reads on from a number as a client does, page by page. */
async function readOn(owner: EventOwner, after: number): Promise<number[]> {
  const page = await listEvents(store.database, owner, { after, size: 7 })
  if (!page || page.events.length === 0) return []
  const numbers = page.events.map(({ number }) => number)
  return page.hasMore ? [...numbers, ...(await readOn(owner, page.lastNumber))] : numbers
}

test('Whoever reads while many write misses nothing and gets nothing twice', async () => {
  const owner = await addOwner()
  let isWriting = true
  const writers = Array.from({ length: WRITERS }, () => record(store.database, owner))
  const written = Promise.all(writers).then(() => {
    isWriting = false
  })
  const read: number[] = []
  while (isWriting) read.push(...(await readOn(owner, read.at(-1) ?? 0)))
  await written
  read.push(...(await readOn(owner, read.at(-1) ?? 0)))
  expect(read).toEqual(Array.from({ length: WRITERS }, (_, index) => index + 1))
})

test('An event whose transaction began first and commits last is not overtaken', async () => {
  const owner = await addOwner()
  const slow = await store.database.startTransaction().execute()
  await recordEvent(slow, makeEvent(owner))
  const quick = record(store.database, owner)
  await untilSomebodyWaits()
  const before = await readOn(owner, 0)
  await slow.commit().execute()
  await quick
  expect([...before, ...(await readOn(owner, before.at(-1) ?? 0))]).toEqual([1, 2])
})

test('A change that is taken back leaves no gap', async () => {
  const owner = await addOwner()
  const lost = await store.database.startTransaction().execute()
  await recordEvent(lost, makeEvent(owner))
  await lost.rollback().execute()
  await record(store.database, owner)
  expect(await readOn(owner, 0)).toEqual([1])
})

test('Accounts and environments are numbered apart and do not wait for each other', async () => {
  const owner = await addOwner()
  const others = [await addOwner(), { ...owner, environment: 'live' as const }]
  const open = await store.database.startTransaction().execute()
  await recordEvent(open, makeEvent(owner))
  for (const other of others) {
    await record(store.database, other)
    expect(await readOn(other, 0)).toEqual([1])
  }
  await open.rollback().execute()
})

test('A number that was never given is no place to read on from', async () => {
  const owner = await addOwner()
  await record(store.database, owner)
  expect(await listEvents(store.database, owner, { after: 1, size: 7 })).toEqual({
    events: [],
    hasMore: false,
    lastNumber: 1,
  })
  expect(await listEvents(store.database, owner, { after: 2, size: 7 })).toBeNull()
})

/** Ends once a session of this database waits for a row that another one holds. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from pg_stat_activity where wait_event_type = 'Lock'
    `.execute(store.database)
    if ((rows[0]?.count ?? 0) > 0) return
  }
}
