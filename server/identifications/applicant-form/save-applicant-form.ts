import type { Transaction } from 'kysely'
import type { ApplicantForm } from '../../../domain/applicant-form.ts'
import type { Database } from '../../platform/database/database.ts'
import type { DataKey } from '../../platform/keys/keys.ts'
import { FORM_PLACE } from './_form-place.ts'

/** Keeps what an applicant declared, in place of what they declared before; its resource number stays. */
export async function saveApplicantForm(
  transaction: Transaction<Database>,
  identification: number,
  { form, dataKey, now }: { form: ApplicantForm; dataKey: DataKey; now: Date },
): Promise<void> {
  const columns = { sealed: dataKey.seal(FORM_PLACE, form), saved_at: now }
  await transaction
    .insertInto('applicant_forms')
    .values({ identification, ...columns })
    .onConflict((conflict) => conflict.column('identification').doUpdateSet(columns))
    .execute()
}
