import type { TurnSide } from './challenge.ts'
import type { LightColour } from './faces/light.ts'
import type { Hint } from './hint.ts'
import type { IdentificationStatus } from './identification.ts'
import type { PlaceOfResidence } from './identification-form.ts'
import type { ErrorType, ReturnReason } from './return-reason.ts'
import type { DocumentChoice, SceneName } from './scene.ts'

/** Answer of `GET /capture/:identificationId`: what the capture app shows first. */
export interface CaptureWelcome {
  status: IdentificationStatus
  /** Who asks for the verification. */
  requesterName: string
  documents: DocumentChoice[]
  faceRequired: boolean
  /** Fills in the form's place of residence; null where the client did not say. */
  placeOfResidence: PlaceOfResidence | null
  /** Where to go when the link is no longer open; null while it is. */
  redirectUrl: string | null
}

/** Body of `POST /capture/:identificationId/attempts`. */
export interface AttemptRequest {
  consent: true
  document: DocumentChoice
}

/** Answer of `POST /capture/:identificationId/attempts` (201) and of `GET …/attempt` (resuming). */
export interface CapturePlan {
  /** Bearer token of this attempt; kept in sessionStorage so that a reload resumes. */
  attemptToken: string
  document: DocumentChoice
  scenes: { name: SceneName; facing: 'environment' | 'user'; width: number; height: number }[]
  /** The first scene not yet captured; null when all are. */
  nextScene: SceneName | null
}

/**
 * Messages of the live channel (`GET /capture/:identificationId/live`, one JSON object a line).
 * The server judges the frames; the page only shows what it is told.
 */
export type LiveMessage =
  | { type: 'hint'; scene: SceneName; hint: Hint; progress: number; frameTime: number }
  | { type: 'turn'; scene: SceneName; turn: TurnSide | null }
  | { type: 'light'; scene: SceneName; colour: LightColour | null }
  | { type: 'captured'; scene: SceneName }
  | { type: 'scene-timeout'; scene: SceneName; seen: 'nothing' | 'something' }
  | { type: 'closed'; reason: 'aborted' | 'expired' | 'replaced' | 'no-media' }

/** Body of `POST /capture/:identificationId/abort`. */
export interface AbortRequest {
  returnReason: ReturnReason
  errorType?: ErrorType
}

/** Answer of finish and abort: where the browser goes. */
export interface CaptureEnd {
  redirectUrl: string
}
