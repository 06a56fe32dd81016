import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from './clock/clock.ts'
import type { Database } from './database/database.ts'
import type { Keyring } from './keys/keys.ts'
import type { Queue } from './queue/queue.ts'
import type { AssetUrlSigner, Storage } from './storage/storage.ts'

/** What the journey and the rooms rent; built once by main.ts. */
export interface Platform {
  database: Kysely<Database>
  queue: Queue
  keyring: Keyring
  storage: Storage
  assetUrls: AssetUrlSigner
  clock: Clock
  log: Logger
}
