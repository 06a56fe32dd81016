import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Client } from '../../../../domain/account.ts'
import type { EventPage } from '../../../../domain/pages/status-event.ts'
import { clientOf } from '../../authentication.ts'
import { sendDocument } from '../../json-api.ts'
import type { AnswerUrls } from '../../resources/answer-urls.ts'
import { presentEvents } from '../../resources/present-events.ts'
import { readEventCursor, strangeCursor, writeEventCursor } from './_event-cursor.ts'
import { PAGE_SIZE } from './_page-size.ts'
import { parseQuery } from './_parse-query.ts'

/** What the route has done for it. */
export interface EventSteps {
  /** Events of the client's account and environment after a number, the oldest first; null where it was never given. */
  listEvents(client: Client, page: { after: number; size: number }): Promise<EventPage | null>
}

/** Parameters of `GET /events/`. */
export const EVENT_QUERY = z.strictObject({
  'page[cursor]': z.string('is given more than once').optional(),
  'page[size]': PAGE_SIZE,
})

/**
 * `GET /events/`: every status change of the account and environment, in the order they happened. `links.next`
 * is always there: at the end of the feed it is where the next event will be.
 */
export function addEventRoutes(
  app: FastifyInstance,
  { steps, urls }: { steps: EventSteps; urls: AnswerUrls },
): void {
  app.get('/events/', async (request, reply) => {
    const client = clientOf(request)
    const query = parseQuery(request.query, EVENT_QUERY)
    const after = readEventCursor(client, query['page[cursor]'])
    const page = await steps.listEvents(client, { after, size: query['page[size]'] })
    if (!page) throw strangeCursor()
    const cursors = {
      self: query['page[cursor]'] ?? null,
      next: writeEventCursor(client, page.lastNumber),
      size: query['page[size]'],
    }
    return sendDocument(reply, presentEvents(page, cursors, urls))
  })
}
