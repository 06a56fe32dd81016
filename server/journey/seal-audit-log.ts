import { sealAudit } from '../audit/seal-audit.ts'
import type { Platform } from '../platform/platform.ts'

/** Lengthens the audit log's chain by what was noted since; its end goes into the log, where it can be kept apart. */
export async function sealAuditLog({ database, keyring, clock, log }: Platform): Promise<void> {
  const head = await sealAudit(database, { keyring, now: clock.now() })
  if (head) log.info(head, 'The audit log was sealed')
}
