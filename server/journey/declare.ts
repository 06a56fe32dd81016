import type { ApplicantForm } from '../../domain/applicant-form.ts'
import { saveApplicantForm } from '../identifications/applicant-form/save-applicant-form.ts'
import { lockIdentification } from '../identifications/lock-identification.ts'
import { openDataKey } from '../identifications/open-data-key.ts'
import { assertLinkOpen } from './_link.ts'
import { findLiveAttempt } from './find-live-attempt.ts'
import type { JourneyContext } from './journey-context.ts'

/** A form of an applicant who is in an attempt. */
export interface Declaration {
  identificationId: string
  attemptToken: string
  form: ApplicantForm
}

/**
 * The applicant declares who they are, at the end of the flow and before it is finished; the answer compares it with
 * what was read. Declared again, the newer one counts. Throws `Problem('gone')` for a link that has ended.
 */
export async function declare(context: JourneyContext, declaration: Declaration): Promise<void> {
  const { identificationId, attemptToken, form } = declaration
  await findLiveAttempt(context, identificationId, attemptToken)
  const now = context.clock.now()
  await context.database.transaction().execute(async (transaction) => {
    const identification = await lockIdentification(transaction, { identificationId })
    assertLinkOpen(identification, now)
    const dataKey = await openDataKey({ ...context, database: transaction }, identification.id)
    if (dataKey) await saveApplicantForm(transaction, identification.id, { form, dataKey, now })
  })
}
