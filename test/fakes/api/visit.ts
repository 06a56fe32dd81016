import type { DocumentSideFacts, FaceFacts } from '../../../domain/facts.ts'
import type { DocumentChoice } from '../../../domain/scene.ts'
import { markSceneCaptured, saveSceneFacts } from '../../../server/capture/mark-scene.ts'
import { openDataKey } from '../../../server/identifications/open-data-key.ts'
import { readIdentification } from '../../../server/identifications/read-identification.ts'
import { findLiveAttempt } from '../../../server/journey/find-live-attempt.ts'
import type { JourneyContext } from '../../../server/journey/journey-context.ts'
import { start } from '../../../server/journey/start.ts'
import { makeFace, makeFront } from '../scene-facts.ts'

/** An applicant's attempt, begun. */
export interface Visit {
  identificationId: string
  attemptToken: string
}

/** Plays an applicant who consents and chooses a document. */
export async function beginVisit(
  context: JourneyContext,
  identificationId: string,
  document: DocumentChoice = 'passport',
): Promise<Visit> {
  const applicant = { userAgent: 'a browser', ipAddress: '192.0.2.1' }
  const { attemptToken } = await start(context, { identificationId, document, ...applicant })
  return { identificationId, attemptToken }
}

/** Every scene is filmed and read: a passport and its holder, unless told otherwise. */
export async function filmVisit(
  context: JourneyContext,
  { identificationId, attemptToken }: Visit,
  { front = makeFront(), face = makeFace() }: { front?: DocumentSideFacts; face?: FaceFacts } = {},
): Promise<void> {
  const { id } = await readIdentification(context.database, { identificationId })
  const dataKey = await openDataKey(context, id)
  if (!dataKey) throw new Error('The identification has no key')
  const { scenes } = await findLiveAttempt(context, identificationId, attemptToken)
  const now = context.clock.now()
  for (const scene of scenes) {
    await markSceneCaptured(context.database, scene.id, now)
    const facts = scene.name === 'face' ? face : front
    await saveSceneFacts(context.database, scene.id, { facts, dataKey, now })
  }
}
