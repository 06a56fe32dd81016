import { lockData } from '../../platform/database/data-lock.ts'
import { startEmbeddedPostgres } from '../../platform/database/embedded-postgres.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { assertMasterKey } from '../../platform/keys/assert-master-key.ts'
import { createLog } from '../../platform/log/log.ts'
import { readSettings } from '../../settings.ts'
import { type BuiltPlatform, buildPlatform } from '../build-platform.ts'

/** A command tells its own outcome; of the rest it says what went wrong. */
const LOG_LEVEL = 'error'

/**
 * Does something with this machine's data, beside a service that runs or alone; gives what it gave. Alone, it
 * holds the data and brings the tables up to date, as a start does, and stops the database at the end.
 */
export async function withPlatform<T>(act: (platform: BuiltPlatform) => Promise<T>): Promise<T> {
  const settings = { ...readSettings(), logLevel: LOG_LEVEL } as const
  const { dataDirectory } = settings
  const log = createLog(LOG_LEVEL, 'command')
  const postgres = await startEmbeddedPostgres({ dataDirectory, log })
  const { connection } = postgres
  const lock = await lockData({ connection, dataDirectory, log, onLost: () => process.exit(1) }).catch(
    () => null,
  )
  // Another process's server is not ours to look after: it may be about to end.
  if (!lock) postgres.leave()
  try {
    const platform = await buildPlatform({ settings, connection, part: 'command' })
    try {
      if (lock) await migrate(platform.database)
      await assertMasterKey(platform)
      return await act(platform)
    } finally {
      await platform.close()
    }
  } finally {
    if (lock) await postgres.stop()
    await lock?.release()
  }
}
