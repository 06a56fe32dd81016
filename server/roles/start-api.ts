import { createApiListener } from '../http/api-listener.ts'
import type { TlsIdentity } from '../http/create-listener.ts'
import type { JourneyContext } from '../journey/journey-context.ts'
import { type ApiSettings, buildApi } from './_build-api.ts'

/** Serves the client API over TLS; gives what ends it. */
export async function startApi(
  options: ApiSettings & {
    context: JourneyContext
    tls: TlsIdentity
    listen: { host: string; port: number }
  },
): Promise<() => Promise<void>> {
  const { context, tls, listen, trustedProxies } = options
  const app = createApiListener({ ...buildApi(context, options), tls, log: context.log, trustedProxies })
  await app.listen(listen)
  return () => app.close()
}
