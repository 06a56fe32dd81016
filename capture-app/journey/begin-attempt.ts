import type { CapturePlan, CaptureWelcome } from '../../domain/capture-plan.ts'
import type { DocumentChoice } from '../../domain/scene.ts'
import { ApiFailure } from '../api/api-failure.ts'
import type { JourneyParts } from './journey-parts.ts'
import { keepTrying } from './keep-trying.ts'

/**
 * Tells what will happen, takes the consent and the choice of document, and opens an attempt with
 * them. Throws ApiFailure or Leaving.
 */
export async function beginAttempt(parts: JourneyParts, welcome: CaptureWelcome): Promise<CapturePlan> {
  const document = await askWelcome(parts, welcome)
  const plan = await keepTrying(parts.stage, () => parts.api.begin({ consent: true, document }))
  parts.memory.keep(plan.attemptToken)
  return plan
}

/** Takes up the attempt this tab remembers; null when there is none or the server does not know it. */
export async function resumeAttempt(parts: JourneyParts): Promise<CapturePlan | null> {
  const token = parts.memory.token()
  if (!token) return null
  try {
    return await keepTrying(parts.stage, () => parts.api.resume(token))
  } catch (fault) {
    if (!(fault instanceof ApiFailure)) throw fault
    parts.memory.forget()
    return null
  }
}

async function askWelcome(parts: JourneyParts, welcome: CaptureWelcome): Promise<DocumentChoice> {
  const { requesterName, faceRequired } = welcome
  await parts.stage.show('welcome', { requesterName, faceRequired })
  return askConsent(parts, welcome)
}

async function askConsent(parts: JourneyParts, welcome: CaptureWelcome): Promise<DocumentChoice> {
  const { requesterName, faceRequired, documents } = welcome
  await parts.stage.show('consent', { requesterName, faceRequired })
  const answer = await parts.stage.show('document-choice', { documents, chosen: null })
  if (answer === 'back') return askConsent(parts, welcome)
  parts.stage.update('document-choice', { chosen: answer })
  return answer
}
