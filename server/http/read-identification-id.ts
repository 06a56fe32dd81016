import type { FastifyRequest } from 'fastify'
import { Problem } from '../../domain/problem.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The UUID in the address of a request, lower-case. Throws `Problem('unknown_record')` for anything else. */
export function readIdentificationId(request: FastifyRequest): string {
  const { identificationId } = request.params as { identificationId: string }
  const uuid = identificationId.toLowerCase()
  if (!UUID.test(uuid)) throw new Problem('unknown_record', 'No identification has this id')
  return uuid
}
