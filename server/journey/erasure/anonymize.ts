import type { Client } from '../../../domain/account.ts'
import { Problem } from '../../../domain/problem.ts'
import { type ErasureCertificate, findErasure } from '../../anonymization/find-erasure.ts'
import { findIdentification } from '../../identifications/find-identification.ts'
import { isStandardAnswer } from '../../identifications/standard-answer.ts'
import { erase } from '../erase.ts'
import type { JourneyContext } from '../journey-context.ts'

/**
 * A client has the personal data of an identification erased; a second time changes nothing, and a standard
 * answer has none. Throws `Problem('unknown_record')`.
 */
export async function anonymize(
  context: JourneyContext,
  client: Client,
  identificationId: string,
): Promise<void> {
  if (isStandardAnswer(identificationId)) return
  const { row } = await findIdentification(context, client, identificationId)
  const erased = await erase(context, row.id, client)
  if (erased === 'erased') context.log.info({ identification: row.id }, 'An identification was anonymized')
}

/** The certificate of an identification's erasure. Throws `Problem('unknown_record')` while there is none. */
export async function fetchErasure(
  context: JourneyContext,
  client: Client,
  identificationId: string,
): Promise<ErasureCertificate & { id: number }> {
  const found = isStandardAnswer(identificationId)
    ? null
    : await findIdentification(context, client, identificationId)
  const erasure = found && (await findErasure(context.database, found.row.id))
  if (!erasure) throw new Problem('unknown_record', 'The identification is not anonymized')
  return { id: found.row.id, ...erasure }
}
