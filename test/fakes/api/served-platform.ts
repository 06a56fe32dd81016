import https from 'node:https'
import { join } from 'node:path'
import type { Account, Client } from '../../../domain/account.ts'
import type { Configuration } from '../../../domain/configuration.ts'
import { type ApiLimitSettings, createApiLimits } from '../../../server/http/api-limits.ts'
import type { JourneyContext } from '../../../server/journey/journey-context.ts'
import { openAuthority } from '../../../server/platform/keys/local-authority.ts'
import { openDocumentSigner } from '../../../server/platform/keys/local-document-signer.ts'
import { findFreePort } from '../../../server/platform/processes/find-free-port.ts'
import { verifyAssetUrl } from '../../../server/platform/storage/verify-asset-url.ts'
import { startApi } from '../../../server/roles/start-api.ts'
import { startWeb } from '../../../server/roles/start-web.ts'
import type { ClientBackend } from '../client-backend.ts'
import type { TestDatabase } from '../test-database.ts'
import { ASSET_SECRET, openTestPlatform, type TestPlatform } from './test-platform.ts'

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
  const [apiPort, webPort, mediaPort] = await Promise.all([findFreePort(), findFreePort(), findFreePort()])
  const apiUrl = `https://127.0.0.1:${apiPort}`
  const webUrl = `https://127.0.0.1:${webPort}`
  const clock = { now: () => new Date() }
  const platform = await openTestPlatform({ clock, queue: 'send', webUrl, localReceivers: 'allowed' })
  const { context, store, folder, tls, authorityCert } = platform
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
  return {
    store,
    context,
    apiUrl,
    webUrl,
    assetFolder: join(folder, 'assets'),
    authorityCert,
    addClient: (options) => addClient(platform, { apiUrl, webUrl }, options),
    download: (url, headers = {}) => download(url, { ca: authorityCert, headers }),
    close: async () => {
      await Promise.all([endApi(), endWeb()])
      await platform.close()
    },
  }
}

async function addClient(
  platform: TestPlatform,
  { apiUrl, webUrl }: { apiUrl: string; webUrl: string },
  options?: ClientOptions,
): Promise<ServedClient> {
  const customer = await platform.addCustomer(options)
  const { account, configuration } = customer
  if (!account) throw new Error('The customer has no account of its own')
  const test = await platform.openBackend(customer, 'test', apiUrl)
  return {
    client: { account, environment: 'test', configurationId: configuration.id },
    credentials: test.credentials,
    test: test.backend,
    live: (await platform.openBackend(customer, 'live', apiUrl)).backend,
    web: (await platform.openBackend(customer, 'test', webUrl)).backend,
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
