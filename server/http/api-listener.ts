import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { API_BODY_LIMIT_BYTES, type Api, addApi } from './add-api.ts'
import { createListener, type TlsIdentity } from './create-listener.ts'

/** Where the API stands: as the text writes it, and as older integrations call it. */
const PREFIXES = ['/', '/api/']

/** What the API's own listener is built from. */
export interface ApiListenerOptions extends Api {
  tls: TlsIdentity
  log: Logger
  /** Addresses of proxies whose forwarded headers are believed; none when left out. */
  trustedProxies?: string[]
}

/** The client API over HTTPS, where clients may show a certificate. Not listening yet. */
export function createApiListener(options: ApiListenerOptions): FastifyInstance {
  const app = createListener({
    log: options.log,
    tls: options.tls,
    clientCertificates: 'asked',
    bodyLimitBytes: API_BODY_LIMIT_BYTES,
    trustedProxies: options.trustedProxies,
  })
  addApi(app, options, PREFIXES)
  return app
}
