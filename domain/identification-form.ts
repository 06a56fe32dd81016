import type { Identity } from './identity.ts'
import type { PlaceOfResidence } from './place-of-residence.ts'

/** What a client asks for when it creates an identification, after validation; null = not given. */
export interface IdentificationForm {
  externalIdentity: {
    userId: string | null
    phoneNumber: string | null
    mailAddress: string | null
  } | null
  referenceData: Identity | null
  /** Fills in the place of residence for the applicant. */
  placeOfResidence: PlaceOfResidence | null
  webhook: string | null
  redirectUrl: string | null
  faceRequired: boolean | null
}
