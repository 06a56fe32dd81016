import type { AbortRequest } from '../../domain/capture-plan.ts'
import type { ClosedReason } from './screens.ts'

/** Thrown where the applicant chooses to leave on a screen that already knows why. */
export class Leaving extends Error {
  readonly request: AbortRequest

  constructor(request: AbortRequest) {
    super(`The applicant leaves: ${request.returnReason}`)
    this.name = 'Leaving'
    this.request = request
  }
}

/** Thrown when the link turns out to lead nowhere any more. */
export class LinkClosed extends Error {
  readonly reason: ClosedReason
  readonly redirectUrl: string | null

  constructor(reason: ClosedReason, redirectUrl: string | null = null) {
    super(`The link is closed: ${reason}`)
    this.name = 'LinkClosed'
    this.reason = reason
    this.redirectUrl = redirectUrl
  }
}
