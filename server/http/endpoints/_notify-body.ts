import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../../domain/problem.ts'
import { JSON_API_MEDIA_TYPE } from '../json-api.ts'

/** Fields a form may have; one is read. */
const MAX_FORM_FIELDS = 16
const FORM_MEDIA_TYPE = 'application/x-www-form-urlencoded'
const JSON_MEDIA_TYPES = ['application/json', JSON_API_MEDIA_TYPE]

/** Refuses a body that is neither JSON nor JSON:API. Throws `Problem('unsupported_media_type')`. */
export function assertNotifyBody(contentType: string | undefined): void {
  if (JSON_MEDIA_TYPES.includes(contentType?.split(';')[0].trim().toLowerCase() ?? '')) return
  const taken = [...JSON_MEDIA_TYPES, FORM_MEDIA_TYPE].join(', ')
  throw new Problem('unsupported_media_type', `The body must be one of ${taken}`)
}

/** Has the routes added after it take form bodies too (URL Standard §5.1), as an object of its fields. */
export function takeFormBodies(app: FastifyInstance): void {
  app.addContentTypeParser(
    FORM_MEDIA_TYPE,
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => {
      if (body.length === 0) return undefined
      const fields = [...new URLSearchParams(decode(body))]
      const names = new Set(fields.map(([name]) => name))
      if (fields.length > MAX_FORM_FIELDS || names.size < fields.length) {
        throw unreadable('The form has too many fields, or one of them twice')
      }
      return Object.fromEntries(fields)
    },
  )
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw unreadable('The body is not valid UTF-8')
  }
}

function unreadable(detail: string): Problem {
  return new Problem('params_invalid', detail, [{ detail, pointer: '' }])
}
