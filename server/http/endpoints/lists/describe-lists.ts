import type { Operation } from '../../openapi/operation.ts'
import { LIST_QUERY } from './_list-query.ts'
import { EVENT_QUERY } from './event-routes.ts'

/** The endpoints that answer page by page. */
export const LIST_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    url: '/identifications/',
    summary: 'List identifications',
    query: LIST_QUERY,
    success: { status: 200, document: 'IdentificationPage' },
  },
  {
    method: 'get',
    url: '/events/',
    summary: 'Every status change, in order',
    query: EVENT_QUERY,
    success: { status: 200, document: 'EventPage' },
  },
]
