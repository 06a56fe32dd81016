import type { Kysely } from 'kysely'
import type { Account } from '../../domain/account.ts'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { updateCertificatePolicy } from './_account-rows.ts'

/** Says whether an account must show its certificate, from the next request on. Throws `Problem('unknown_record')`. */
export async function setCertificatePolicy(
  database: Kysely<Database>,
  { id, certificatePolicy }: Omit<Account, 'name'>,
): Promise<void> {
  const changed = await updateCertificatePolicy(database, id, certificatePolicy === 'required')
  if (changed === 0) throw new Problem('unknown_record', 'No account has this id')
}
