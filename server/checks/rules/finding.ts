import type { Comment } from '../../../domain/comment.ts'
import type { ReasonCode } from '../../../domain/reason-code.ts'
import type { Score } from '../../../domain/score.ts'

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
