import { Problem } from '../../domain/problem.ts'
import { JSON_API_MEDIA_TYPE } from './json-api.ts'

/** Parameters of the JSON:API media type that change nothing; `charset` is not of the specification, but sent. */
const HARMLESS_PARAMETER = /^(?:|charset="?utf-8"?|profile=.*)$/

/** Ranges of `Accept` that include the JSON:API media type. */
const WIDE_RANGES = ['*/*', 'application/*']

/**
 * Refuses a body that is not JSON:API (JSON:API 1.1, "Server Responsibilities"; clients in the field add
 * `charset=utf-8`, which is let through). Throws `Problem('unsupported_media_type')`.
 */
export function assertJsonApiBody(contentType: string | undefined): void {
  if (contentType !== undefined && isPlainJsonApi(contentType)) return
  throw new Problem('unsupported_media_type', `The body must be ${JSON_API_MEDIA_TYPE}`)
}

/**
 * Refuses a request that asks for another format. A missing header asks for anything (RFC 9110 §12.5.1).
 * Throws `Problem('not_acceptable')`.
 */
export function assertJsonApiAccepted(accept: string | undefined): void {
  if (accept === undefined || accept.trim() === '') return
  if (accept.split(',').some(isAcceptable)) return
  throw new Problem('not_acceptable', `Answers are ${JSON_API_MEDIA_TYPE}`)
}

function isAcceptable(range: string): boolean {
  const weight = /;\s*q=([0-9.]+)\s*$/i.exec(range)
  if (weight && Number(weight[1]) === 0) return false
  const unweighted = weight ? range.slice(0, weight.index) : range
  return WIDE_RANGES.includes(unweighted.trim()) || isPlainJsonApi(unweighted)
}

function isPlainJsonApi(mediaType: string): boolean {
  const [type, ...parameters] = mediaType.split(';').map((part) => part.trim().toLowerCase())
  return type === JSON_API_MEDIA_TYPE && parameters.every((parameter) => HARMLESS_PARAMETER.test(parameter))
}
