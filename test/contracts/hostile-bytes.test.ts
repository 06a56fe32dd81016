import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import { expectApiError } from '../fakes/wire/expect-api-answer.ts'
import { openRawConnection } from '../fakes/wire/raw-connection.ts'

const START_LIMIT_MS = 60_000
const PATH = '/identifications/70f01f19-6ec5-4b14-9b30-2c493e49df15/'
const CREATE = '/identifications/'
const JSON_API = 'application/vnd.api+json'

let served: ServedPlatform
let client: ServedClient

beforeAll(async () => {
  served = await servePlatform()
  client = await served.addClient()
}, START_LIMIT_MS)

afterAll(() => served?.close())

/** A request's bytes, with good credentials and whatever else its lines say. */
function request(
  start: string,
  lines: (string | Buffer)[] = ['Host: api'],
  body: string | Buffer = '',
): Buffer {
  const authorization = `Authorization: Basic ${btoa(`${client.credentials.clientId}:${client.credentials.clientSecret}`)}`
  const parts = [start, authorization, ...lines].flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')])
  return Buffer.concat([...parts, Buffer.from('\r\n'), Buffer.from(body)])
}

async function send(bytes: Buffer, url = served.apiUrl) {
  const connection = await openRawConnection(url, served.authorityCert)
  const answer = await connection.exchange(bytes)
  connection.close()
  if (!answer) throw new Error('Send bytes: the server gave no answer')
  return { ...answer, body: JSON.parse(answer.body.toString('utf8')) }
}

const lengthOf = (body: string | Buffer) => `Content-Length: ${Buffer.byteLength(body)}`
const sized = (body: string | Buffer) => ['Host: api', `Content-Type: ${JSON_API}`, lengthOf(body)]

test.each<[string, () => Buffer]>([
  ['no HTTP at all', () => Buffer.from('\x00\x01\x02 hello\r\n\r\n')],
  ['a version there is not', () => request(`GET ${PATH} HTTP/9`)],
  ['the preface of HTTP/2', () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')],
  ['a method there is not', () => request(`FETCH ${PATH} HTTP/1.1`)],
  ['a tunnel asked for', () => request('CONNECT example.com:443 HTTP/1.1')],
  ['no Host', () => request(`GET ${PATH} HTTP/1.1`, [])],
  ['two Hosts', () => request(`GET ${PATH} HTTP/1.1`, ['Host: api', 'Host: other'])],
  ['NUL in the path', () => request('GET /identifications/\0/ HTTP/1.1')],
  ['an escaped NUL in the path', () => request('GET /identifications/%00/ HTTP/1.1')],
  ['NUL in a header', () => request(`GET ${PATH} HTTP/1.1`, ['Host: api', 'Accept: \0'])],
  ['a bare line feed in a header', () => request(`GET ${PATH} HTTP/1.1`, ['Host: api', 'X: a\n b'])],
  ['a header without a colon', () => request(`GET ${PATH} HTTP/1.1`, ['Host: api', 'Nonsense'])],
  ['a header name with a space', () => request(`GET ${PATH} HTTP/1.1`, ['Host: api', 'X y: 1'])],
  ['bad UTF-8 in the path', () => request('GET /identifications/%c3%28/ HTTP/1.1')],
  ['raw bytes in the path', () => request('GET /identifications/\xff\xfe/ HTTP/1.1')],
  ['broken escapes in the path', () => request('GET /identifications/%zz/ HTTP/1.1')],
  ['an address of 20 kB', () => request(`GET /${'a'.repeat(20_000)} HTTP/1.1`)],
  ['an id of 2 kB', () => request(`GET /identifications/${'9'.repeat(2_000)}/ HTTP/1.1`)],
  ['a header of 20 kB', () => request(`GET ${PATH} HTTP/1.1`, ['Host: api', `X: ${'x'.repeat(20_000)}`])],
  [
    '2 000 headers',
    () =>
      request(`GET ${PATH} HTTP/1.1`, [
        'Host: api',
        ...Array.from({ length: 2_000 }, (_, index) => `X-${index}: 12345`),
      ]),
  ],
  [
    'two lengths',
    () => request(`POST ${CREATE} HTTP/1.1`, ['Host: api', 'Content-Length: 2', 'Content-Length: 3'], '{}'),
  ],
  [
    'a length that is no number',
    () => request(`POST ${CREATE} HTTP/1.1`, ['Host: api', 'Content-Length: two'], '{}'),
  ],
  [
    'a length and chunks',
    () =>
      request(
        `POST ${CREATE} HTTP/1.1`,
        ['Host: api', 'Content-Length: 4', 'Transfer-Encoding: chunked'],
        '0\r\n\r\n',
      ),
  ],
  [
    'chunks that are broken',
    () =>
      request(
        `POST ${CREATE} HTTP/1.1`,
        ['Host: api', `Content-Type: ${JSON_API}`, 'Transfer-Encoding: chunked'],
        'zz\r\n',
      ),
  ],
  [
    'an encoding there is not',
    () => request(`POST ${CREATE} HTTP/1.1`, ['Host: api', 'Transfer-Encoding: gzip'], 'abc'),
  ],
  [
    'a body beyond the limit',
    () => request(`POST ${CREATE} HTTP/1.1`, sized('x'.repeat(70_000)), 'x'.repeat(70_000)),
  ],
  [
    'a body of a length beyond the limit that never comes',
    () =>
      request(`POST ${CREATE} HTTP/1.1`, [
        'Host: api',
        `Content-Type: ${JSON_API}`,
        'Content-Length: 9999999999',
      ]),
  ],
  [
    'bad UTF-8 in the body',
    () =>
      request(
        `POST ${CREATE} HTTP/1.1`,
        sized(Buffer.from([0x22, 0xc3, 0x28, 0x22])),
        Buffer.from([0x22, 0xc3, 0x28, 0x22]),
      ),
  ],
  ['NUL in the body', () => request(`POST ${CREATE} HTTP/1.1`, sized('{"data":"\0"}'), '{"data":"\0"}')],
  [
    'deep nesting',
    () => request(`POST ${CREATE} HTTP/1.1`, sized('{"a":'.repeat(10_000)), '{"a":'.repeat(10_000)),
  ],
])('Bytes with %s are refused with 400 in the shape of every error', async (_what, bytes) => {
  const answer = await send(bytes())
  expectApiError(answer, 400)
  expect(answer.headers['x-request-id']).toMatch(/./)
  expect((await client.test.create()).status).toBe(201)
})

test("The same bytes are refused alike on the pages' listener", async () => {
  expectApiError(await send(request(`GET ${PATH} HTTP/9`), served.webUrl), 400)
  expectApiError(await send(request(`GET ${PATH} HTTP/1.1`, []), served.webUrl), 400)
  expectApiError(await send(request('GET /%00 HTTP/1.1'), served.webUrl), 400)
})

test.each(['100-continue', 'something-else'])(
  'A request that expects %s is answered like any other',
  async (what) => {
    const body = '{"data":{"type":"identifications"}}'
    const { status } = await send(
      request(`POST ${CREATE} HTTP/1.1`, [...sized(body), `Expect: ${what}`], body),
    )
    expect(status).toBe(201)
  },
)

test('Without a version that needs it no Host is asked for', async () => {
  expectApiError(await send(request(`GET ${PATH} HTTP/1.0`, [])), 404)
})
