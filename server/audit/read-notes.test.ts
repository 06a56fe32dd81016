import pino from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/fakes/test-database.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../platform/keys/master-keyring.ts'
import type { AuditAct } from './audit-entry.ts'
import { listActs } from './list-acts.ts'
import { ReadNotes } from './read-notes.ts'
import { verifyAudit } from './verify-audit.ts'

const NOW = new Date('2026-03-04T05:06:07.890Z')
const keyring = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 3))

let store: TestDatabase
let accountId = 0
let logged: Record<string, unknown>[] = []
const log = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line)) })

beforeAll(async () => {
  store = await openTestDatabase()
})
afterAll(() => store?.close())
beforeEach(() => {
  accountId += 1
  logged = []
})

function open(database = store.database): ReadNotes {
  return new ReadNotes({ database, keyring, log })
}

function read(subject: string, more: Partial<AuditAct> = {}): AuditAct & { now: Date } {
  const who = { actor: 'client', accountId, clientId: 'a client', requestId: 'first' } as const
  return { ...who, action: 'thing.read', subject, detail: 'test', now: NOW, ...more }
}

const listed = () => listActs(store.database, { accountId, limit: 10_000 })

test('Reads are held and written together, the same ones as one with their number', async () => {
  const reads = open()
  reads.note(read('a'))
  reads.note(read('a', { requestId: 'second' }))
  reads.note(read('b'))
  reads.note(read('b', { clientId: 'another' }))
  expect(await listed()).toEqual([])
  await reads.flush()
  expect(await listed()).toMatchObject([
    { subject: 'b', clientId: 'another', detail: 'test' },
    { subject: 'b', clientId: 'a client', detail: 'test' },
    { subject: 'a', clientId: 'a client', requestId: 'first', detail: 'test, 2 times', at: NOW },
  ])
  expect((await verifyAudit(store.database, { keyring, noted: null })).fault).toBeNull()
})

test('They are written by themselves within a moment', async () => {
  open().note(read('a'))
  await vi.waitFor(async () => expect(await listed()).toHaveLength(1), { timeout: 10_000 })
})

test('Beyond what is held they are counted, so that no number of reads makes it grow', async () => {
  const reads = open()
  for (let number = 0; number < 3_000; number += 1) reads.note(read(`thing ${number}`))
  await reads.flush()
  const entries = await listed()
  expect(entries).toHaveLength(1_001)
  expect(entries[0]).toMatchObject({
    subject: 'more than can be named',
    action: 'thing.read',
    clientId: null,
    requestId: null,
    detail: '2000 times',
  })
})

test('Accounts beyond any number are counted together', async () => {
  const reads = open()
  for (let number = 0; number < 1_000; number += 1) reads.note(read(`thing ${number}`))
  const others = 5_000_000
  for (let number = 0; number < 1_010; number += 1) reads.note(read('a', { accountId: others + number }))
  await reads.flush()
  const [everybodys] = await listActs(store.database, { accountId: null, limit: 1 })
  expect(everybodys).toMatchObject({ accountId: null, detail: '10 times' })
})

test('What cannot be written is told by its number, and the next is written', async () => {
  const reads = open()
  reads.note(read('a', { action: null as unknown as string }))
  reads.note(read('b'))
  await reads.flush()
  expect(logged).toMatchObject([{ msg: 'Reads could not be noted in the audit log', count: 2 }])
  reads.note(read('c'))
  await reads.flush()
  expect(await listed()).toMatchObject([{ subject: 'c' }])
})
