import { noteApplicantGone } from '../capture/finish-attempt.ts'
import type { JourneyContext } from './journey-context.ts'

/** The applicant's stream has ended without a word; the attempt waits to be resumed until the link ends. */
export async function lose(context: JourneyContext, attempt: number): Promise<void> {
  const isLost = await noteApplicantGone(context.database, attempt, context.clock.now())
  if (isLost) context.log.info({ attempt }, 'applicant gone')
}
