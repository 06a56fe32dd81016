import { setTimeout as wait } from 'node:timers/promises'
import type { CaptureEnd } from '../../domain/capture-plan.ts'
import { Problem } from '../../domain/problem.ts'
import { finishAttempt } from '../capture/finish-attempt.ts'
import { type LockedIdentification, lockIdentification } from '../identifications/lock-identification.ts'
import { readIdentification } from '../identifications/read-identification.ts'
import { returnUrlOf } from './_link.ts'
import { moveTo } from './_move-to.ts'
import { answer } from './answer.ts'
import { findLiveAttempt } from './find-live-attempt.ts'
import type { JourneyContext } from './journey-context.ts'

/** How long the applicant's browser waits for the automatic answer before it goes on without. */
const ANSWER_WAIT_MS = 20_000
/** How often to look whether the answer is there: short beside the seconds an analysis takes. */
const LOOK_EVERY_MS = 50

/**
 * The applicant's last button: waits for the automatic answer, so that it is there at the redirect.
 * Throws `Problem('params_invalid')` while a scene is missing.
 */
export async function finish(
  context: JourneyContext,
  identificationId: string,
  attemptToken: string,
): Promise<CaptureEnd> {
  const { attempt, scenes } = await findLiveAttempt(context, identificationId, attemptToken)
  if (scenes.some(({ captured_at }) => !captured_at)) {
    throw new Problem('params_invalid', 'Every scene must be filmed first')
  }
  await finishAttempt(context.database, attempt.id, context.clock.now())
  await answer(context, attempt.identification)
  const answered = await waitForAnswer(context, attempt.identification)
  // Reviewed or not, the applicant comes back from what is being processed; unless it was anonymized meanwhile.
  const status = answered.status === 'processed' ? 'processing' : answered.status
  return { redirectUrl: returnUrlOf({ ...answered, status }) }
}

async function waitForAnswer(context: JourneyContext, id: number): Promise<LockedIdentification> {
  for (let waitedMs = 0; waitedMs < ANSWER_WAIT_MS; waitedMs += LOOK_EVERY_MS) {
    const identification = await readIdentification(context.database, { id })
    if (identification.status !== 'initiated') return identification
    await wait(LOOK_EVERY_MS)
  }
  return goOnWithoutAnswer(context, id)
}

async function goOnWithoutAnswer(context: JourneyContext, id: number): Promise<LockedIdentification> {
  return context.database.transaction().execute(async (transaction) => {
    const identification = await lockIdentification(transaction, { id })
    if (identification.status !== 'initiated') return identification
    return moveTo(context, transaction, { identification, to: 'processing', now: context.clock.now() })
  })
}
