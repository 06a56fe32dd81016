import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The header by which a client and its logs know a request, and ours too. */
export const REQUEST_ID_HEADER = 'x-request-id'

/** What a client may call a request: one word of a length that fits into every log. */
const SANE_ID = /^[\w.:~+/=-]{1,128}$/

/** A request's id: the client's own where it sent one sane id, else a UUID. */
export function chooseRequestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const sent = headers[REQUEST_ID_HEADER]
  return typeof sent === 'string' && SANE_ID.test(sent) ? sent : randomUUID()
}
