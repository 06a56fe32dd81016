import { analyze } from '../journey/analyze.ts'
import { deliver } from '../journey/deliver.ts'
import { expire } from '../journey/expire.ts'
import type { AnalysisContext } from '../journey/journey-context.ts'
import { forgetDeliveries } from '../webhooks/forget-deliveries.ts'

/** Links are looked through every minute: one ends at most a minute late. */
const EXPIRY_CRON = '* * * * *'

/** Once a night, when little else is done. */
const FORGETTING_CRON = '23 3 * * *'

/** Works the jobs: analysis, webhooks, expiry. */
export async function startWorker(context: AnalysisContext): Promise<void> {
  const { queue } = context
  await queue.work('analyze-scene', ({ sceneId }) => analyze(context, sceneId))
  await queue.work('deliver-webhook', ({ announcementId }) => deliver(context, announcementId))
  await queue.work('expire-identifications', () => expire(context))
  await queue.schedule('expire-identifications', EXPIRY_CRON)
  await queue.work('forget-deliveries', () => forgetDeliveries(context))
  await queue.schedule('forget-deliveries', FORGETTING_CRON)
}
