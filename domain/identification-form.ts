import type { Identity } from './identity.ts'

/** What a client asks for when it creates an identification, after validation; null = not given. */
export interface IdentificationForm {
  externalIdentity: {
    userId: string | null
    phoneNumber: string | null
    mailAddress: string | null
  } | null
  referenceData: Identity | null
  webhook: string | null
  redirectUrl: string | null
  faceRequired: boolean | null
}
