import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pino from 'pino'
import type { Account } from '../../../domain/account.ts'
import type { Configuration } from '../../../domain/configuration.ts'
import type { Environment } from '../../../domain/environment.ts'
import { createAccount } from '../../../server/accounts/create-account.ts'
import { type Credentials, createCredentials } from '../../../server/accounts/create-credentials.ts'
import { ReadNotes } from '../../../server/audit/read-notes.ts'
import { createConfiguration } from '../../../server/configurations/create-configuration.ts'
import type { TlsIdentity } from '../../../server/http/create-listener.ts'
import type { JourneyContext } from '../../../server/journey/journey-context.ts'
import type { Clock } from '../../../server/platform/clock/clock.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../../../server/platform/keys/master-keyring.ts'
import { startQueue } from '../../../server/platform/queue/pg-boss.ts'
import { openDiskStorage } from '../../../server/platform/storage/disk.ts'
import { createAssetUrlSigner } from '../../../server/platform/storage/sign-asset-url.ts'
import { withStandardAssets } from '../../../server/platform/storage/with-standard-assets.ts'
import { createTestAuthority } from '../certificates.ts'
import { type ClientBackend, createClientBackend } from '../client-backend.ts'
import { openTestDatabase, type TestDatabase } from '../test-database.ts'

const STANDARD_ASSETS = resolve(import.meta.dirname, '../../../server/identifications/standard/assets')
const MINUTE_MS = 60_000

/** What asset addresses are signed with. */
export const ASSET_SECRET = 'secret of the asset addresses'

/** What is special about an account and its configuration; `accountId` names an account that there is. */
export type CustomerOptions = Partial<Omit<Configuration, 'id'>> & Partial<Pick<Account, 'certificatePolicy'>>

/** A client organisation with its configuration. */
export interface Customer {
  accountId: number
  account: Account | null
  configuration: Configuration
  webhookSecrets: Record<Environment, string>
}

/** Credentials of a customer, and its backend with them. */
export interface Opened {
  backend: ClientBackend
  credentials: Credentials
}

/** Database, queue, storage and certificates of an API that a test serves in its own process. */
export interface TestPlatform {
  /** A folder of its own, gone at the end. */
  folder: string
  store: TestDatabase
  context: JourneyContext
  tls: TlsIdentity
  /** Of the authority behind `tls`, PEM. */
  authorityCert: string
  addCustomer(options?: CustomerOptions): Promise<Customer>
  /** Opens a backend of a customer at an address. */
  openBackend(customer: Customer, environment: Environment, apiUrl: string): Promise<Opened>
  close(): Promise<void>
}

/** Opens all of it; jobs are worked where `queue` says so. */
export async function openTestPlatform(options: {
  clock: Clock
  queue: 'send' | 'work'
  webUrl: string
  localReceivers: JourneyContext['localReceivers']
}): Promise<TestPlatform> {
  const { clock, webUrl, localReceivers } = options
  const store = await openTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'test-platform-'))
  const log = pino({ level: 'silent' })
  const queue = await startQueue({ connection: store.connection, role: options.queue, log })
  const authority = await createTestAuthority('Service')
  const caFile = join(folder, 'ca.crt')
  writeFileSync(caFile, authority.cert)
  const keyring = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 7))
  const { database } = store
  const reads = new ReadNotes({ database, keyring, log })
  const context: JourneyContext = {
    database,
    queue,
    keyring,
    storage: withStandardAssets(openDiskStorage(join(folder, 'assets')), STANDARD_ASSETS),
    assetUrls: createAssetUrlSigner({ baseUrl: webUrl, secret: ASSET_SECRET, clock }),
    clock,
    log,
    linkMs: 15 * MINUTE_MS,
    unopenedLinkMs: 24 * 60 * MINUTE_MS,
    localReceivers,
    reads,
  }
  const backends: ClientBackend[] = []
  return {
    folder,
    store,
    context,
    tls: await authority.issue({ name: 'localhost', use: 'server' }),
    authorityCert: authority.cert,
    addCustomer: (wanted = {}) => addCustomer(context, wanted),
    openBackend: async ({ accountId, configuration }, environment, apiUrl) => {
      const owner = { accountId, configurationId: configuration.id }
      const credentials = await createCredentials(database, { ...owner, environment })
      const backend = createClientBackend({ apiUrl, caFile, ...credentials })
      backends.push(backend)
      return { backend, credentials }
    },
    close: async () => {
      for (const backend of backends) backend.close()
      await reads.flush()
      await queue.stop()
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Makes a configuration that wants nothing special, of a new account without mandatory certificates. */
async function addCustomer(
  { database, keyring }: JourneyContext,
  { certificatePolicy = 'optional', accountId, ...changes }: CustomerOptions,
): Promise<Customer> {
  const account =
    accountId === undefined ? await createAccount(database, { name: 'Acme', certificatePolicy }) : null
  const owner = account?.id ?? accountId ?? 0
  const { configuration, webhookSecrets } = await createConfiguration(
    database,
    {
      accountId: owner,
      name: 'MyConfig',
      webhook: null,
      redirectUrl: 'https://client.example/return',
      review: 'never',
      faceRequired: true,
      product: 'standard',
      ...changes,
    },
    keyring,
  )
  return { accountId: owner, account, configuration, webhookSecrets }
}
