import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Fault, Problem, type ProblemCode } from '../../domain/problem.ts'
import { REQUEST_ID_HEADER } from './_request-id.ts'
import { JSON_API_MEDIA_TYPE, sendDocument } from './json-api.ts'

/** Kinds of failure as clients read them in `code` (API text, "Error types"); there are no others. */
type ErrorTypeCode =
  | 'params_invalid'
  | 'unknown_record'
  | 'unknown_route'
  | 'queued'
  | 'rate_limit'
  | 'api_error'

/**
 * HTTP status (API text, "HTTP Status codes") and error type of each kind of failure; no other status is ever
 * sent. The status is the finer of the two: clients of the text know six types (decision 13).
 */
const ANSWERS: Readonly<Record<ProblemCode, { status: number; code: ErrorTypeCode }>> = {
  params_invalid: { status: 400, code: 'params_invalid' },
  queued: { status: 400, code: 'queued' },
  unauthenticated: { status: 401, code: 'params_invalid' },
  forbidden: { status: 403, code: 'params_invalid' },
  unknown_record: { status: 404, code: 'unknown_record' },
  unknown_route: { status: 404, code: 'unknown_route' },
  method_not_allowed: { status: 405, code: 'unknown_route' },
  not_acceptable: { status: 406, code: 'params_invalid' },
  gone: { status: 410, code: 'unknown_record' },
  unsupported_media_type: { status: 415, code: 'params_invalid' },
  rate_limit: { status: 429, code: 'rate_limit' },
  api_error: { status: 500, code: 'api_error' },
  unavailable: { status: 503, code: 'api_error' },
}

/** Says that the bytes asked for a tunnel. */
export const CONNECT_METHOD = 'CONNECT'

/** Seconds a client is asked to wait where waiting helps. */
const RETRY_AFTER_S = 5

/** What the framework's own refusals are to a client; its other 4xx are faults of the request. */
const FRAMEWORK_STATUSES: ReadonlyMap<number, Problem> = new Map([
  [403, new Problem('forbidden', 'The address leads nowhere it may')],
  [404, new Problem('unknown_route', 'No resource has this address')],
  [413, new Problem('params_invalid', 'The body is too large')],
  [415, new Problem('unsupported_media_type', `The body must be ${JSON_API_MEDIA_TYPE}`)],
])

/** Answers a request that failed; what nobody foresaw is logged and told as an internal error. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error)
  if (problem.code === 'api_error') request.log.error(describe(error), 'Request failed')
  const waits = problem.code === 'rate_limit' || problem.code === 'unavailable'
  if (waits && !reply.hasHeader('retry-after')) reply.header('retry-after', RETRY_AFTER_S)
  if (problem.code !== 'unauthenticated') reply.removeHeader('www-authenticate')
  else if (!reply.hasHeader('www-authenticate')) reply.header('www-authenticate', 'Bearer')
  // A request that the framework refuses meets no hook.
  reply.header(REQUEST_ID_HEADER, request.id)
  return sendDocument(reply.code(ANSWERS[problem.code].status), presentProblem(problem))
}

/** Answers bytes that are no HTTP request (bad framing, long headers, too slow), in the same shape. */
export function refuseBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(presentProblem(new Problem('params_invalid', describeFraming(error.code))))
  socket.write(
    `HTTP/1.1 ${ANSWERS.params_invalid.status} Bad Request\r\nContent-Type: ${JSON_API_MEDIA_TYPE}\r\n` +
      `${REQUEST_ID_HEADER}: ${randomUUID()}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
  socket.destroySoon()
}

/** An error document: one entry a fault, statuses as strings (JSON:API 1.1, "Error Objects"). */
function presentProblem(problem: Problem) {
  const { status, code } = ANSWERS[problem.code]
  return {
    errors: problem.faults.map((fault) => ({
      detail: fault.detail,
      source: sourceOf(fault),
      status: String(status),
      code,
    })),
  }
}

/** Where a fault is (JSON:API 1.1, "Error Objects", `source`). */
function sourceOf({ pointer, parameter, header }: Fault) {
  if (parameter !== undefined) return { parameter }
  return header === undefined ? { pointer } : { header }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const status = statusOf(error)
  if (status < 400 || status > 499) return new Problem('api_error', 'Something went wrong on our side')
  return FRAMEWORK_STATUSES.get(status) ?? new Problem('params_invalid', 'The request is not valid')
}

function statusOf(error: unknown): number {
  const isTold = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
  return isTold ? Number(error.statusCode) : ANSWERS.api_error.status
}

/** What a log may hold of an error: never its other properties, where drivers put the data itself. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return { failure: typeof error }
  return { failure: error.name, code: 'code' in error ? error.code : undefined, stack: error.stack }
}

function describeFraming(code: string | undefined): string {
  if (code === CONNECT_METHOD) return 'The method CONNECT is for proxies'
  if (code === 'HPE_HEADER_OVERFLOW') return 'The headers are too long'
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'The request took too long to arrive'
  return 'The request is not valid HTTP'
}
