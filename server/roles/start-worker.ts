import { analyze } from '../journey/analyze.ts'
import { deliver } from '../journey/deliver.ts'
import { expire } from '../journey/expire.ts'
import type { AnalysisContext } from '../journey/journey-context.ts'

/** Links are looked through every minute: one ends at most a minute late. */
const EXPIRY_CRON = '* * * * *'

/** Works the jobs: analysis, webhooks, expiry. */
export async function startWorker(context: AnalysisContext): Promise<void> {
  await context.queue.work('analyze-scene', ({ sceneId }) => analyze(context, sceneId))
  await context.queue.work('deliver-webhook', (payload) => deliver(context, payload))
  await context.queue.work('expire-identifications', () => expire(context))
  await context.queue.schedule('expire-identifications', EXPIRY_CRON)
}
