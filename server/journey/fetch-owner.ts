import type { Client } from '../../domain/account.ts'
import type { IdentificationRecord } from '../../domain/identification-record.ts'
import { Problem } from '../../domain/problem.ts'
import type { ResourceName } from '../../domain/resource-type.ts'
import { findMatched } from '../checks/form-match/find-form-match.ts'
import { findAnswered, isAnswered } from '../checks/related/find-answered.ts'
import { readIdentification } from '../identifications/read-identification.ts'
import { findOwnerOf, isKeptHere } from '../identifications/related/find-owner-of.ts'
import { findStandardOwner } from '../identifications/standard-answer.ts'
import { fetchIdentification } from './fetch.ts'
import type { JourneyContext } from './journey-context.ts'

/**
 * A client fetches the identification that a resource belongs to. Another account's or the other environment's
 * resource is as unknown as one that does not exist. Throws `Problem('unknown_record')`.
 */
export async function fetchOwner(
  context: JourneyContext,
  client: Client,
  resource: ResourceName,
): Promise<IdentificationRecord> {
  const standard = findStandardOwner(resource)
  if (standard) return fetchIdentification(context, client, standard)
  const id = await findOwnerNumber(context, resource)
  if (id === null) throw new Problem('unknown_record', 'No resource has this id')
  const { identification_id } = await readIdentification(context.database, { id })
  return fetchIdentification(context, client, identification_id)
}

async function findOwnerNumber(
  { database }: JourneyContext,
  { type, id }: ResourceName,
): Promise<number | null> {
  if (type === 'identifications') return id
  if (isKeptHere(type)) return findOwnerOf(database, { type, id })
  if (isAnswered(type)) return findAnswered(database, { type, id })
  if (type === 'identity-form-matches') return findMatched(database, id)
  // The others are found in standard answers alone: nothing of their kind is kept.
  return null
}
