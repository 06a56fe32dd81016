import type { Transaction } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import type { FormMatch } from './check-form-match.ts'

/** Keeps how far form and identity agree, in place of what was kept; its resource number stays. */
export async function saveFormMatch(
  transaction: Transaction<Database>,
  identification: number,
  match: FormMatch,
): Promise<void> {
  await transaction
    .insertInto('identity_form_matches')
    .values({ identification, ...match })
    .onConflict((conflict) => conflict.column('identification').doUpdateSet({ ...match }))
    .execute()
}
