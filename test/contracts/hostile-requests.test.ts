import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import { createTestAuthority } from '../fakes/certificates.ts'
import { expectApiError, expectDocument, TEXT_STATUSES } from '../fakes/wire/expect-api-answer.ts'
import { type HostileRequest, hostileRequest } from '../fakes/wire/hostile-request.ts'
import { type ListedRoute, listRoutes } from '../fakes/wire/list-routes.ts'
import { openRawConnection, type RawAnswer, type RawConnection } from '../fakes/wire/raw-connection.ts'

/** Requests of a run; fewer find less, more take longer than a minute. */
const REQUESTS = 10_000
const START_LIMIT_MS = 60_000
const RUN_LIMIT_MS = 900_000
/** A processed identification that every account has (API text, "Standard answers"). */
const STANDARD_ID = '11111111-1111-1111-1111-111111111111'
/** Statuses of files beside those of the text. */
const FILE_STATUSES = [204, 206]
/** Routes that are unavailable here because no media process runs. */
const MEDIA_ROUTE = /\/(whip|scenes|live)\b/

/** Which requests are drawn; the same ones each time unless VIDIMUS_TEST_SEED asks for others. */
const seed = Number(process.env.VIDIMUS_TEST_SEED ?? 7)
const connections = new Map<ListedRoute['listener'], RawConnection>()
let served: ServedPlatform

beforeAll(async () => {
  served = await servePlatform()
}, START_LIMIT_MS)

afterAll(async () => {
  for (const connection of connections.values()) connection.close()
  await served?.close()
})

test(
  `Ten thousand hostile requests get answers of the text and nothing else (seed ${seed})`,
  async () => {
    const client = await served.addClient()
    const created = await client.test.create()
    const authority = await createTestAuthority('Listing')
    const routes = await listRoutes(await authority.issue({ name: 'localhost', use: 'server' }))
    const { clientId, clientSecret } = client.credentials
    const requests = hostileRequest({
      routes,
      identificationIds: [created.body.data.attributes['identification-id'], STANDARD_ID],
      authorizations: [`Basic ${btoa(`${clientId}:${clientSecret}`)}`],
    })
    const seen = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const answer = await send(request)
        expectOfTheText(request, answer)
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
      }),
      { numRuns: REQUESTS, seed, endOnFailure: true },
    )
    // A run in which nothing succeeded, or nothing was looked at, would prove little.
    for (const status of [200, 201, 400, 401, 404, 405, 406, 415]) {
      expect(seen.get(status), `answers with ${status}`).toBeGreaterThan(0)
    }
    expect((await client.test.create()).status).toBe(201)
    expect(
      (await client.web.send({ method: 'GET', path: `/api/identifications/${STANDARD_ID}/` })).status,
    ).toBe(200)
  },
  RUN_LIMIT_MS,
)

async function send(request: HostileRequest): Promise<RawAnswer> {
  const connection = await connectionTo(request.listener)
  const answer = await connection.exchange(
    request.bytes,
    request.method === 'HEAD' ? { bodyless: true } : undefined,
  )
  if (!request.isWellFramed || answer?.headers.connection === 'close') connection.close()
  if (!answer) throw new Error(`Await an answer to ${describe(request)}: the connection ended without one`)
  return answer
}

/** One connection a listener, kept as long as it lasts. */
async function connectionTo(listener: ListedRoute['listener']): Promise<RawConnection> {
  const kept = connections.get(listener)
  if (kept?.isOpen()) return kept
  const url = listener === 'api' ? served.apiUrl : served.webUrl
  const opened = await openRawConnection(url, served.authorityCert)
  connections.set(listener, opened)
  return opened
}

function expectOfTheText(request: HostileRequest, answer: RawAnswer): void {
  const { status, headers, body } = answer
  const isAllowed = TEXT_STATUSES.includes(status) || FILE_STATUSES.includes(status)
  const isFailure = status === 500 || (status === 503 && !MEDIA_ROUTE.test(request.aimedAt))
  if (!isAllowed || isFailure) throw new Error(`Status ${status} answers ${describe(request)}: ${body}`)
  expect(headers['x-request-id'], describe(request)).toMatch(/./)
  if (request.method === 'HEAD' || status === 204) return
  if (status >= 400) expectApiError({ status, headers, body: JSON.parse(body.toString('utf8')) })
  else if (headers['content-type'] === 'application/vnd.api+json') {
    expectDocument(JSON.parse(body.toString('utf8')))
  }
}

function describe({ aimedAt, bytes }: HostileRequest): string {
  return `a request at ${aimedAt}: ${JSON.stringify(bytes.toString('latin1').slice(0, 1_500))}`
}
