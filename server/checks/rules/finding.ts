import type { Comment } from '../../../domain/comment.ts'
import { REASON_CODES, type ReasonCode } from '../../../domain/reason-code.ts'
import type { Score } from '../../../domain/score.ts'
import type { AttemptFacts } from '../attempt-facts.ts'

/** One check's outcome with the reasons it gives. */
export interface Finding {
  score: Score
  reasonCodes: ReasonCode[]
  comments: Comment[]
}

/** A check that is satisfied. */
export const VALID: Finding = { score: 1, reasonCodes: [], comments: [] }

/** A check that cannot tell, and why. */
export function cannotTell(reasons: { reasonCode?: ReasonCode; comment?: Comment }): Finding {
  return finding(-1, reasons)
}

/** A check that found an issue, and which. */
export function invalid(reasons: { reasonCode?: ReasonCode; comment?: Comment }): Finding {
  return finding(0, reasons)
}

/** The reason of a fraud as a product tells it: the certified ones mask its kind (API text, reason code 2399). */
export function reasonOfFraud(product: AttemptFacts['product'], reasonCode: ReasonCode): ReasonCode {
  return product === 'certified' ? REASON_CODES.certifiedFraud : reasonCode
}

function finding(
  score: Score,
  { reasonCode, comment }: { reasonCode?: ReasonCode; comment?: Comment },
): Finding {
  return {
    score,
    reasonCodes: reasonCode === undefined ? [] : [reasonCode],
    comments: comment === undefined ? [] : [comment],
  }
}
