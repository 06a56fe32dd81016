import { METHODS } from 'node:http'
import fc from 'fast-check'
import { type HostileBody, hostileBody } from './hostile-body.ts'
import { mediaType, oddText, oneOf } from './hostile-words.ts'
import type { ListedRoute } from './list-routes.ts'

/** Characters just over what a header block may have. */
const TOO_LONG = 17_000

/** A request written byte by byte. */
export interface HostileRequest {
  listener: ListedRoute['listener']
  method: string
  /** The route it is aimed at, for those who read a failure. */
  aimedAt: string
  bytes: Buffer
  /** Whether what follows it on its connection can still be told apart. */
  isWellFramed: boolean
}

/** What a request may know of the service it is sent to. */
export interface KnownThings {
  routes: ListedRoute[]
  /** UUIDs that exist. */
  identificationIds: string[]
  /** Values of `Authorization` that are good. */
  authorizations: string[]
}

/** Requests as an attacker, a broken client or bad luck would send them, at every route there is. */
export function hostileRequest(known: KnownThings): fc.Arbitrary<HostileRequest> {
  return fc
    .record({
      route: fc.constantFrom(...known.routes),
      method: oneOf<string | null>(
        [4, fc.constant(null)],
        [1, fc.constantFrom(...METHODS, 'FETCH', 'get', '')],
      ),
      segments: fc.array(pathSegment(known), { minLength: 6, maxLength: 6 }),
      query: oneOf<string>(
        [6, fc.constant('')],
        [2, fc.webQueryParameters().map((text) => `?${text}`)],
        [2, oddText().map((text) => `?${text}`)],
      ),
      authorization: authorization(known),
      accept: fc.option(mediaType(), { freq: 2, nil: null }),
      lines: fc.array(headerLine(), { maxLength: 3 }),
      body: hostileBody(),
    })
    .map(({ route, method: chosen, segments, query, ...rest }) => {
      const method = chosen === null ? route.method : chosen
      const target = `${fillPath(route.url, segments)}${query}`
      return writeRequest({ route, method, target, ...rest })
    })
}

interface Parts {
  route: ListedRoute
  method: string
  target: string
  authorization: string | null
  accept: string | null
  lines: [string, string][]
  body: HostileBody
}

function writeRequest({
  route,
  method,
  target,
  authorization,
  accept,
  body,
  ...parts
}: Parts): HostileRequest {
  // Chunks that are announced and never come wait for a time-out; conflicting framing has a test of its own.
  const lines = parts.lines.filter(([name, value]) => name !== 'Transfer-Encoding' || value !== 'chunked')
  const head: [string, string][] = [['Host', 'api.example']]
  if (authorization !== null) head.push(['Authorization', authorization])
  if (accept !== null) head.push(['Accept', accept])
  if (body.type !== null) head.push(['Content-Type', body.type])
  const { bytes, isWellFramed } = frame(body, head)
  head.push(...lines)
  const text = [
    `${method} ${target} HTTP/1.1`,
    ...head.map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n')
  return {
    listener: route.listener,
    method,
    aimedAt: `${route.method} ${route.url}`,
    bytes: Buffer.concat([Buffer.from(text, 'latin1'), bytes]),
    isWellFramed: isWellFramed && lines.every(([name]) => !FRAMING_HEADERS.has(name)),
  }
}

const FRAMING_HEADERS = new Set(['Transfer-Encoding', 'Content-Length', 'Connection', 'Upgrade', 'Host'])

/** Adds the headers that say how long a body is, truly or not; never longer than it is, which waits for a time-out. */
function frame(
  { bytes, framing }: Parts['body'],
  head: [string, string][],
): { bytes: Buffer; isWellFramed: boolean } {
  if (framing === 'none' || bytes.length === 0) return { bytes: Buffer.alloc(0), isWellFramed: true }
  const chunks = Buffer.concat([
    Buffer.from(`${bytes.length.toString(16)}\r\n`),
    bytes,
    Buffer.from('\r\n0\r\n\r\n'),
  ])
  const length = framing === 'short' ? Math.floor(bytes.length / 2) : bytes.length
  if (framing === 'chunks' || framing === 'both') head.push(['Transfer-Encoding', 'chunked'])
  if (framing !== 'chunks') head.push(['Content-Length', String(length)])
  return {
    bytes: framing === 'chunks' ? chunks : bytes,
    isWellFramed: framing === 'chunks' || framing === 'length',
  }
}

function fillPath(url: string, segments: string[]): string {
  let next = 0
  return url.replaceAll(/:\w+|\*/g, () => segments[next++ % segments.length])
}

function pathSegment({ identificationIds }: KnownThings): fc.Arbitrary<string> {
  return oneOf<string>(
    [8, fc.constantFrom(...identificationIds)],
    [4, fc.uuid()],
    [2, fc.nat().map(String)],
    [
      2,
      fc
        .string({ unit: 'grapheme' })
        .filter((text) => text.isWellFormed())
        .map(encodeURIComponent),
    ],
    [1, oddText()],
    [
      1,
      fc.constantFrom(
        '',
        '.',
        '..',
        '%2e%2e%2f',
        '%00',
        '%ff',
        '%',
        '*',
        '-1',
        '1e9',
        "'or'1",
        '9'.repeat(101),
      ),
    ],
    [0.1, fc.constant('a'.repeat(TOO_LONG))],
  )
}

function authorization({ authorizations }: KnownThings): fc.Arbitrary<string | null> {
  return oneOf<string | null>(
    [16, fc.constantFrom(...authorizations)],
    [1, fc.constant(null)],
    [
      1,
      fc.constantFrom(
        'Bearer token',
        'Basic',
        'Basic ====',
        `Basic ${btoa('id:secret')}`,
        `Basic ${btoa('\0:\0')}`,
      ),
    ],
    [1, fc.string().map((text) => `Basic ${Buffer.from(text).toString('base64')}`)],
    [1, oddText()],
  )
}

function headerLine(): fc.Arbitrary<[string, string]> {
  const name = oneOf<string>(
    [
      8,
      fc.constantFrom(
        'Range',
        'If-None-Match',
        'If-Modified-Since',
        'X-Request-Id',
        'Idempotency-Key',
        'Origin',
        'Cookie',
        'X-Forwarded-For',
        'Accept-Encoding',
        'Accept-Language',
        'Content-Encoding',
        'Expect',
      ),
    ],
    [1, fc.constantFrom('Connection', 'Upgrade', 'Transfer-Encoding', 'Host', 'TE')],
    [1, fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.replaceAll(/[^\w-]/g, 'x'))],
  )
  const value = oneOf<string>(
    [
      4,
      fc.constantFrom(
        'bytes=0-0',
        'bytes=9-1',
        '*',
        '100-continue',
        'close',
        'keep-alive',
        'websocket',
        'chunked',
        'gzip',
        'fr',
        'null',
        '1',
      ),
    ],
    [2, fc.string({ maxLength: 40 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, ''))],
    [1, oddText()],
    [0.1, fc.constant('x'.repeat(TOO_LONG))],
  )
  return fc.tuple(name, value)
}
