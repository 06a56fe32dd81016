import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectDatabase } from './connect-database.ts'
import type { Database } from './database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { migrate } from './migrate.ts'

const log = pino({ level: 'silent' })
/** What databases in use have run, in the order of their names: nothing may come in between. */
const RELEASED = [
  '2026-11-22-first',
  '2026-11-25-account-records',
  '2026-11-25-api-versions',
  '2026-11-25-audit',
  '2026-11-25-erasures',
  '2026-11-25-idempotency-keys',
  '2026-11-25-listing',
  '2026-11-25-master-key',
  '2026-11-25-sealed-records',
  '2026-11-25-signing-keys',
  '2026-11-25-simulation',
  '2026-11-25-status-events',
  '2026-11-25-webhooks',
  '2026-11-25-written-forms',
  '2026-11-26-audit-requests',
  '2026-11-26-stream-signals',
  '2026-11-26-user-id-search',
]
const NOW = new Date('2026-11-22T10:20:30.456Z')
let dataDirectory: string
let postgres: EmbeddedPostgres
let database: Kysely<Database>
let ran: string[][]

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'vidimus-migrate-'))
  postgres = await startEmbeddedPostgres({ dataDirectory, log })
  database = connectDatabase(postgres.connection, log)
  ran = await Promise.all([migrate(database), migrate(database)])
}, 60_000)

afterAll(async () => {
  await database?.destroy()
  await postgres?.stop()
  await rm(dataDirectory, { recursive: true, force: true })
}, 60_000)

async function insertAccount(name: string): Promise<{ accountId: number; configurationId: number }> {
  const account = await database
    .insertInto('accounts')
    .values({ name, certificate_required: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  const configuration = await database
    .insertInto('configurations')
    .values({
      account_id: account.id,
      name: 'First',
      redirect_url: 'https://example.org/done',
      review: 'never',
      face_required: true,
      product: 'standard',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { accountId: account.id, configurationId: configuration.id }
}

async function insertIdentification(owner: { accountId: number; configurationId: number }): Promise<number> {
  const { id } = await database
    .insertInto('identifications')
    .values({
      identification_id: crypto.randomUUID(),
      account_id: owner.accountId,
      configuration_id: owner.configurationId,
      environment: 'test',
      status: 'uninitiated',
      created_at: NOW,
      updated_at: NOW,
      status_updated_at: NOW,
      expires_at: NOW,
      redirect_url: 'https://example.org/done',
      face_required: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

describe('migrate', { timeout: 30_000 }, () => {
  test('two processes that migrate at once run each migration once', () => {
    expect(ran.map((names) => names.length).toSorted()).toEqual([0, new Set(ran.flat()).size])
    expect(ran.flat()).toContain('2026-11-22-first')
  })

  test('comes after what any database that is in use has seen, so that it still starts', () => {
    const newest = ran.flat().slice(RELEASED.length)
    expect(ran.flat().slice(0, RELEASED.length)).toEqual(RELEASED)
    expect(newest.every((name) => name > RELEASED[RELEASED.length - 1])).toBe(true)
  })

  test('an identification comes back as it was written: numbers, times, lists and bytes', async () => {
    const id = await insertIdentification(await insertAccount('Acme'))
    expect(id).toBeGreaterThan(10_000)
    const row = await database
      .updateTable('identifications')
      .set({ reason_codes: [1301, 2101], score: -1 })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ id, created_at: NOW, reason_codes: [1301, 2101], score: -1, ended_at: null })
    await database
      .insertInto('identities')
      .values({ identification: id, sealed: Buffer.from([0, 255, 7]) })
      .execute()
    const identity = await database.selectFrom('identities').selectAll().executeTakeFirstOrThrow()
    expect(identity.sealed).toEqual(Buffer.from([0, 255, 7]))
  })

  test('an answer gets a resource number for each of its parts', async () => {
    const identification = await insertIdentification(await insertAccount('Answered'))
    const row = await database
      .insertInto('answers')
      .values({
        identification,
        score: 1,
        document_checks: JSON.stringify({ score: 1 }),
        reason_codes: [],
        comments: ['Face is not presented'],
        not_checked: ['ove'],
        answered_at: NOW,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const ids = [row.document_id, row.face_id, row.document_checks_id, row.face_checks_id]
    ids.push(row.doc_face_match_id, row.reference_data_check_id)
    expect(new Set(ids).size).toBe(6)
    expect(ids.every(Number.isSafeInteger)).toBe(true)
    expect(row).toMatchObject({ document_checks: { score: 1 }, comments: ['Face is not presented'] })
  })

  test.each([
    ['an unknown status', { status: 'done' }],
    ['an unknown environment', { environment: 'staging' }],
    ['a score between the scores', { score: 2 }],
    ['an unknown return reason', { return_reason: 'bored' }],
  ])('%s is refused', async (_name, values) => {
    const id = await insertIdentification(await insertAccount(crypto.randomUUID()))
    const change = database
      .updateTable('identifications')
      .set(values as never)
      .where('id', '=', id)
      .execute()
    await expect(change).rejects.toMatchObject({ code: '23514' })
  })

  test('an identification cannot belong to another account than its configuration', async () => {
    const mine = await insertAccount('Mine')
    const theirs = await insertAccount('Theirs')
    const mixed = { accountId: mine.accountId, configurationId: theirs.configurationId }
    await expect(insertIdentification(mixed)).rejects.toMatchObject({ code: '23503' })
  })

  test('a number beyond what is exact is an error, never a wrong number', async () => {
    const read = sql`select 9007199254740993::bigint as large`.execute(database)
    await expect(read).rejects.toThrow('9007199254740993')
  })

  test('every foreign key has an index that finds its rows', async () => {
    const { rows } = await sql<{ name: string }>`
      select conrelid::regclass || '.' || attname as name
      from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and connamespace = 'public'::regnamespace
        and not exists (select from pg_index where indrelid = conrelid and indkey[0] = conkey[1])
      order by 1`.execute(database)
    // The owners never go: accounts and configurations are kept as long as anything of theirs.
    expect(rows.map((row) => row.name)).toEqual([
      'announcements.configuration_id',
      'credentials.configuration_id',
    ])
  })
})
