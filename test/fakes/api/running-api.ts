import type { Configuration } from '../../../domain/configuration.ts'
import type { JourneyContext } from '../../../server/journey/journey-context.ts'
import { findFreePort } from '../../../server/platform/processes/find-free-port.ts'
import { startApi } from '../../../server/roles/start-api.ts'
import type { ClientBackend } from '../client-backend.ts'
import { REFUSING_SIGNER } from '../reports/refusing-signer.ts'
import type { TestDatabase } from '../test-database.ts'
import { openTestPlatform } from './test-platform.ts'

const WEB_URL = 'https://id.example'

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
  let now = startedAt
  const platform = await openTestPlatform({
    clock: { now: () => now },
    queue: 'send',
    webUrl: WEB_URL,
    localReceivers: 'refused',
  })
  const { context, store, tls } = platform
  const port = await findFreePort()
  const apiUrl = `https://127.0.0.1:${port}`
  const listen = { host: '127.0.0.1', port }
  const urls = { apiUrl, webUrl: WEB_URL }
  const endApi = await startApi({ context, tls, listen, ...urls, documentSigner: REFUSING_SIGNER })
  return {
    apiUrl,
    store,
    context,
    setTime: (time) => {
      now = time
    },
    addClient: async (configuration = {}) => {
      const customer = await platform.addCustomer(configuration)
      const { backend: test } = await platform.openBackend(customer, 'test', apiUrl)
      const { backend: live } = await platform.openBackend(customer, 'live', apiUrl)
      return { accountId: customer.accountId, configurationId: customer.configuration.id, test, live }
    },
    close: async () => {
      await endApi()
      await platform.close()
    },
  }
}
