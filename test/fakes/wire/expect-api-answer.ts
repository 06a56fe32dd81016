import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import { JSON_API_SCHEMA } from './json-api-schema.ts'

/** Statuses of the API text ("HTTP Status codes"). */
export const TEXT_STATUSES: readonly number[] = [
  200, 201, 202, 400, 401, 403, 404, 405, 406, 410, 415, 429, 500, 503,
]

/** Error types of the API text ("Error types"). */
const TEXT_TYPES = ['params_invalid', 'unknown_record', 'unknown_route', 'queued', 'rate_limit', 'api_error']

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true })
addFormats.default(ajv, ['uri', 'uri-reference', 'json-pointer'])
const isDocument = ajv.compile(JSON_API_SCHEMA)

/** An answer as a test got it. */
interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  /** The body as JSON. */
  body: unknown
}

/** Expects a document of JSON:API 1.1. */
export function expectDocument(body: unknown): void {
  const isValid = isDocument(body)
  expect(
    isValid ? [] : (isDocument.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`),
  ).toEqual([])
}

/** Expects an error as the API text writes it: its media type, its body's members, its status in each entry. */
export function expectApiError({ status, headers, body }: Answer, wanted?: number): void {
  if (wanted !== undefined) expect(status).toBe(wanted)
  expect(TEXT_STATUSES.filter((one) => one >= 400)).toContain(status)
  expect(headers['content-type']).toBe('application/vnd.api+json')
  expectDocument(body)
  const { errors, ...others } = body as { errors: Record<string, unknown>[] }
  expect(others).toEqual({})
  for (const error of errors) {
    expect(Object.keys(error)).toEqual(['detail', 'source', 'status', 'code'])
    expect(error.status).toBe(String(status))
    expectSource(error.source)
    expect(error.detail).toMatch(/./)
    expect(TEXT_TYPES).toContain(error.code)
    expect(JSON.stringify(error)).not.toMatch(/\.[jt]s:\d|node_modules|\bat .*\(/)
  }
  expect(status !== 405 || headers.allow).toBeTruthy()
  expect((status !== 429 && status !== 503) || headers['retry-after']).toBeTruthy()
  expect(status !== 401 || headers['www-authenticate']).toBeTruthy()
}

/** A place in the body, as the API text has it, or a parameter of the address (JSON:API 1.1, "Error Objects"). */
function expectSource(source: unknown): void {
  const isParameter = typeof source === 'object' && source !== null && 'parameter' in source
  expect(source).toEqual(
    isParameter ? { parameter: expect.any(String) } : { pointer: expect.stringMatching(/^(\/|$)/) },
  )
}
