import type { Logger } from 'pino'
import { sealWebhookSecrets } from '../configurations/seal-webhook-secrets.ts'
import { lockData } from '../platform/database/data-lock.ts'
import { startEmbeddedPostgres } from '../platform/database/embedded-postgres.ts'
import { migrate } from '../platform/database/migrate.ts'
import { assertMasterKey } from '../platform/keys/assert-master-key.ts'
import type { Settings } from '../settings.ts'
import { type BuiltPlatform, buildPlatform } from './build-platform.ts'
import type { End } from './end-all.ts'

/** Opens this machine's data for this process alone, brought up to date; what ends it is added to `ends`. */
export async function openData(options: {
  settings: Settings
  log: Logger
  ends: End[]
}): Promise<BuiltPlatform> {
  const { settings, log, ends } = options
  const { dataDirectory } = settings
  const postgres = await startEmbeddedPostgres({ dataDirectory, log })
  const { connection } = postgres
  try {
    const lock = await lockData({ connection, dataDirectory, log, onLost: () => process.exit(1) })
    ends.push(() => lock.release())
  } catch (error) {
    // The server belongs to the process that holds the lock.
    postgres.leave()
    throw error
  }
  ends.push(() => postgres.stop())
  const platform = await buildPlatform({ settings, connection, part: 'serve' })
  ends.push(() => platform.close())
  await migrate(platform.database)
  await assertMasterKey(platform)
  await sealWebhookSecrets(platform)
  return platform
}
