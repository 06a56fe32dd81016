import { createHash, createHmac } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Client } from '../../domain/account.ts'
import type { Idempotency } from '../../domain/identification-form.ts'
import { Problem } from '../../domain/problem.ts'
import { rawBodyOf } from './raw-body.ts'

/** What a key may be: visible characters, of the length that such columns have everywhere. */
const KEY = /^[\x21-\x7e]{1,255}$/

/**
 * Reads `Idempotency-Key`, which each configuration has for itself, and the body it stands for; null without one.
 * The body's hash is made with the key (RFC 2104): alone it would let names and birth dates be guessed. Throws
 * `Problem('params_invalid')`.
 */
export function readIdempotency(request: FastifyRequest, { configurationId }: Client): Idempotency | null {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new Problem('params_invalid', 'Idempotency-Key must have 1 to 255 visible characters')
  }
  return {
    keySha256: createHash('sha256').update(`${configurationId}:${key}`).digest(),
    bodySha256: createHmac('sha256', key).update(rawBodyOf(request)).digest(),
  }
}
