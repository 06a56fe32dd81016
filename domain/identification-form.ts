import type { Identity } from './identity.ts'

/** Where the applicant lives, as the client says at creation (API text, "Create identification"). */
export interface PlaceOfResidence {
  /** ISO 3166-1 alpha-3. */
  country: string
  /** ISO 3166-2, of the same country. */
  subdivision: string | null
}

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

/** By what a request that was sent twice is known: SHA-256 of configuration and key, HMAC-SHA-256 of the body under the key. */
export interface Idempotency {
  keySha256: Uint8Array
  bodySha256: Uint8Array
}

/** Milliseconds for which a key is remembered: a day, within which every client's queue has tried again. */
export const IDEMPOTENCY_MS = 24 * 60 * 60 * 1_000
