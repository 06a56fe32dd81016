import { isOpen } from '../../domain/identification.ts'
import { findExpired } from '../identifications/find-expired.ts'
import { lockIdentification } from '../identifications/lock-identification.ts'
import { moveTo } from './_move-to.ts'
import type { JourneyContext } from './journey-context.ts'

/** Expires every identification whose link has ended. */
export async function expire(context: JourneyContext): Promise<void> {
  const now = context.clock.now()
  for (const id of await findExpired(context.database, now)) {
    await context.database.transaction().execute(async (transaction) => {
      const identification = await lockIdentification(transaction, { id })
      // The applicant may have done something since the list was made.
      if (!isOpen(identification.status) || identification.expires_at > now) return
      await moveTo(context, transaction, { identification, to: 'expired', now })
    })
  }
}
