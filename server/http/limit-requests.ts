import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../../domain/problem.ts'
import { groupAddress } from './_address-group.ts'
import type { TokenBuckets } from './_token-buckets.ts'

/** Whom requests are counted for, and which. */
export interface RequestLimit {
  /** Where they are counted, perhaps beside other listeners. */
  buckets: TokenBuckets
  /** Names whom a request counts for; null lets it pass uncounted. */
  countFor(request: FastifyRequest): string | number | null
  /** What is told who asks too much. */
  detail: string
  nowMs: () => number
}

/**
 * Refuses requests beyond a limit, with the seconds to wait (RFC 6585 §4), at the place among the hooks where it
 * is called. Throws `Problem('rate_limit')` from there.
 */
export function limitRequests(
  app: FastifyInstance,
  { buckets, countFor, detail, nowMs }: RequestLimit,
): void {
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const name = countFor(request)
    const waitS = name === null ? 0 : buckets.take(name, nowMs())
    if (waitS === 0) return
    reply.header('retry-after', waitS)
    throw new Problem('rate_limit', detail)
  })
}

/** Whom a request counts for by where it comes from. */
export function addressOf(request: FastifyRequest): string {
  return groupAddress(request.ip)
}
