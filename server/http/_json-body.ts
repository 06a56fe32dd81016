import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../domain/problem.ts'

/**
 * Has the routes added after it take JSON bodies of a type that `assertType` lets through, or none: with
 * nothing in it, the declared type of a body does not matter.
 */
export function takeJsonBodies(
  app: FastifyInstance,
  assertType: (contentType: string | undefined) => void,
): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    if (body.length === 0) return undefined
    assertType(request.headers['content-type'])
    return parseJson(decode(body))
  })
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw unreadable('The body is not valid UTF-8')
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable('The body is not valid JSON')
  }
}

function unreadable(detail: string): Problem {
  return new Problem('params_invalid', detail, [{ detail, pointer: '' }])
}
