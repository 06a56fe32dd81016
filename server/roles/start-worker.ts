import { forgetKeys } from '../identifications/idempotency/forget-keys.ts'
import { anonymizeOld } from '../journey/erasure/anonymize-old.ts'
import { expire } from '../journey/expire.ts'
import type { AnalysisContext } from '../journey/journey-context.ts'
import { renewSigningKeys } from '../journey/renew-signing-keys.ts'
import { sealAuditLog } from '../journey/seal-audit-log.ts'

/** Links are looked through every minute: one ends at most a minute late. */
const EXPIRY_CRON = '* * * * *'

/** Once a night, when little else is done. */
const FORGETTING_CRON = '23 3 * * *'

/** Six times an hour, so that a run stays short: data is erased at most minutes after its day. */
const RETENTION_CRON = '*/10 * * * *'

/** Keys are remembered for a day, and an hour more at most. */
const KEYS_CRON = '41 * * * *'

/** Keys are looked through every hour; one that ends in between is renewed by the answer that needs it. */
const SIGNING_KEY_CRON = '17 * * * *'

/** An act is at most a minute old when it enters the chain. */
const AUDIT_CRON = '* * * * *'

/** Works the jobs: analysis, webhooks, expiry, retention, signing keys. */
export async function startWorker(context: AnalysisContext): Promise<void> {
  const { queue } = context
  // What codes pictures and the HTTP client take a quarter of a second to load: the first jobs can wait for it, a start should not.
  await queue.work('analyze-scene', async ({ sceneId }) => {
    const { analyze } = await import('../journey/analyze.ts')
    await analyze(context, sceneId)
  })
  await queue.work('deliver-webhook', async ({ announcementId }) => {
    const { deliver } = await import('../journey/deliver.ts')
    await deliver(context, announcementId)
  })
  await queue.work('expire-identifications', () => expire(context))
  await queue.schedule('expire-identifications', EXPIRY_CRON)
  await queue.work('anonymize-old', () => anonymizeOld(context))
  await queue.schedule('anonymize-old', RETENTION_CRON)
  await queue.work('forget-deliveries', async () => {
    const { forgetDeliveries } = await import('../webhooks/forget-deliveries.ts')
    await forgetDeliveries(context)
  })
  await queue.schedule('forget-deliveries', FORGETTING_CRON)
  await queue.work('forget-idempotency-keys', () => forgetKeys(context))
  await queue.schedule('forget-idempotency-keys', KEYS_CRON)
  await queue.work('renew-signing-keys', () => renewSigningKeys(context))
  await queue.schedule('renew-signing-keys', SIGNING_KEY_CRON)
  await queue.work('seal-audit', () => sealAuditLog(context))
  await queue.schedule('seal-audit', AUDIT_CRON)
}
