import { sql } from 'kysely'
import pino from 'pino'
import { connectDatabase } from './connect-database.ts'
import { lockData } from './data-lock.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'

/**
 * A process for the tests of killed and competing services: opens a data directory, then commits numbers one
 * by one and tells each after its commit, until it is killed.
 */
const [dataDirectory] = process.argv.slice(2)
const log = pino({ level: 'silent' })
const postgres = await startEmbeddedPostgres({ dataDirectory, log })
try {
  await lockData({ connection: postgres.connection, dataDirectory, log, onLost: () => process.exit(2) })
} catch (error) {
  postgres.leave()
  process.send?.({ refusal: String(error) })
  process.disconnect()
}
if (process.connected) {
  process.send?.({ connection: postgres.connection })
  process.once('message', () => void commitNumbers())
}

async function commitNumbers(): Promise<void> {
  const database = connectDatabase(postgres.connection, log)
  await sql`drop table if exists numbers`.execute(database)
  await sql`create table numbers (number integer primary key)`.execute(database)
  for (let number = 1; ; number += 1) {
    await sql`insert into numbers values (${number})`.execute(database)
    process.send?.({ number })
  }
}
