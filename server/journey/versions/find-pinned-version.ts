import type { Kysely } from 'kysely'
import { type ApiVersion, NEWEST_API_VERSION } from '../../../domain/api-version.ts'
import { findApiVersion } from '../../accounts/find-api-version.ts'
import { findConfiguration } from '../../configurations/find-configuration.ts'
import type { Clock } from '../../platform/clock/clock.ts'
import type { Database } from '../../platform/database/database.ts'

/** How long a version is believed: a pin reaches webhooks within it, and a delivery costs no query of its own. */
const BELIEVED_MS = 1_000
/** Configurations whose version is kept in memory, beyond any that send within the same second. */
const MAX_KNOWN = 10_000

interface KnownVersion {
  version: ApiVersion
  askedAtMs: number
}

const KNOWN = new WeakMap<Kysely<Database>, Map<number, KnownVersion>>()

/** The version of the API that the account of a configuration is pinned to; the newest where it is gone. */
export async function findPinnedVersion(
  { database, clock }: { database: Kysely<Database>; clock: Clock },
  configurationId: number,
): Promise<ApiVersion> {
  const known = KNOWN.get(database) ?? new Map<number, KnownVersion>()
  KNOWN.set(database, known)
  const nowMs = clock.now().getTime()
  const believed = known.get(configurationId)
  if (believed && Math.abs(nowMs - believed.askedAtMs) < BELIEVED_MS) return believed.version
  const { accountId } = await findConfiguration(database, configurationId)
  const version = (await findApiVersion(database, accountId)) ?? NEWEST_API_VERSION
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(configurationId, { version, askedAtMs: nowMs })
  return version
}
