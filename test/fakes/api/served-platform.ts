import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import https from 'node:https'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pino from 'pino'
import type { Account, Client } from '../../../domain/account.ts'
import type { Configuration } from '../../../domain/configuration.ts'
import type { Environment } from '../../../domain/environment.ts'
import { createAccount } from '../../../server/accounts/create-account.ts'
import { createCredentials } from '../../../server/accounts/create-credentials.ts'
import { ReadNotes } from '../../../server/audit/read-notes.ts'
import { createConfiguration } from '../../../server/configurations/create-configuration.ts'
import { type ApiLimitSettings, createApiLimits } from '../../../server/http/api-limits.ts'
import type { JourneyContext } from '../../../server/journey/journey-context.ts'
import { openAuthority } from '../../../server/platform/keys/local-authority.ts'
import { openDocumentSigner } from '../../../server/platform/keys/local-document-signer.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../../../server/platform/keys/master-keyring.ts'
import { findFreePort } from '../../../server/platform/processes/find-free-port.ts'
import { startQueue } from '../../../server/platform/queue/pg-boss.ts'
import { openDiskStorage } from '../../../server/platform/storage/disk.ts'
import { createAssetUrlSigner } from '../../../server/platform/storage/sign-asset-url.ts'
import { verifyAssetUrl } from '../../../server/platform/storage/verify-asset-url.ts'
import { withStandardAssets } from '../../../server/platform/storage/with-standard-assets.ts'
import { startApi } from '../../../server/roles/start-api.ts'
import { startWeb } from '../../../server/roles/start-web.ts'
import { createTestAuthority } from '../certificates.ts'
import { type ClientBackend, createClientBackend } from '../client-backend.ts'
import { openTestDatabase, type TestDatabase } from '../test-database.ts'

const STANDARD_ASSETS = resolve(import.meta.dirname, '../../../server/identifications/standard/assets')
const ASSET_SECRET = 'secret of the asset addresses'
const MINUTE_MS = 60_000

/** A client with its backends in both environments. */
export interface ServedClient {
  client: Client
  /** Of the test environment, for requests that a test writes byte by byte. */
  credentials: { clientId: string; clientSecret: string }
  test: ClientBackend
  live: ClientBackend
  /** The test environment through the pages' listener. */
  web: ClientBackend
}

/** What is special about an account and its configuration. */
export type ClientOptions = Partial<
  Pick<Account, 'certificatePolicy'> & Pick<Configuration, 'product' | 'webhook' | 'review' | 'faceRequired'>
>

/** The API and the pages over TLS in this process, on a database and a storage of their own. */
export interface ServedPlatform {
  store: TestDatabase
  context: JourneyContext
  apiUrl: string
  webUrl: string
  /** Where stored assets lie. */
  assetFolder: string
  /** Of the authority of both listeners, PEM. */
  authorityCert: string
  /** Makes an account; without mandatory certificates unless told otherwise. */
  addClient(options?: ClientOptions): Promise<ServedClient>
  /** Fetches an address as it is, without credentials. */
  download(
    url: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; contentType: string | undefined; bytes: Buffer }>
  close(): Promise<void>
}

/** How many requests are taken a minute, left out: any number; and which proxies are believed, left out: none. */
export interface ServedLimits extends ApiLimitSettings {
  captureRequestsPerMinute?: number
  trustedProxies?: string[]
}

/** Serves everything but video and jobs. */
export async function servePlatform(limits: ServedLimits = {}): Promise<ServedPlatform> {
  const store = await openTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'served-'))
  const log = pino({ level: 'silent' })
  const queue = await startQueue({ connection: store.connection, role: 'send', log })
  const authority = await createTestAuthority('Service')
  const caFile = join(folder, 'ca.crt')
  writeFileSync(caFile, authority.cert)
  const tls = await authority.issue({ name: 'localhost', use: 'server' })
  const [apiPort, webPort, mediaPort] = await Promise.all([findFreePort(), findFreePort(), findFreePort()])
  const apiUrl = `https://127.0.0.1:${apiPort}`
  const webUrl = `https://127.0.0.1:${webPort}`
  const clock = { now: () => new Date() }
  const keyring = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 7))
  const context: JourneyContext = {
    database: store.database,
    queue,
    keyring,
    storage: withStandardAssets(openDiskStorage(join(folder, 'assets')), STANDARD_ASSETS),
    assetUrls: createAssetUrlSigner({ baseUrl: webUrl, secret: ASSET_SECRET, clock }),
    clock,
    log,
    linkMs: 15 * MINUTE_MS,
    unopenedLinkMs: 24 * 60 * MINUTE_MS,
    localReceivers: 'allowed',
    reads: new ReadNotes({ database: store.database, keyring, log }),
  }
  const verify = (address: { path: string; query: string }) =>
    verifyAssetUrl(ASSET_SECRET, { ...address, host: `127.0.0.1:${webPort}`, now: clock.now() })
  const signing = await openAuthority(join(folder, 'keys'), { hostNames: ['localhost'], clock })
  const documentSigner = openDocumentSigner(join(folder, 'keys'), { authority: signing, clock })
  const { captureRequestsPerMinute, trustedProxies } = limits
  const urls = { apiUrl, webUrl, documentSigner, limits: createApiLimits(limits), trustedProxies }
  const listenAt = (port: number) => ({ host: '127.0.0.1', port })
  const endApi = await startApi({ context, tls, listen: listenAt(apiPort), ...urls })
  const web = { context, mediaPort, verifyAssetUrl: verify, ...urls, captureRequestsPerMinute }
  const endWeb = await startWeb({ ...web, tls, listen: listenAt(webPort) })
  const backends: ClientBackend[] = []
  return {
    store,
    context,
    apiUrl,
    webUrl,
    assetFolder: join(folder, 'assets'),
    authorityCert: authority.cert,
    addClient: async (options = {}) => {
      const added = await addClient({ context, caFile, apiUrl, webUrl }, options)
      backends.push(added.test, added.live, added.web)
      return added
    },
    download: (url, headers = {}) => download(url, { ca: authority.cert, headers }),
    close: async () => {
      for (const backend of backends) backend.close()
      await Promise.all([endApi(), endWeb()])
      await context.reads?.flush()
      await queue.stop()
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function addClient(
  served: { context: JourneyContext; caFile: string; apiUrl: string; webUrl: string },
  { certificatePolicy = 'optional', ...changes }: ClientOptions,
): Promise<ServedClient> {
  const { database, keyring } = served.context
  const account = await createAccount(database, { name: 'Acme', certificatePolicy })
  const { configuration } = await createConfiguration(
    database,
    {
      accountId: account.id,
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
  const owner = { accountId: account.id, configurationId: configuration.id }
  const open = async (environment: Environment, apiUrl: string) =>
    createClientBackend({
      ...(await createCredentials(database, { ...owner, environment })),
      caFile: served.caFile,
      apiUrl,
    })
  return {
    client: { account, environment: 'test', configurationId: configuration.id },
    credentials: await createCredentials(database, { ...owner, environment: 'test' }),
    test: await open('test', served.apiUrl),
    live: await open('live', served.apiUrl),
    web: await open('test', served.webUrl),
  }
}

function download(
  url: string,
  options: { ca: string; headers: Record<string, string> },
): Promise<{ status: number; contentType: string | undefined; bytes: Buffer }> {
  return new Promise((done, fail) => {
    https
      .get(url, options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'],
            bytes: Buffer.concat(chunks),
          }),
        )
      })
      .on('error', fail)
  })
}
