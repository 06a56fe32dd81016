import type { AbortRequest } from '../../domain/capture-plan.ts'

/**
 * Why the camera cannot be used: the applicant or the system refuses it, there is none, another
 * application holds it, or this browser cannot film (no secure context, no camera or WebRTC interface).
 */
export type CameraProblem = 'not-allowed' | 'not-found' | 'in-use' | 'not-supported'

/** Thrown when the camera cannot be opened. */
export class CameraFailure extends Error {
  readonly problem: CameraProblem

  constructor(problem: CameraProblem) {
    super(`The camera cannot be used: ${problem}`)
    this.name = 'CameraFailure'
    this.problem = problem
  }
}

/**
 * What to tell the server when the applicant leaves because of the camera (API text, "Step 3").
 * A camera held by another application counts as none, the nearest cause the API has.
 */
export const CAMERA_EXITS: Readonly<Record<CameraProblem, AbortRequest>> = {
  'not-allowed': { returnReason: 'error', errorType: 'device-not-allowed' },
  'not-found': { returnReason: 'error', errorType: 'device-not-found' },
  'in-use': { returnReason: 'error', errorType: 'device-not-found' },
  'not-supported': { returnReason: 'error', errorType: 'browser-not-supported' },
}
