import type { FastifyInstance } from 'fastify'
import type { Client } from '../../../../domain/account.ts'
import type {
  IdentificationPage,
  IdentificationSummary,
  ListPlace,
  ListWish,
} from '../../../../domain/pages/identification-list.ts'
import { clientOf } from '../../authentication.ts'
import { sendDocument } from '../../json-api.ts'
import type { AnswerUrls } from '../../resources/answer-urls.ts'
import { presentIdentificationPage } from '../../resources/present-identification-page.ts'
import { type ListQuery, readListQuery, writeListCursor } from './_list-query.ts'

/** What the route has done for it. */
export interface ListSteps {
  listIdentifications(client: Client, wish: ListWish): Promise<IdentificationPage>
}

/** `GET /identifications/`: the identifications of the account and environment, page by page. */
export function addListRoutes(
  app: FastifyInstance,
  { steps, urls }: { steps: ListSteps; urls: AnswerUrls },
): void {
  app.get('/identifications/', async (request, reply) => {
    const client = clientOf(request)
    const { query, wish } = readListQuery(client, request.query)
    const page = await steps.listIdentifications(client, wish)
    const addressOf = (place: ListPlace) =>
      addressWith(urls, { ...query, 'page[cursor]': writeListCursor({ client, sort: query.sort }, place) })
    const links = {
      self: addressWith(urls, query),
      next: page.hasNext ? addressOf(placeBeside(page.identifications.at(-1), wish, 'after')) : null,
      prev: page.hasPrevious ? addressOf(placeBeside(page.identifications[0], wish, 'before')) : null,
    }
    return sendDocument(reply, presentIdentificationPage(page, { links, size: wish.size }, urls))
  })
}

function placeBeside(
  identification: IdentificationSummary | undefined,
  { order }: ListWish,
  side: ListPlace['side'],
): ListPlace {
  if (!identification) throw new Error('A page without identifications has no neighbours')
  return { timeMs: identification[order].getTime(), id: identification.id, side }
}

function addressWith({ apiBaseUrl }: AnswerUrls, query: ListQuery): string {
  const told = Object.entries(query).filter(([, value]) => value !== undefined)
  return `${apiBaseUrl}/identifications/?${new URLSearchParams(told.map(([name, value]) => [name, String(value)]))}`
}
