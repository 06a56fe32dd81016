import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/fakes/test-database.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../platform/keys/master-keyring.ts'
import type { AuditAct } from './audit-entry.ts'
import { listActs } from './list-acts.ts'
import { noteAct } from './note-act.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const NOW = new Date('2026-03-04T05:06:07.890Z')
const keyring = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 3))

let store: TestDatabase | undefined

beforeAll(async () => {
  store = await openTestDatabase()
})
beforeEach(() => tamper('truncate audit_entries, audit_links, audit_seals'))
afterAll(() => store?.close())

function opened(): TestDatabase {
  if (!store) throw new Error('No database is open')
  return store
}

function act(subject: string): AuditAct & { now: Date } {
  return { actor: 'client', accountId: 7, action: 'thing.done', subject, detail: null, now: NOW }
}

async function note(...subjects: string[]): Promise<void> {
  for (const subject of subjects) await noteAct(opened().database, keyring, act(subject))
}

const seal = () => sealAudit(opened().database, { keyring, now: NOW })
const verify = (noted: Awaited<ReturnType<typeof seal>> = null) =>
  verifyAudit(opened().database, { keyring, noted })

/** What somebody with every right on the database can do, the triggers put aside. */
async function tamper(...statements: string[]): Promise<void> {
  await opened()
    .database.transaction()
    .execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction)
      for (const statement of statements) await sql.raw(statement).execute(transaction)
    })
}

async function idOf(subject: string): Promise<number> {
  const entries = await listActs(opened().database, { accountId: null, limit: 100 })
  const id = entries.find((entry) => entry.subject === subject)?.id
  if (id === undefined) throw new Error(`No entry is of ${subject}`)
  return id
}

test('A log that nobody touched holds, sealed and unsealed', async () => {
  expect(await verify()).toEqual({ fault: null, sealed: 0, unsealed: 0, head: null })
  await note('a', 'b', 'c')
  expect(await verify()).toMatchObject({ fault: null, sealed: 0, unsealed: 3 })
  const head = await seal()
  await note('d')
  expect(await verify(head)).toEqual({ fault: null, sealed: 3, unsealed: 1, head })
  expect(await seal()).toMatchObject({ position: 4 })
  expect(await seal()).toBeNull()
})

test('An act that is rolled back leaves no entry', async () => {
  const { database } = opened()
  const failing = database.transaction().execute(async (transaction) => {
    await noteAct(transaction, keyring, act('a'))
    throw new Error('the act failed')
  })
  await expect(failing).rejects.toThrow('the act failed')
  expect(await listActs(database, { accountId: null, limit: 1 })).toEqual([])
})

test('An entry committed after later ones were sealed is sealed with the next', async () => {
  const { database } = opened()
  await database.transaction().execute(async (transaction) => {
    await noteAct(transaction, keyring, act('slow'))
    await note('fast')
    expect(await seal()).toMatchObject({ position: 1 })
  })
  expect(await seal()).toMatchObject({ position: 2 })
  expect(await verify()).toMatchObject({ fault: null, sealed: 2, unsealed: 0 })
})

test('Sealing at once by several processes gives one chain', async () => {
  await note('a', 'b', 'c')
  await Promise.all([seal(), seal(), seal()])
  expect(await verify()).toMatchObject({ fault: null, sealed: 3, unsealed: 0 })
})

test.each(['update', 'delete', 'truncate'])('The database itself refuses to %s', async (verb) => {
  await note('a')
  await seal()
  const { database } = opened()
  for (const table of ['audit_entries', 'audit_links', 'audit_seals']) {
    const statement = {
      update: `update ${table} set ${table === 'audit_entries' ? 'id' : 'position'} = default`,
      delete: `delete from ${table}`,
      truncate: `truncate ${table}`,
    }[verb]
    await expect(sql.raw(statement ?? '').execute(database)).rejects.toThrow(
      /only grows|GENERATED|null value/,
    )
  }
  expect(await verify()).toMatchObject({ fault: null, sealed: 1 })
})

test('A changed entry is named, sealed or not', async () => {
  await note('a', 'b', 'c')
  await seal()
  await note('d')
  const [b, d] = [await idOf('b'), await idOf('d')]
  await tamper(`update audit_entries set detail = 'x' where id = ${d}`)
  expect((await verify()).fault).toBe(`Entry ${d} is not as the service wrote it`)
  await tamper(`update audit_entries set account_id = 8 where id = ${b}`)
  expect((await verify()).fault).toBe(`Entry ${b} is not as the service wrote it`)
})

test('A deleted entry is named, with its link or without', async () => {
  await note('a', 'b', 'c')
  await seal()
  const b = await idOf('b')
  await tamper(`delete from audit_entries where id = ${b}`)
  expect((await verify()).fault).toBe(`Entry ${b} is missing`)
  await tamper(`delete from audit_links where entry = ${b}`)
  expect((await verify()).fault).toBe('Link 2 is missing')
})

test('A chain closed again over a deleted entry is named at the entry after it', async () => {
  await note('a', 'b', 'c')
  await seal()
  const [b, c] = [await idOf('b'), await idOf('c')]
  await tamper(
    `delete from audit_entries where id = ${b}`,
    `delete from audit_links where entry = ${b}`,
    `update audit_links set position = 2 where entry = ${c}`,
  )
  expect((await verify()).fault).toBe(`Entry ${c} does not follow what stands before it in the chain`)
})

test('An inserted entry is named: the service did not write it', async () => {
  await note('a', 'b')
  await seal()
  await tamper(
    `insert into audit_entries (at, actor, account_id, action, subject, nonce, proof)
       select at, actor, account_id, action, 'forged', 'another', proof from audit_entries limit 1`,
  )
  expect((await verify()).fault).toBe(`Entry ${await idOf('forged')} is not as the service wrote it`)
  await seal()
  expect((await verify()).fault).toBe(`Entry ${await idOf('forged')} is not as the service wrote it`)
})

test('Reordered entries are named', async () => {
  await note('a', 'b', 'c')
  await seal()
  const [a, b] = [await idOf('a'), await idOf('b')]
  await tamper(
    `update audit_links set position = position + 10 where entry in (${a}, ${b})`,
    `update audit_links set position = case entry when ${a} then 2 else 1 end where entry in (${a}, ${b})`,
  )
  expect((await verify()).fault).toBe(`Entry ${b} does not follow what stands before it in the chain`)
})

test('An end that was cut off is told by its seal, and by an end noted elsewhere', async () => {
  await note('a', 'b')
  await seal()
  await note('c', 'd')
  const head = await seal()
  const last = [await idOf('c'), await idOf('d')].join(', ')
  await tamper(
    `delete from audit_entries where id in (${last})`,
    `delete from audit_links where entry in (${last})`,
  )
  expect((await verify()).fault).toBe('Link 3 is missing: the chain was sealed up to 4')
  await tamper('delete from audit_seals where position > 2')
  expect(await verify()).toMatchObject({ fault: null, sealed: 2 })
  expect((await verify(head)).fault).toBe('Link 3 is missing: the chain was noted at position 4')
  await note('e', 'f')
  await seal()
  expect((await verify(head)).fault).toMatch(/^Entry \d+ is not the one that was noted at position 4$/)
})

test('A chain written anew by somebody without the master key has seals that are not of it', async () => {
  await note('a', 'b')
  await seal()
  await tamper('delete from audit_links', 'delete from audit_seals')
  await sealAudit(opened().database, { keyring: createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 4)), now: NOW })
  expect((await verify()).fault).toBe(`The seal after entry ${await idOf('b')} is not of this chain`)
})
