import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Idempotency } from '../../domain/identification-form.ts'
import { Problem } from '../../domain/problem.ts'
import { rawBodyOf } from './raw-body.ts'

/** What a key may be: visible characters, of the length that such columns have everywhere. */
const KEY = /^[\x21-\x7e]{1,255}$/

/** Reads `Idempotency-Key` and the body it stands for; null without one. Throws `Problem('params_invalid')`. */
export function readIdempotency(request: FastifyRequest): Idempotency | null {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new Problem('params_invalid', 'Idempotency-Key must have 1 to 255 visible characters')
  }
  return { keySha256: sha256(Buffer.from(key)), bodySha256: sha256(rawBodyOf(request)) }
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
