import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../../domain/problem.ts'
import { groupAddress } from './_address-group.ts'
import { TokenBuckets } from './_token-buckets.ts'

/** Whom requests are counted for, and which. */
export interface RequestLimit {
  /** Requests a minute, and at once after a quiet minute. */
  perMinute: number
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
  { perMinute, countFor, detail, nowMs }: RequestLimit,
): void {
  const buckets = new TokenBuckets(perMinute)
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
