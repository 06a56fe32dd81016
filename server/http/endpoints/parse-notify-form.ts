import { Problem } from '../../../domain/problem.ts'
import { FORM_ATTRIBUTES } from './_form-schema.ts'

/**
 * The webhook that a notify request names: `webhook` at the top, as the API text sends it, or among the
 * attributes of a JSON:API document; null when it names none. The same URLs as at creation are taken.
 * Throws `Problem('params_invalid')`.
 */
export function parseNotifyForm(body: unknown): string | null {
  const read = FORM_ATTRIBUTES.shape.webhook.safeParse(readWebhook(body))
  if (read.success) return read.data ?? null
  throw fault(`webhook ${read.error.issues[0].message}`, '/data/attributes/webhook')
}

function readWebhook(body: unknown): unknown {
  if (body === undefined) return undefined
  const top = objectAt(body, '')
  if (!('data' in top)) return top.webhook
  const attributes = objectAt(top.data, '/data').attributes
  return attributes === undefined ? undefined : objectAt(attributes, '/data/attributes').webhook
}

function objectAt(value: unknown, pointer: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>
  }
  throw fault('must be an object', pointer)
}

function fault(detail: string, pointer: string): Problem {
  return new Problem('params_invalid', detail, [{ detail, pointer }])
}
