import { isOpen } from '../../domain/identification.ts'
import { Problem } from '../../domain/problem.ts'
import { buildReturnUrl } from '../../domain/redirect-url.ts'
import type { LockedIdentification } from '../identifications/lock-identification.ts'

/** Asserts that the link still leads somewhere. Throws `Problem('gone')`. */
export function assertLinkOpen(identification: LockedIdentification, now: Date): void {
  if (!isOpen(identification.status) || identification.expires_at <= now) {
    throw new Problem('gone', 'This link is no longer usable')
  }
}

/** Where the applicant goes from here. */
export function returnUrlOf(identification: LockedIdentification): string {
  return buildReturnUrl(identification.redirect_url, {
    identificationId: identification.identification_id,
    status: identification.status,
    returnReason: identification.return_reason,
    errorType: identification.error_type,
  })
}
