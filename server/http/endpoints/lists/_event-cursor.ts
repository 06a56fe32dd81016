import type { Client } from '../../../../domain/account.ts'
import { Problem } from '../../../../domain/problem.ts'

/** Characters of a cursor at most; ours have under 50. */
const MAX_CURSOR_LENGTH = 100

/**
 * A place in a client's feed as clients carry it: the account, the environment and the number of the last event
 * read. It is no secret and opens nothing: whoever alters it reads their own feed from elsewhere.
 */
export function writeEventCursor(client: Client, number: number): string {
  return Buffer.from(`event:${client.account.id}:${client.environment}:${number}`).toString('base64url')
}

/**
 * The number in a cursor; 0, the beginning, without one. Throws `Problem('params_invalid')` for what is no
 * cursor of this client.
 */
export function readEventCursor(client: Client, cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const number = cursor.length > MAX_CURSOR_LENGTH ? Number.NaN : numberIn(cursor)
  if (Number.isSafeInteger(number) && writeEventCursor(client, number) === cursor) return number
  throw strangeCursor()
}

/** What is told of a cursor that leads nowhere in this feed. */
export function strangeCursor(): Problem {
  const detail = 'page[cursor] is no cursor of this feed'
  return new Problem('params_invalid', detail, [{ detail, pointer: '', parameter: 'page[cursor]' }])
}

function numberIn(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  return Number(text.slice(text.lastIndexOf(':') + 1))
}
