import type { Logger } from 'pino'
import { sealWebhookSecrets } from '../configurations/seal-webhook-secrets.ts'
import { type DataLock, lockData } from '../platform/database/data-lock.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/database/embedded-postgres.ts'
import { migrate } from '../platform/database/migrate.ts'
import { assertMasterKey } from '../platform/keys/assert-master-key.ts'
import type { Settings } from '../settings.ts'
import { type BuiltPlatform, buildPlatform } from './build-platform.ts'
import type { Ends } from './ends.ts'

/** Opens this machine's data for this process alone, brought up to date; what ends it is added to `ends`. */
export async function openData(options: {
  settings: Settings
  log: Logger
  ends: Ends
}): Promise<BuiltPlatform> {
  const { settings, log, ends } = options
  const holding = holdDatabase(settings.dataDirectory, log)
  // At once: an end that is asked for meanwhile waits until there is a server to stop.
  ends.add(async () => {
    const held = await holding.catch(() => null)
    await held?.postgres.stop()
    await held?.lock.release()
  })
  const { connection } = (await holding).postgres
  ends.ending.throwIfAborted()
  const platform = await buildPlatform({ settings, connection, part: 'serve' })
  ends.add(() => platform.close())
  await migrate(platform.database)
  await assertMasterKey(platform)
  await sealWebhookSecrets(platform)
  return platform
}

async function holdDatabase(
  dataDirectory: string,
  log: Logger,
): Promise<{ postgres: EmbeddedPostgres; lock: DataLock }> {
  const postgres = await startEmbeddedPostgres({ dataDirectory, log })
  const { connection } = postgres
  try {
    const lock = await lockData({ connection, dataDirectory, log, onLost: () => process.exit(1) })
    return { postgres, lock }
  } catch (error) {
    // The server belongs to the process that holds the lock.
    postgres.leave()
    throw error
  }
}
