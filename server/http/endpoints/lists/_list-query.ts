import { z } from 'zod'
import type { Client } from '../../../../domain/account.ts'
import { ALLOWED_CHANGES, type IdentificationStatus } from '../../../../domain/identification.ts'
import type { ListPlace, ListWish } from '../../../../domain/pages/identification-list.ts'
import { Problem } from '../../../../domain/problem.ts'
import { PAGE_SIZE } from './_page-size.ts'
import { parseQuery } from './_parse-query.ts'

/** Characters of a cursor at most; ours have under 90. */
const MAX_CURSOR_LENGTH = 150

/** Characters of a client's own user id at most, as everywhere. */
const MAX_USER_ID_LENGTH = 255

/** The last millisecond of year 9999, the last that times of this API write with four digits (RFC 3339 §1). */
const MAX_TIME_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

const STATUSES = Object.keys(ALLOWED_CHANGES) as IdentificationStatus[]

const SORTS = ['created-at', '-created-at', 'updated-at', '-updated-at'] as const

const ONCE = 'is given more than once'

const statuses = z
  .string(ONCE)
  .refine((list) => list.split(',').every((word) => (STATUSES as string[]).includes(word)), {
    message: `must be of ${STATUSES.join(', ')}, separated by commas`,
  })

/** As long as a create request may have it; of a number the digits. */
const userId = z
  .string(ONCE)
  .min(1, 'must not be empty')
  .max(MAX_USER_ID_LENGTH, `must have at most ${MAX_USER_ID_LENGTH} characters`)

const time = z
  .string(ONCE)
  .pipe(
    z.union(
      [z.iso.datetime({ offset: true }), z.iso.date()],
      'must be a time, as 2026-03-01T09:20:15Z, or a day',
    ),
  )

/** Parameters of `GET /identifications/`. */
export const LIST_QUERY = z.strictObject({
  'filter[status]': statuses.optional(),
  'filter[created-at][gte]': time.optional(),
  'filter[created-at][lt]': time.optional(),
  'filter[external-user-id]': userId.optional(),
  sort: z.enum(SORTS, `must be one of ${SORTS.join(', ')}`).default('-created-at'),
  'page[size]': PAGE_SIZE,
  'page[cursor]': z.string(ONCE).max(MAX_CURSOR_LENGTH, 'is no cursor of this list').optional(),
})

/** A validated query of a list. */
export type ListQuery = z.output<typeof LIST_QUERY>

/** Reads what a client wants listed. Throws `Problem('params_invalid')` with every parameter at fault. */
export function readListQuery(client: Client, raw: unknown): { query: ListQuery; wish: ListWish } {
  const query = parseQuery(raw, LIST_QUERY)
  const cursor = query['page[cursor]']
  return {
    query,
    wish: {
      statuses: (query['filter[status]']?.split(',') as IdentificationStatus[] | undefined) ?? null,
      createdFrom: timeOf(query['filter[created-at][gte]']),
      createdBefore: timeOf(query['filter[created-at][lt]']),
      userId: query['filter[external-user-id]'] ?? null,
      order: query.sort.endsWith('created-at') ? 'createdAt' : 'updatedAt',
      direction: query.sort.startsWith('-') ? 'descending' : 'ascending',
      place: cursor === undefined ? null : readListCursor({ client, sort: query.sort }, cursor),
      size: query['page[size]'],
    },
  }
}

function timeOf(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text)
}

/**
 * A place in a list as clients carry it, for one account, environment and order. It is no secret: whoever
 * alters it sees their own list from elsewhere.
 */
export function writeListCursor(list: { client: Client; sort: ListQuery['sort'] }, place: ListPlace): string {
  const { account, environment } = list.client
  const parts = ['list', account.id, environment, list.sort, place.side, place.timeMs, place.id]
  return Buffer.from(parts.join(':')).toString('base64url')
}

function readListCursor(list: { client: Client; sort: ListQuery['sort'] }, cursor: string): ListPlace {
  const [side, timeMs, id] = Buffer.from(cursor, 'base64url').toString('utf8').split(':').slice(4)
  const place: ListPlace = {
    side: side === 'before' ? side : 'after',
    timeMs: Number(timeMs),
    id: Number(id),
  }
  if (isReal(place) && writeListCursor(list, place) === cursor) return place
  const detail = 'page[cursor] is no cursor of this list in this order'
  throw new Problem('params_invalid', detail, [{ detail, pointer: '', parameter: 'page[cursor]' }])
}

/** Whether an identification can have this time and number; the database knows fewer times than `Date`. */
function isReal({ timeMs, id }: ListPlace): boolean {
  return (
    Number.isSafeInteger(timeMs) && timeMs >= 0 && timeMs <= MAX_TIME_MS && Number.isSafeInteger(id) && id > 0
  )
}
