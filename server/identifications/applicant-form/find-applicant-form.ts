import type { Kysely } from 'kysely'
import type { ApplicantForm } from '../../../domain/applicant-form.ts'
import type { Database } from '../../platform/database/database.ts'
import { type DataKey, openSealed } from '../../platform/keys/keys.ts'
import { prepareRead } from '../../platform/reads/reads.ts'
import { FORM_PLACE } from './_form-place.ts'

const NOTHING_DECLARED: ApplicantForm = {
  gender: null,
  lastName: null,
  marriedName: null,
  firstName: null,
  middleName: null,
  birthDate: null,
  nationality: null,
  birthPlaceCountry: null,
  birthPlaceCity: null,
  birthPlaceCityCode: null,
  addressFirstLine: null,
  addressSecondLine: null,
  addressPostcode: null,
  addressCity: null,
  addressCountry: null,
  mailAddress: null,
  phoneNumber: null,
  siren: null,
}

const readForm = prepareRead((database, { identification }: { identification: number }) =>
  database
    .selectFrom('applicant_forms')
    .select(['id', 'sealed'])
    .where('identification', '=', identification),
)

/** What an applicant declared, with its resource number; nulls once it is anonymized, null where no form was saved. */
export async function findApplicantForm(
  database: Kysely<Database>,
  identification: number,
  dataKey: DataKey | null,
): Promise<({ id: number } & ApplicantForm) | null> {
  const [row] = await readForm(database, { identification })
  if (!row) return null
  return { id: row.id, ...(openSealed<ApplicantForm>(dataKey, FORM_PLACE, row.sealed) ?? NOTHING_DECLARED) }
}
