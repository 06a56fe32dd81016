import type { DocumentReading } from './answer.ts'
import type { Comment } from './comment.ts'
import type { IdentificationStatus } from './identification.ts'
import type { Identity } from './identity.ts'
import type { ReasonCode } from './reason-code.ts'
import type { ErrorType, ReturnReason } from './return-reason.ts'
import type { Score } from './score.ts'

/** An answer as a client wants it simulated. */
export interface SimulatedAnswer {
  score: Score
  reasonCodes: ReasonCode[]
  comments: Comment[]
  /** Null: the declared identity where the score is 1, else none. */
  identity: Identity | null
  /** What the document says; the rest is null. */
  document: Partial<DocumentReading>
}

/** What a client wants to happen to its identification, without an applicant or a camera. */
export interface Simulation {
  status: IdentificationStatus
  /** Only with `aborted`. */
  left: { returnReason: ReturnReason; errorType: ErrorType | null } | null
  /** Only with `processing` and `processed`. */
  answer: SimulatedAnswer | null
}

/** The score that goes with reason codes: none is valid, a refusal (2xxx) is not, quality (1xxx) cannot tell. */
export function impliedScore(reasonCodes: readonly ReasonCode[]): Score {
  if (reasonCodes.length === 0) return 1
  return reasonCodes.some((code) => code >= FIRST_REFUSAL) ? 0 : -1
}

/** Reason codes from here on refuse (API text, "Reason codes"). */
const FIRST_REFUSAL = 2000
