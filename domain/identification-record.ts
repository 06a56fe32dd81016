import type { DocumentChecks, DocumentReading, FaceChecks } from './answer.ts'
import type { ApplicantForm } from './applicant-form.ts'
import type { Environment } from './environment.ts'
import type { IdentificationStatus } from './identification.ts'
import type { Identity } from './identity.ts'
import type { Score } from './score.ts'

/** An asset as an answer shows it: where it is stored and the SHA-256 (hex) of its bytes. */
export interface AssetRef {
  key: string
  contentType: string
  sha256: string
}

/** Everything stored of one identification, as its owner rooms give it; ids are resource numbers. */
export interface IdentificationRecord {
  id: number
  identificationId: string
  accountId: number
  configurationId: number
  environment: Environment
  status: IdentificationStatus
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
  updatedAt: Date
  statusUpdatedAt: Date
  anonymizedAt: Date | null
  numberOfAttempts: number
  redirectUrl: string
  webhook: string | null
  faceRequired: boolean
  userAgent: string | null
  userIpAddress: string | null
  comment: string | null
  /** Null until processed. */
  score: Score | null
  reasonCodes: number[]
  identity: { id: number } & Identity
  referenceData: ({ id: number } & Identity) | null
  referenceDataCheck: { id: number; score: Score } | null
  externalIdentity: {
    id: number
    userId: string | null
    phoneNumber: string | null
    mailAddress: string | null
  } | null
  document:
    | ({
        id: number
        frontImage: AssetRef | null
        backImage: AssetRef | null
        signatureImage: AssetRef | null
        frontVideo: AssetRef | null
        backVideo: AssetRef | null
      } & DocumentReading)
    | null
  documentChecks: ({ id: number } & DocumentChecks) | null
  face: { id: number; actions: string | null; image: AssetRef | null; video: AssetRef | null } | null
  faceChecks: ({ id: number } & FaceChecks) | null
  docFaceMatch: { id: number; score: Score } | null
  /** Whether the sides, or the documents, belong together. */
  docDocMatches: { id: number; score: Score }[]
  /** Whether the face is one seen before. */
  faceFaceMatches: { id: number; score: Score }[]
  /** What the applicant declared at the end; null where no form is asked. */
  form: ({ id: number } & ApplicantForm) | null
  /** `match` is the share of equal characters, 0-1; null where nothing can be compared. */
  identityFormMatch: { id: number; score: Score; match: number | null } | null
}
