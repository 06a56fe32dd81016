import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto'

/** Names of the service and region that our own URLs are signed for. */
const SCOPE = { region: 'local', service: 's3', terminator: 'aws4_request' }
/** Who signs; it names a key and is no secret. */
const ACCESS_KEY = 'vidimus'

/** The query parameters that carry a signature (AWS Signature Version 4, "Authenticating requests: query parameters"). */
export interface SignedQuery {
  /** Everything but `X-Amz-Signature`. */
  parameters: [string, string][]
  signature: string
}

/** The parameters of a URL good for some seconds from a moment on, before its signature. */
export function queryToSign(options: {
  contentType: string
  expiresSeconds: number
  now: Date
}): [string, string][] {
  const timestamp = timestampOf(options.now)
  return [
    ['response-content-type', options.contentType],
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
    ['X-Amz-Credential', `${ACCESS_KEY}/${scopeOf(timestamp)}`],
    ['X-Amz-Date', timestamp],
    ['X-Amz-Expires', String(options.expiresSeconds)],
    ['X-Amz-SignedHeaders', 'host'],
  ]
}

/** The hexadecimal signature of a GET for a path on a host with these parameters. */
export function signQuery(
  secret: string,
  request: { host: string; path: string; parameters: [string, string][] },
): string {
  const timestamp = request.parameters.find(([name]) => name === 'X-Amz-Date')?.[1] ?? ''
  const canonical = [
    'GET',
    request.path,
    encodeQuery(request.parameters),
    `host:${request.host}`,
    '',
    'host',
    'UNSIGNED-PAYLOAD',
  ].join('\n')
  const digest = hash('sha256', canonical)
  const text = ['AWS4-HMAC-SHA256', timestamp, scopeOf(timestamp), digest].join('\n')
  return hmac(signingKey(secret, timestamp.slice(0, 8)), text).toString('hex')
}

/** Parameters sorted and encoded as the signature wants them. */
export function encodeQuery(parameters: [string, string][]): string {
  return parameters
    .map(([name, value]) => [encode(name), encode(value)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&')
}

/** A path whose segments are encoded as the signature wants them. */
export function encodePath(path: string): string {
  return path.split('/').map(encode).join('/')
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** The key of a day, derived once: an answer holds several URLs. */
let lastKey: { secret: string; day: string; key: KeyObject } | null = null

function signingKey(secret: string, day: string): KeyObject {
  if (lastKey?.secret === secret && lastKey.day === day) return lastKey.key
  const derived = [day, SCOPE.region, SCOPE.service, SCOPE.terminator].reduce<Buffer>(
    (key, part) => hmac(key, part),
    Buffer.from(`AWS4${secret}`),
  )
  lastKey = { secret, day, key: createSecretKey(derived) }
  return lastKey.key
}

function hmac(key: Buffer | KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function scopeOf(timestamp: string): string {
  return [timestamp.slice(0, 8), SCOPE.region, SCOPE.service, SCOPE.terminator].join('/')
}

function timestampOf(now: Date): string {
  return now
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '')
}
