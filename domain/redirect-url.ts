import type { IdentificationStatus } from './identification.ts'
import type { ErrorType, ReturnReason } from './return-reason.ts'

/** How an applicant comes back to the client. */
export interface Return {
  identificationId: string
  status: IdentificationStatus
  returnReason: ReturnReason | null
  errorType: ErrorType | null
}

/** Adds the return to the client's redirect-url, whose own parameters stay (API text, "Step 3"). */
export function buildReturnUrl(redirectUrl: string, back: Return): string {
  const url = new URL(redirectUrl)
  url.searchParams.set('identification_id', back.identificationId)
  url.searchParams.set('status', back.status)
  if (back.returnReason) url.searchParams.set('return_reason', back.returnReason)
  if (back.errorType) url.searchParams.set('error_type', back.errorType)
  return url.href
}
