import { authenticateClient } from '../accounts/authenticate-client.ts'
import { findConfiguration } from '../configurations/find-configuration.ts'
import { createApiListener } from '../http/api-listener.ts'
import type { TlsIdentity } from '../http/create-listener.ts'
import { create } from '../journey/create.ts'
import { fetchIdentification } from '../journey/fetch.ts'
import type { JourneyContext } from '../journey/journey-context.ts'
import { notify } from '../journey/notify.ts'
import { simulate } from '../journey/simulate.ts'

/** Serves the client API over TLS; gives what ends it. */
export async function startApi(options: {
  context: JourneyContext
  tls: TlsIdentity
  listen: { host: string; port: number }
  apiUrl: string
  webUrl: string
  /** Left out: any number. */
  accountRequestsPerMinute?: number
  addressRequestsPerMinute?: number
}): Promise<() => Promise<void>> {
  const { context, tls, listen, apiUrl, webUrl } = options
  const app = createApiListener({
    tls,
    log: context.log,
    now: () => context.clock.now(),
    authenticate: (claim) => authenticateClient(context.database, claim),
    identifications: {
      findProduct: async (client) =>
        (await findConfiguration(context.database, client.configurationId)).product,
      createIdentification: (client, form) => create(context, client, form),
      findIdentification: (client, id) => fetchIdentification(context, client, id),
    },
    notifications: {
      notify: (client, identificationId, webhook) => notify(context, { client, identificationId, webhook }),
    },
    simulations: { simulate: (client, id, simulation) => simulate(context, client, { id, simulation }) },
    urls: {
      webBaseUrl: webUrl,
      apiBaseUrl: apiUrl,
      signAssetUrl: (asset) => context.assetUrls.sign(asset),
    },
    requestsPerMinute: {
      account: options.accountRequestsPerMinute,
      address: options.addressRequestsPerMinute,
    },
  })
  await app.listen(listen)
  return () => app.close()
}
