import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import type { Configuration } from '../../../domain/configuration.ts'
import type { Environment } from '../../../domain/environment.ts'
import { createAccount } from '../../../server/accounts/create-account.ts'
import { createCredentials } from '../../../server/accounts/create-credentials.ts'
import { createConfiguration } from '../../../server/configurations/create-configuration.ts'
import type { JourneyContext } from '../../../server/journey/journey-context.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../../../server/platform/keys/master-keyring.ts'
import { findFreePort } from '../../../server/platform/processes/find-free-port.ts'
import { startQueue } from '../../../server/platform/queue/pg-boss.ts'
import { openDiskStorage } from '../../../server/platform/storage/disk.ts'
import { createAssetUrlSigner } from '../../../server/platform/storage/sign-asset-url.ts'
import { startApi } from '../../../server/roles/start-api.ts'
import { createTestAuthority } from '../certificates.ts'
import { type ClientBackend, createClientBackend } from '../client-backend.ts'
import { REFUSING_SIGNER } from '../reports/refusing-signer.ts'
import { openTestDatabase, type TestDatabase } from '../test-database.ts'

const keyring = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 1))

const MINUTE_MS = 60_000

/** A client of the running API in both environments of one account. */
export interface TestClient {
  accountId: number
  configurationId: number
  test: ClientBackend
  live: ClientBackend
}

/** The API as it runs, over TLS on a PostgreSQL of its own, with a clock that the test sets. */
export interface RunningApi {
  apiUrl: string
  store: TestDatabase
  context: JourneyContext
  setTime(now: Date): void
  /** A new account, unless one is named, with a configuration and credentials of both environments. */
  addClient(configuration?: Partial<Configuration>): Promise<TestClient>
  close(): Promise<void>
}

/** Starts it; takes about two seconds. */
export async function runApi(startedAt: Date): Promise<RunningApi> {
  const folder = mkdtempSync(join(tmpdir(), 'running-api-'))
  const store = await openTestDatabase()
  const log = pino({ level: 'silent' })
  const queue = await startQueue({ connection: store.connection, role: 'send', log })
  const authority = await createTestAuthority('Service')
  writeFileSync(join(folder, 'ca.crt'), authority.cert)
  let now = startedAt
  const clock = { now: () => now }
  const context: JourneyContext = {
    database: store.database,
    queue,
    storage: openDiskStorage(join(folder, 'assets')),
    keyring,
    assetUrls: createAssetUrlSigner({ baseUrl: 'https://id.example', secret: 'secret', clock }),
    clock,
    log,
    linkMs: 15 * MINUTE_MS,
    unopenedLinkMs: 24 * 60 * MINUTE_MS,
    localReceivers: 'refused',
  }
  const port = await findFreePort()
  const apiUrl = `https://127.0.0.1:${port}`
  const endApi = await startApi({
    context,
    tls: await authority.issue({ name: 'localhost', use: 'server' }),
    listen: { host: '127.0.0.1', port },
    apiUrl,
    webUrl: 'https://id.example',
    documentSigner: REFUSING_SIGNER,
  })
  const backends: ClientBackend[] = []
  const openBackend = async (owner: Owner, environment: Environment) => {
    const credentials = await createCredentials(store.database, { ...owner, environment })
    const backend = createClientBackend({ apiUrl, caFile: join(folder, 'ca.crt'), ...credentials })
    backends.push(backend)
    return backend
  }
  return {
    apiUrl,
    store,
    context,
    setTime: (time) => {
      now = time
    },
    addClient: async (configuration = {}) => {
      const owner = await addOwner(store, configuration)
      return { ...owner, test: await openBackend(owner, 'test'), live: await openBackend(owner, 'live') }
    },
    close: async () => {
      for (const backend of backends) backend.close()
      await endApi()
      await queue.stop()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Owner = Pick<TestClient, 'accountId' | 'configurationId'>

async function addOwner({ database }: TestDatabase, changes: Partial<Configuration>): Promise<Owner> {
  const accountId =
    changes.accountId ?? (await createAccount(database, { name: 'Acme', certificatePolicy: 'optional' })).id
  const { configuration } = await createConfiguration(
    database,
    {
      accountId,
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
  return { accountId, configurationId: configuration.id }
}
