import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Database } from './database.ts'
import { firstTables } from './migrations/2026-11-22-first.ts'
import { accountRecords } from './migrations/2026-11-25-account-records.ts'
import { apiVersions } from './migrations/2026-11-25-api-versions.ts'
import { audit } from './migrations/2026-11-25-audit.ts'
import { erasures } from './migrations/2026-11-25-erasures.ts'
import { idempotencyKeys } from './migrations/2026-11-25-idempotency-keys.ts'
import { listing } from './migrations/2026-11-25-listing.ts'
import { masterKeyCanary } from './migrations/2026-11-25-master-key.ts'
import { sealedRecords } from './migrations/2026-11-25-sealed-records.ts'
import { signingKeys } from './migrations/2026-11-25-signing-keys.ts'
import { simulation } from './migrations/2026-11-25-simulation.ts'
import { statusEvents } from './migrations/2026-11-25-status-events.ts'
import { webhooks } from './migrations/2026-11-25-webhooks.ts'
import { writtenForms } from './migrations/2026-11-25-written-forms.ts'
import { auditRequests } from './migrations/2026-11-26-audit-requests.ts'
import { streamSignals } from './migrations/2026-11-26-stream-signals.ts'
import { userIdSearch } from './migrations/2026-11-26-user-id-search.ts'
import { whyAnswers } from './migrations/2026-11-26-why-answers.ts'
import { writtenSignatures } from './migrations/2026-11-26-written-signatures.ts'
import { challengesDrawn } from './migrations/2026-11-27-challenges-drawn.ts'

/** Every migration by name; names sort in the order they run and never change. */
const MIGRATIONS: Record<string, Migration> = {
  '2026-11-22-first': firstTables,
  '2026-11-25-api-versions': apiVersions,
  '2026-11-25-audit': audit,
  '2026-11-25-listing': listing,
  '2026-11-25-idempotency-keys': idempotencyKeys,
  '2026-11-25-erasures': erasures,
  '2026-11-25-account-records': accountRecords,
  '2026-11-25-master-key': masterKeyCanary,
  '2026-11-25-sealed-records': sealedRecords,
  '2026-11-25-simulation': simulation,
  '2026-11-25-status-events': statusEvents,
  '2026-11-25-webhooks': webhooks,
  '2026-11-25-signing-keys': signingKeys,
  '2026-11-25-written-forms': writtenForms,
  '2026-11-26-audit-requests': auditRequests,
  '2026-11-26-stream-signals': streamSignals,
  '2026-11-26-user-id-search': userIdSearch,
  '2026-11-26-why-answers': whyAnswers,
  '2026-11-26-written-signatures': writtenSignatures,
  '2026-11-27-challenges-drawn': challengesDrawn,
}

/**
 * Brings the tables to the newest shape, all or nothing; processes that do it at once wait for each other.
 * Returns the names of the migrations that ran. Throws when one fails.
 */
export async function migrate(database: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => MIGRATIONS } })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return (results ?? []).map((result) => result.migrationName)
}
