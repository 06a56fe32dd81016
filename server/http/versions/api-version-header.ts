import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  API_VERSIONS,
  type ApiVersion,
  isApiVersion,
  NEWEST_API_VERSION,
} from '../../../domain/api-version.ts'
import { Problem } from '../../../domain/problem.ts'
import { clientOf } from '../authentication.ts'

/** Asks for another version than the account's, and tells which one shaped an answer. */
const HEADER = 'vidimus-version'

/** Versions of requests that came far enough to have one. */
const versions = new WeakMap<FastifyRequest, ApiVersion>()

/**
 * Has every request of a client take the version its account is pinned to, or the one it asks for, and every
 * answer name it. To be added after the authentication. A version that there is not is refused.
 */
export function addApiVersions(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const asked = request.headers[HEADER]
    const version = asked ?? clientOf(request).apiVersion ?? NEWEST_API_VERSION
    if (typeof version !== 'string' || !isApiVersion(version)) throw unknownVersion()
    versions.set(request, version)
    reply.header(HEADER, version)
  })
}

/** The version that answers to a request have; the newest before there is a client to ask. */
export function apiVersionOf(request: FastifyRequest): ApiVersion {
  return versions.get(request) ?? NEWEST_API_VERSION
}

function unknownVersion(): Problem {
  const detail = `Vidimus-Version must be one of ${API_VERSIONS.join(', ')}`
  return new Problem('params_invalid', detail, [{ detail, pointer: '', header: 'Vidimus-Version' }])
}
