import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../domain/problem.ts'
import { isEncodedText } from './_is-encoded-text.ts'

/**
 * Refuses addresses that are no text (broken escapes, bad UTF-8, NUL) and requests that do not say once for which
 * host they are (RFC 9112 §3.2), before anything is looked up.
 */
export function refuseStrangeAddresses(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (!isEncodedText(request.url)) throw new Problem('params_invalid', 'The address cannot be read')
    const hosts = countHosts(request)
    if (hosts > 1 || (hosts === 0 && request.raw.httpVersion === '1.1')) {
      throw new Problem('params_invalid', 'The request must have one Host header')
    }
  })
}

function countHosts({ raw: { rawHeaders } }: FastifyRequest): number {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length
}
