import { timingSafeEqual } from 'node:crypto'
import { Problem } from '../../../domain/problem.ts'
import { encodePath, signQuery } from './_signature-v4.ts'
import { ASSET_PATH, ASSET_URL_SECONDS } from './sign-asset-url.ts'
import type { GrantedAsset } from './storage.ts'

/** Clocks of two of our nodes may differ by this much, milliseconds. */
const CLOCK_DIFFERENCE_MS = 15 * 60 * 1000
/** Longest query that is looked at, characters. */
const MAX_QUERY_LENGTH = 2048

/**
 * The asset that a signed URL leads to. `path` and `query` are as received, `host` is the one signed for.
 * Throws `Problem('forbidden')` for any other URL, also one that has ended.
 */
export function verifyAssetUrl(
  secret: string,
  { host, path, query, now }: { host: string; path: string; query: string; now: Date },
): GrantedAsset {
  const parameters = parseQuery(query)
  const values = new Map(parameters)
  const signature = values.get('X-Amz-Signature') ?? ''
  const key = decodePath(path)
  const signed = parameters.filter(([name]) => name !== 'X-Amz-Signature')
  const expected = signQuery(secret, { host, path: encodePath(ASSET_PATH + key), parameters: signed })
  const isGranted =
    values.size === parameters.length &&
    isSameSignature(signature, expected) &&
    isInTime({ date: values.get('X-Amz-Date') ?? '', seconds: values.get('X-Amz-Expires') ?? '', now })
  if (!isGranted) throw new Problem('forbidden', 'This address is not signed, or no longer')
  return { key, contentType: values.get('response-content-type') ?? 'application/octet-stream' }
}

function parseQuery(query: string): [string, string][] {
  if (query.length > MAX_QUERY_LENGTH) throw new Problem('forbidden', 'This address is too long')
  return [...new URLSearchParams(query.replaceAll('+', '%2B'))]
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path.slice(ASSET_PATH.length))
  } catch {
    throw new Problem('forbidden', 'This address is not well written')
  }
}

function isSameSignature(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function isInTime({ date, seconds, now }: { date: string; seconds: string; now: Date }): boolean {
  const signedAtMs = Date.parse(
    date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  )
  const life = Number(seconds)
  if (!(life >= 1 && life <= ASSET_URL_SECONDS)) return false
  const ageMs = now.getTime() - signedAtMs
  return ageMs >= -CLOCK_DIFFERENCE_MS && ageMs <= life * 1000
}
