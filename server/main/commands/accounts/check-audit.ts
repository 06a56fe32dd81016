import { listActs } from '../../../audit/list-acts.ts'
import type { ChainHead } from '../../../audit/seal-audit.ts'
import { verifyAudit } from '../../../audit/verify-audit.ts'
import { withPlatform } from '../with-platform.ts'
import { tellMany, tellOne } from './tell.ts'

/** Shows the newest entries of the audit log. */
export async function showAudit(options: { json?: boolean; account?: number; limit: number }): Promise<void> {
  const which = { accountId: options.account ?? null, limit: options.limit }
  const entries = await withPlatform(({ database }) => listActs(database, which))
  tellMany(
    entries.map((entry) => ({ ...entry })),
    options,
  )
}

/** Checks the whole audit log; the first fault ends the command with exit code 1. */
export async function checkAudit(options: { json?: boolean; noted?: ChainHead }): Promise<void> {
  const { fault, sealed, unsealed, head } = await withPlatform(({ database, keyring }) =>
    // One picture of the log: a sealing that commits meanwhile is not mistaken for a cut.
    database
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((log) => verifyAudit(log, { keyring, noted: options.noted ?? null })),
  )
  if (fault !== null) throw new Error(`The audit log is broken: ${fault}`)
  const end = head ? `${head.position}:${head.hash}` : null
  tellOne({ verdict: 'whole', sealed, unsealed, head: end }, options)
}
