import { listRetentions } from '../../configurations/list-retentions.ts'
import { findOver } from '../../identifications/erasure/find-over.ts'
import { erase } from '../erase.ts'
import type { JourneyContext } from '../journey-context.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
/** Identifications that one run erases of a configuration at the most, so that none waits for another's past. */
const ERASED_PER_RUN = 500

/** Erases the personal data of identifications that ended longer ago than their configuration keeps it. */
export async function anonymizeOld(context: JourneyContext): Promise<void> {
  const now = context.clock.now()
  for (const { configurationId, days } of await listRetentions(context.database)) {
    const endedBefore = new Date(now.getTime() - days * DAY_MS)
    const over = { configurationId, endedBefore, limit: ERASED_PER_RUN }
    const erased = await eraseEach(context, await findOver(context.database, over))
    if (erased > 0) context.log.info({ configuration: configurationId, erased }, 'Retention ended')
  }
}

/** One that fails is told and waits for the next run; the others do not wait for it. */
async function eraseEach(context: JourneyContext, ids: number[]): Promise<number> {
  let erased = 0
  for (const id of ids) {
    try {
      if ((await erase(context, id, 'retention')) === 'erased') erased++
    } catch (error) {
      context.log.error(
        { identification: id, error },
        'An identification whose retention ended is not erased',
      )
    }
  }
  return erased
}
