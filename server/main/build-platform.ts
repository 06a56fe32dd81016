import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ReadNotes } from '../audit/read-notes.ts'
import type { JourneyContext } from '../journey/journey-context.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { connectDatabase } from '../platform/database/connect-database.ts'
import type { DatabaseConnection } from '../platform/database/database.ts'
import { openMasterKey } from '../platform/keys/master-key.ts'
import { createKeyring } from '../platform/keys/master-keyring.ts'
import { createLog } from '../platform/log/log.ts'
import { startQueue } from '../platform/queue/pg-boss.ts'
import { openDiskStorage } from '../platform/storage/disk.ts'
import { createAssetUrlSigner } from '../platform/storage/sign-asset-url.ts'
import { withStandardAssets } from '../platform/storage/with-standard-assets.ts'
import type { Settings } from '../settings.ts'
import { keysDirectory } from './open-keys.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Pictures and recordings of the standard answers. */
const STANDARD_ASSETS = fileURLToPath(new URL('../identifications/standard/assets/', import.meta.url))

/** The platform of one process, with what it takes to end it. */
export interface BuiltPlatform extends JourneyContext {
  connection: DatabaseConnection
  /** Signs and verifies asset URLs. */
  assetSecret: string
  close(): Promise<void>
}

/** Picks every adapter for a process; `part` names the process in the log, and only a worker works jobs. */
export async function buildPlatform(options: {
  settings: Settings
  connection: DatabaseConnection
  part: 'serve' | 'media' | 'worker' | 'command'
}): Promise<BuiltPlatform> {
  const { settings, connection, part } = options
  const log = createLog(settings.logLevel, part)
  const database = connectDatabase(connection, log)
  const work =
    part === 'worker' ? { role: 'work' as const, abandonedJobs: 'retry' as const } : { role: 'send' as const }
  const queue = await startQueue({ connection, log, ...work })
  const masterKey = await openMasterKey(settings.masterKey, join(keysDirectory(settings), 'master.key'))
  const keyring = createKeyring(masterKey)
  const assetSecret = keyring.derive('asset urls').toString('base64url')
  const clock = systemClock
  const reads = new ReadNotes({ database, keyring, log })
  return {
    database,
    queue,
    keyring,
    storage: withStandardAssets(openDiskStorage(join(settings.dataDirectory, 'assets')), STANDARD_ASSETS),
    assetUrls: createAssetUrlSigner({ baseUrl: settings.webUrl, secret: assetSecret, clock }),
    assetSecret,
    clock,
    log,
    connection,
    linkMs: settings.linkMinutes * MINUTE_MS,
    unopenedLinkMs: settings.unopenedHours * HOUR_MS,
    localReceivers: settings.localReceivers,
    faceLight: settings.faceLight,
    webhookRoute: settings.webhookRoute,
    reads,
    close: async () => {
      await reads.flush()
      await queue.stop()
      await database.destroy()
    },
  }
}
