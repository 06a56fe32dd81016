import type { FastifyRequest } from 'fastify'
import { Problem } from '../../domain/problem.ts'

/** Characters of a bearer token at most; ours have 43. */
const MAX_TOKEN_LENGTH = 128

/** The token of `Authorization: Bearer` (RFC 6750 §2.1). Throws `Problem('unauthenticated')`. */
export function readBearerToken({ headers }: FastifyRequest): string {
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '')?.[1]
  if (token && token.length <= MAX_TOKEN_LENGTH) return token
  throw new Problem('unauthenticated', 'The token of the attempt is missing')
}
