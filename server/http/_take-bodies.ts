import type { FastifyInstance, FastifyRequest } from 'fastify'
import { decodeBody } from './_decode-body.ts'
import { isEncodedText } from './_is-encoded-text.ts'
import { readBodyFormat } from './_media-types.ts'
import { parseJson } from './_parse-json.ts'
import { unreadableBody } from './_unreadable-body.ts'
import { carryRawBodies, keepRawBody } from './raw-body.ts'
import type { BodyRule } from './route-rules.ts'

/**
 * Has the routes added after it take bodies as `rule` says, or as their own `config.body` does. With nothing in
 * it a body is `undefined`, whatever its declared type.
 */
export function takeBodies(app: FastifyInstance, rule: BodyRule): void {
  carryRawBodies(app)
  app.removeAllContentTypeParsers()
  app.decorateRequest('declaredType', undefined)
  app.addHook('onRequest', async (request) => {
    request.setDecorator('declaredType', request.headers['content-type'])
    // The framework refuses types that it cannot read; whether a type matters is told by the route.
    delete request.raw.headers['content-type']
  })
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    keepRawBody(request, body)
    const applied = request.routeOptions.config.body ?? rule
    if (body.length === 0 || applied === 'ignored') return undefined
    const format = readBodyFormat(request.getDecorator<string | undefined>('declaredType'), applied)
    return format === 'form' ? parseForm(body) : parseJson(body)
  })
}

/** A form's fields by their names (WHATWG URL §5.1); of a field sent twice, the last. */
function parseForm(body: Buffer): Record<string, string> {
  const text = decodeBody(body)
  if (!isEncodedText(text)) throw unreadableBody('The form is not valid UTF-8 without NUL')
  return Object.fromEntries(new URLSearchParams(text))
}
