import type { CapturePlan } from '../../domain/capture-plan.ts'
import type { DocumentChoice } from '../../domain/scene.ts'
import { startAttempt } from '../capture/start-attempt.ts'
import { lockIdentification } from '../identifications/lock-identification.ts'
import { noteAttempt } from '../identifications/note-attempt.ts'
import { openDataKey } from '../identifications/open-data-key.ts'
import { planCapture } from './_capture-plan.ts'
import { assertLinkOpen } from './_link.ts'
import { moveTo } from './_move-to.ts'
import type { JourneyContext } from './journey-context.ts'

/** An applicant who consents and has chosen a document. */
export interface Visit {
  identificationId: string
  document: DocumentChoice
  userAgent: string | null
  ipAddress: string | null
}

/** The applicant starts an attempt; the first one makes the identification initiated. */
export async function start(context: JourneyContext, visit: Visit): Promise<CapturePlan> {
  const now = context.clock.now()
  return context.database.transaction().execute(async (transaction) => {
    const identification = await lockIdentification(transaction, visit)
    assertLinkOpen(identification, now)
    const { document } = visit
    const started = await startAttempt(transaction, {
      identification: identification.id,
      document,
      faceRequired: identification.face_required,
      faceLight: context.faceLight ?? 'asked',
      now,
    })
    const expiresAt = new Date(now.getTime() + context.linkMs)
    const dataKey = await openDataKey({ ...context, database: transaction }, identification.id)
    await noteAttempt(transaction, identification.id, { ...visit, dataKey, now, expiresAt })
    if (identification.status === 'uninitiated') {
      await moveTo(context, transaction, { identification, to: 'initiated', now })
    }
    const scenes = started.scenes.map((name) => ({ name, isCaptured: false }))
    return planCapture({ attemptToken: started.attemptToken, document, scenes })
  })
}
