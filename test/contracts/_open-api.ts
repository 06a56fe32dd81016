import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import type { Client } from '../../domain/account.ts'
import { createAccount } from '../../server/accounts/create-account.ts'
import { createCredentials } from '../../server/accounts/create-credentials.ts'
import { createConfiguration } from '../../server/configurations/create-configuration.ts'
import { deliver } from '../../server/journey/deliver.ts'
import type { JourneyContext } from '../../server/journey/journey-context.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../../server/platform/keys/master-keyring.ts'
import { startQueue } from '../../server/platform/queue/pg-boss.ts'
import { openDiskStorage } from '../../server/platform/storage/disk.ts'
import { createAssetUrlSigner } from '../../server/platform/storage/sign-asset-url.ts'
import { startApi } from '../../server/roles/start-api.ts'
import { createTestAuthority } from '../fakes/certificates.ts'
import { type ClientBackend, createClientBackend } from '../fakes/client-backend.ts'
import { REFUSING_SIGNER } from '../fakes/reports/refusing-signer.ts'
import { findFreePort } from '../fakes/service.ts'
import { openTestDatabase } from '../fakes/test-database.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

/** A client of the API, with what its webhooks are signed with. */
export interface ApiCustomer {
  backend: ClientBackend
  client: Client
  configuration: { id: number; name: string }
  webhookSecret: string
}

/** The API over TLS and the worker of its webhooks, in this process, on a PostgreSQL of their own. */
export interface OpenApi {
  context: JourneyContext
  addCustomer(options?: { webhook?: string | null; name?: string }): Promise<ApiCustomer>
  close(): Promise<void>
}

/** Opens the API with everything real but the cameras. */
export async function openApi(): Promise<OpenApi> {
  const folder = await mkdtemp(join(tmpdir(), 'vidimus-api-'))
  const store = await openTestDatabase()
  const queue = await startQueue({
    connection: store.connection,
    role: 'work',
    log: pino({ level: 'silent' }),
  })
  const clock = { now: () => new Date() }
  const context: JourneyContext = {
    database: store.database,
    queue,
    keyring: createKeyring(randomBytes(MASTER_KEY_BYTES)),
    storage: openDiskStorage(join(folder, 'assets')),
    assetUrls: createAssetUrlSigner({ baseUrl: 'http://127.0.0.1', secret: 'secret of the test', clock }),
    clock,
    log: pino({ level: 'silent' }),
    linkMs: DAY_MS,
    unopenedLinkMs: DAY_MS,
    localReceivers: 'allowed',
  }
  await queue.work('deliver-webhook', ({ announcementId }) => deliver(context, announcementId))
  const authority = await createTestAuthority('Service')
  const caFile = join(folder, 'ca.crt')
  await writeFile(caFile, authority.cert)
  const listen = { host: '127.0.0.1', port: await findFreePort() }
  const apiUrl = `https://127.0.0.1:${listen.port}`
  const tls = await authority.issue({ name: 'localhost', use: 'server' })
  const endApi = await startApi({
    context,
    tls,
    listen,
    apiUrl,
    webUrl: 'http://127.0.0.1',
    documentSigner: REFUSING_SIGNER,
  })
  const backends: ClientBackend[] = []
  return {
    context,
    async addCustomer({ webhook = null, name = 'MyConfig' } = {}) {
      const { credentials, ...customer } = await createCustomer(context, { webhook, name })
      const backend = createClientBackend({ apiUrl, caFile, ...credentials })
      backends.push(backend)
      return { ...customer, backend }
    },
    async close() {
      for (const backend of backends) backend.close()
      await endApi()
      await queue.stop()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function createCustomer(
  { database, keyring }: JourneyContext,
  wanted: { webhook: string | null; name: string },
) {
  const account = await createAccount(database, { name: 'Acme', certificatePolicy: 'optional' })
  const { configuration, webhookSecrets } = await createConfiguration(
    database,
    {
      accountId: account.id,
      ...wanted,
      redirectUrl: 'https://client.example/return',
      review: 'never',
      faceRequired: true,
      product: 'standard',
    },
    keyring,
  )
  const environment = 'test' as const
  const owner = { accountId: account.id, configurationId: configuration.id }
  const credentials = await createCredentials(database, { ...owner, environment })
  const client: Client = { account, environment, configurationId: configuration.id }
  return {
    credentials,
    client,
    configuration: { id: configuration.id, name: configuration.name },
    webhookSecret: webhookSecrets[environment],
  }
}
