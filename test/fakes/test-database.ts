import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import pino from 'pino'
import { createAccount } from '../../server/accounts/create-account.ts'
import { startAttempt } from '../../server/capture/start-attempt.ts'
import { createConfiguration } from '../../server/configurations/create-configuration.ts'
import { createIdentification } from '../../server/identifications/create-identification.ts'
import { connectDatabase } from '../../server/platform/database/connect-database.ts'
import type { Database, DatabaseConnection } from '../../server/platform/database/database.ts'
import { startEmbeddedPostgres } from '../../server/platform/database/embedded-postgres.ts'
import { migrate } from '../../server/platform/database/migrate.ts'
import type { Keyring } from '../../server/platform/keys/keys.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../../server/platform/keys/master-keyring.ts'

/** The keyring of tests; its master key is known to everybody. */
export const TEST_KEYRING: Keyring = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 7))
const DAY_MS = 24 * 60 * 60 * 1_000

/** An identification with what it belongs to. */
export interface AddedIdentification {
  /** Resource number. */
  id: number
  identificationId: string
  accountId: number
  configuration: { id: number; name: string }
  webhookSecret: string
}

/** A PostgreSQL of its own, with every table. */
export interface TestDatabase {
  database: Kysely<Database>
  connection: DatabaseConnection
  /** Writes a test identification of a new account and configuration. */
  addIdentification(options: { now: Date }): Promise<AddedIdentification>
  /** Starts an attempt with a passport and a face; gives the numbers of its scenes, in order. */
  addScenes(identification: number, now: Date): Promise<number[]>
  /** Stops the server, as an operator may. */
  stopServer(): Promise<void>
  /** Starts it again. */
  startServer(): Promise<void>
  close(): Promise<void>
}

/** Starts an embedded PostgreSQL in a folder of its own; takes about a second. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'vidimus-database-'))
  const log = pino({ level: 'silent' })
  let postgres = await startEmbeddedPostgres({ dataDirectory, log })
  const database = connectDatabase(postgres.connection, log)
  await migrate(database)
  return {
    database,
    connection: postgres.connection,
    addIdentification: ({ now }) => addIdentification(database, now),
    addScenes: (identification, now) => addScenes(database, identification, now),
    stopServer: () => postgres.stop(),
    startServer: async () => {
      postgres = await startEmbeddedPostgres({ dataDirectory, log })
    },
    close: async () => {
      await database.destroy()
      await postgres.stop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

function addIdentification(database: Kysely<Database>, now: Date): Promise<AddedIdentification> {
  return database.transaction().execute(async (transaction) => {
    const account = await createAccount(transaction, {
      name: `Account ${randomUUID()}`,
      certificatePolicy: 'optional',
    })
    const { configuration, webhookSecrets } = await createConfiguration(
      transaction,
      {
        accountId: account.id,
        name: 'MyConfig',
        webhook: null,
        redirectUrl: 'https://client.example/return',
        review: 'never',
        faceRequired: true,
        product: 'standard',
      },
      TEST_KEYRING,
    )
    const identificationId = await createIdentification(transaction, {
      client: { account, environment: 'test', configurationId: configuration.id },
      configuration,
      keyring: TEST_KEYRING,
      form: {
        redirectUrl: null,
        webhook: null,
        faceRequired: null,
        placeOfResidence: null,
        referenceData: null,
        externalIdentity: null,
      },
      now,
      expiresAt: new Date(now.getTime() + DAY_MS),
    })
    const { id } = await transaction
      .selectFrom('identifications')
      .select('id')
      .where('identification_id', '=', identificationId)
      .executeTakeFirstOrThrow()
    return {
      id,
      identificationId,
      accountId: account.id,
      configuration: { id: configuration.id, name: configuration.name },
      webhookSecret: webhookSecrets.test,
    }
  })
}

async function addScenes(database: Kysely<Database>, identification: number, now: Date): Promise<number[]> {
  await database.transaction().execute((transaction) =>
    startAttempt(transaction, {
      identification,
      document: 'passport',
      faceRequired: true,
      faceLight: 'asked',
      now,
    }),
  )
  const scenes = await database
    .selectFrom('scenes')
    .innerJoin('attempts', 'attempts.id', 'scenes.attempt')
    .select('scenes.id')
    .where('attempts.identification', '=', identification)
    .orderBy('scenes.id')
    .execute()
  return scenes.map(({ id }) => id)
}
