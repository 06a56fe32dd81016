import type { AbortRequest, CaptureEnd } from '../../domain/capture-plan.ts'
import { lockIdentification } from '../identifications/lock-identification.ts'
import { assertLinkOpen, returnUrlOf } from './_link.ts'
import { moveTo } from './_move-to.ts'
import type { JourneyContext } from './journey-context.ts'

/** The applicant leaves, for a reason; the link is not usable afterwards. */
export async function abort(
  context: JourneyContext,
  identificationId: string,
  { returnReason, errorType }: AbortRequest,
): Promise<CaptureEnd> {
  const now = context.clock.now()
  return context.database.transaction().execute(async (transaction) => {
    const identification = await lockIdentification(transaction, { identificationId })
    assertLinkOpen(identification, now)
    const left = { returnReason, errorType: errorType ?? null }
    const moved = await moveTo(context, transaction, { identification, to: 'aborted', now, left })
    return { redirectUrl: returnUrlOf(moved) }
  })
}
