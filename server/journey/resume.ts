import type { CapturePlan } from '../../domain/capture-plan.ts'
import { noteApplicantGone } from '../capture/finish-attempt.ts'
import { keepLinkOpen } from '../identifications/keep-link-open.ts'
import { planCapture } from './_capture-plan.ts'
import { findLiveAttempt } from './find-live-attempt.ts'
import type { JourneyContext } from './journey-context.ts'

/** The applicant comes back to a running attempt (a reload, a lost connection). */
export async function resume(
  context: JourneyContext,
  identificationId: string,
  attemptToken: string,
): Promise<CapturePlan> {
  const { attempt, scenes } = await findLiveAttempt(context, identificationId, attemptToken)
  const expiresAt = new Date(context.clock.now().getTime() + context.linkMs)
  await keepLinkOpen(context.database, attempt.identification, expiresAt)
  await noteApplicantGone(context.database, attempt.id, null)
  return planCapture({
    attemptToken,
    document: attempt.document,
    scenes: scenes.map(({ name, captured_at }) => ({ name, isCaptured: captured_at !== null })),
  })
}
