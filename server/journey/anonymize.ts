import type { Client } from '../../domain/account.ts'
import { canChange } from '../../domain/identification.ts'
import { Problem } from '../../domain/problem.ts'
import { certifyErasure, type Erasure } from '../anonymization/certify-erasure.ts'
import { type ErasureCertificate, findErasure } from '../anonymization/find-erasure.ts'
import { destroyAssets } from '../assets/destroy-assets.ts'
import { noteAct } from '../audit/note-act.ts'
import { destroyFacts } from '../capture/facts/destroy-facts.ts'
import { destroyDocument } from '../checks/destroy-document.ts'
import { destroyRecords } from '../identifications/erasure/destroy-records.ts'
import { findIdentification } from '../identifications/find-identification.ts'
import { lockIdentification } from '../identifications/lock-identification.ts'
import { isStandardAnswer } from '../identifications/standard-answer.ts'
import { moveTo } from './_move-to.ts'
import type { JourneyContext } from './journey-context.ts'

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
  const erased = await erase(context, row.id, 'request')
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

/** The sealed columns that an erasure empties. */
const RECORDS = [
  'identifications.visit',
  'identifications.residence',
  'identities',
  'reference_data',
  'external_identities',
  'applicant_forms',
  'scenes.facts',
  'answers.document',
]

/**
 * Erases the personal data of an identification (resource number), once: its data key, its sealed records, its
 * assets. One that can still end expires. Steps that work on it meanwhile wait for its row and then find no
 * data key. Files go last: should the commit fail, what is lost was to go, and the next try does the rest.
 */
async function erase(
  context: JourneyContext,
  id: number,
  cause: Erasure['cause'],
): Promise<'erased' | 'erased before'> {
  const now = context.clock.now()
  return context.database.transaction().execute(async (database) => {
    const held = await lockIdentification(database, { id })
    if (held.anonymized_at) return 'erased before'
    const dataKey = await destroyRecords(database, held, now)
    await destroyFacts(database, id)
    await destroyDocument(database, id)
    const after = canChange(held.status, 'expired')
      ? await moveTo(context, database, { identification: held, to: 'expired', now })
      : held
    const owner = { accountId: held.account_id, identificationId: held.identification_id }
    const assets = await destroyAssets(
      { database, storage: context.storage },
      { identification: id, ...owner },
    )
    await certifyErasure(
      { database, keyring: context.keyring },
      {
        identification: id,
        identificationId: held.identification_id,
        cause,
        status: { before: held.status, after: after.status },
        dataKey,
        records: RECORDS,
        assets,
        erasedAt: now,
      },
    )
    await noteAct(database, context.keyring, {
      actor: cause === 'request' ? 'client' : 'service',
      accountId: held.account_id,
      action: 'identification.anonymized',
      subject: `identification ${held.identification_id}`,
      detail: held.environment,
      now,
    })
    return 'erased'
  })
}
