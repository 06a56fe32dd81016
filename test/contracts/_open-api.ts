import type { Client } from '../../domain/account.ts'
import { deliver } from '../../server/journey/deliver.ts'
import type { JourneyContext } from '../../server/journey/journey-context.ts'
import { startApi } from '../../server/roles/start-api.ts'
import { openTestPlatform } from '../fakes/api/test-platform.ts'
import type { ClientBackend } from '../fakes/client-backend.ts'
import { REFUSING_SIGNER } from '../fakes/reports/refusing-signer.ts'
import { findFreePort } from '../fakes/service.ts'

const WEB_URL = 'http://127.0.0.1'

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
  const platform = await openTestPlatform({
    clock: { now: () => new Date() },
    queue: 'work',
    webUrl: WEB_URL,
    localReceivers: 'allowed',
  })
  const { context, tls } = platform
  await context.queue.work('deliver-webhook', ({ announcementId }) => deliver(context, announcementId))
  const listen = { host: '127.0.0.1', port: await findFreePort() }
  const apiUrl = `https://127.0.0.1:${listen.port}`
  const urls = { apiUrl, webUrl: WEB_URL }
  const endApi = await startApi({ context, tls, listen, ...urls, documentSigner: REFUSING_SIGNER })
  return {
    context,
    addCustomer: async (options) => {
      const customer = await platform.addCustomer(options)
      const { account, configuration, webhookSecrets } = customer
      if (!account) throw new Error('The customer has no account of its own')
      const environment = 'test' as const
      const { backend } = await platform.openBackend(customer, environment, apiUrl)
      return {
        backend,
        client: { account, environment, configurationId: configuration.id },
        configuration: { id: configuration.id, name: configuration.name },
        webhookSecret: webhookSecrets[environment],
      }
    },
    close: async () => {
      await endApi()
      await platform.close()
    },
  }
}
