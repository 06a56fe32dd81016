import type { Client } from '../../domain/account.ts'
import { canChange } from '../../domain/identification.ts'
import { certifyErasure } from '../anonymization/certify-erasure.ts'
import { destroyAssets } from '../assets/destroy-assets.ts'
import { noteAct } from '../audit/note-act.ts'
import { destroyFacts } from '../capture/facts/destroy-facts.ts'
import { destroyDocument } from '../checks/destroy-document.ts'
import { destroyRecords } from '../identifications/erasure/destroy-records.ts'
import { lockIdentification } from '../identifications/lock-identification.ts'
import { moveTo } from './_move-to.ts'
import type { JourneyContext } from './journey-context.ts'

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
export async function erase(
  context: JourneyContext,
  id: number,
  by: Client | 'retention',
): Promise<'erased' | 'erased before'> {
  const now = context.clock.now()
  const client = by === 'retention' ? undefined : by
  return context.database.transaction().execute(async (database) => {
    const held = await lockIdentification(database, { id })
    if (held.anonymized_at) return 'erased before'
    const dataKey = await destroyRecords(database, held, now)
    await destroyFacts(database, id)
    await destroyDocument(database, id)
    const after = canChange(held.status, 'expired')
      ? await moveTo(context, database, { identification: held, to: 'expired', now, client })
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
        cause: client ? 'request' : 'retention',
        status: { before: held.status, after: after.status },
        dataKey,
        records: RECORDS,
        assets,
        erasedAt: now,
      },
    )
    await noteAct(database, context.keyring, {
      actor: client ? 'client' : 'service',
      accountId: held.account_id,
      clientId: client?.clientId,
      requestId: client?.requestId,
      action: 'identification.anonymized',
      subject: `identification ${held.identification_id}`,
      detail: held.environment,
      now,
    })
    return 'erased'
  })
}
