import { Problem } from '../../domain/problem.ts'
import { type MediaRange, parseMediaRanges } from './_parse-media-ranges.ts'
import { JSON_API_MEDIA_TYPE } from './json-api.ts'
import type { BodyRule } from './route-rules.ts'

const JSON_MEDIA_TYPE = 'application/json'
const FORM_MEDIA_TYPE = 'application/x-www-form-urlencoded'

/** Ranges of `Accept` that include the JSON:API media type. */
const WIDE_RANGES = ['*/*', 'application/*']

/** The types a body may have by each rule that looks at it, the one to be recommended first. */
const BODY_TYPES: Readonly<Record<Exclude<BodyRule, 'ignored'>, readonly string[]>> = {
  'json-api': [JSON_API_MEDIA_TYPE],
  json: [JSON_MEDIA_TYPE],
  'json or form': [JSON_MEDIA_TYPE, JSON_API_MEDIA_TYPE, FORM_MEDIA_TYPE],
}

/**
 * Tells how a body is written, from its declared type. Of the parameters that JSON:API forbids only
 * `charset=utf-8` is let through, because clients in the field send it (JSON:API 1.1, "Server
 * Responsibilities"). Throws `Problem('unsupported_media_type')`.
 */
export function readBodyFormat(
  contentType: string | undefined,
  rule: Exclude<BodyRule, 'ignored'>,
): 'json' | 'form' {
  const types = BODY_TYPES[rule]
  const declared = parseMediaRanges(contentType ?? '')
  const [{ type } = { type: '' }] = declared
  if (declared.length !== 1 || !types.includes(type) || !isPlain(declared[0])) {
    throw new Problem('unsupported_media_type', `The body must be ${types[0]}`)
  }
  return type === FORM_MEDIA_TYPE ? 'form' : 'json'
}

/**
 * Refuses a request that asks for another format, or for JSON:API only with extensions or parameters that it
 * does not have here (JSON:API 1.1, "Server Responsibilities"). A missing header asks for anything (RFC 9110
 * §12.5.1). Throws `Problem('not_acceptable')`.
 */
export function assertJsonApiAccepted(accept: string | undefined): void {
  if (accept === undefined || accept.trim() === '') return
  const ranges = parseMediaRanges(accept)
  const named = ranges.filter(({ type }) => type === JSON_API_MEDIA_TYPE)
  const candidates = named.length > 0 ? named : ranges.filter(({ type }) => WIDE_RANGES.includes(type))
  if (candidates.some((range) => range.weight > 0 && isPlain(range))) return
  throw new Problem('not_acceptable', `Answers are ${JSON_API_MEDIA_TYPE}`)
}

/** Without parameters but those that change nothing here; of extensions (`ext`) there is none. */
function isPlain({ parameters }: MediaRange): boolean {
  return parameters.every(
    ({ name, value }) => name === 'profile' || (name === 'charset' && value === 'utf-8'),
  )
}
