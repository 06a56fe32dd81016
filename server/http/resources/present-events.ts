import type { EventPage, StatusEvent } from '../../../domain/pages/status-event.ts'
import { identify, type JsonApiPage, type Resource, writeTime } from '../json-api.ts'
import type { AnswerUrls } from './answer-urls.ts'

/** Where a page of the feed begins and the next one does, as clients carry it. */
export interface PageCursors {
  self: string | null
  next: string
  size: number
}

/** A page of the feed of status changes. */
export function presentEvents(page: EventPage, cursors: PageCursors, urls: AnswerUrls): JsonApiPage {
  const addressOf = (cursor: string | null) => {
    const query = new URLSearchParams({ ...(cursor === null ? {} : { 'page[cursor]': cursor }) })
    query.set('page[size]', String(cursors.size))
    return `${urls.apiBaseUrl}/events/?${query}`
  }
  return {
    links: { self: addressOf(cursors.self), next: addressOf(cursors.next) },
    meta: { page: { size: cursors.size, 'has-more': page.hasMore } },
    data: page.events.map((event) => presentEvent(event)),
  }
}

function presentEvent(event: StatusEvent): Resource {
  return {
    ...identify('events', event.number),
    attributes: {
      'configuration-id': event.configurationId,
      'created-at': writeTime(event.createdAt),
      'error-type': event.errorType,
      'identification-id': event.identificationId,
      'return-reason': event.returnReason,
      status: event.status,
    },
  }
}
