import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem, type ProblemCode } from '../../domain/problem.ts'
import { JSON_API_MEDIA_TYPE, sendDocument } from './json-api.ts'

/** HTTP status of each kind of failure (API text, "HTTP Status codes"); no other status is ever sent. */
const STATUSES: Readonly<Record<ProblemCode, number>> = {
  params_invalid: 400,
  queued: 400,
  unauthenticated: 401,
  forbidden: 403,
  unknown_record: 404,
  unknown_route: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  gone: 410,
  unsupported_media_type: 415,
  rate_limit: 429,
  api_error: 500,
  unavailable: 503,
}

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
  if (problem.code === 'rate_limit' || problem.code === 'unavailable') {
    reply.header('retry-after', RETRY_AFTER_S)
  }
  if (problem.code === 'unauthenticated' && !reply.hasHeader('www-authenticate')) {
    reply.header('www-authenticate', 'Bearer')
  }
  return sendDocument(reply.code(STATUSES[problem.code]), presentProblem(problem))
}

/** Answers bytes that are no HTTP request (bad framing, long headers, too slow), in the same shape. */
export function refuseBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(presentProblem(new Problem('params_invalid', describeFraming(error.code))))
  socket.write(
    `HTTP/1.1 ${STATUSES.params_invalid} Bad Request\r\nContent-Type: ${JSON_API_MEDIA_TYPE}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
  socket.destroySoon()
}

/** An error document: one entry a fault, statuses as strings (JSON:API 1.1, "Error Objects"). */
function presentProblem(problem: Problem) {
  return {
    errors: problem.faults.map(({ detail, pointer }) => ({
      detail,
      source: { pointer },
      status: String(STATUSES[problem.code]),
      code: problem.code,
    })),
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const status = statusOf(error)
  if (status < 400 || status > 499) return new Problem('api_error', 'Something went wrong on our side')
  return FRAMEWORK_STATUSES.get(status) ?? new Problem('params_invalid', 'The request is not valid')
}

function statusOf(error: unknown): number {
  const isTold = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
  return isTold ? Number(error.statusCode) : STATUSES.api_error
}

/** What a log may hold of an error: never its other properties, where drivers put the data itself. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return { failure: typeof error }
  return { failure: error.name, code: 'code' in error ? error.code : undefined, stack: error.stack }
}

function describeFraming(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return 'The headers are too long'
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'The request took too long to arrive'
  return 'The request is not valid HTTP'
}
