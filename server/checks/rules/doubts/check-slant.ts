import { COMMENTS } from '../../../../domain/comment.ts'
import type { DocumentSideFacts } from '../../../../domain/facts.ts'
import type { SceneOutcome } from '../../attempt-facts.ts'
import { cannotTell, type Finding } from '../finding.ts'
import { THRESHOLDS } from '../thresholds.ts'

/**
 * Whether a printed value stands aslant among the others, as one does that was put there later: -1 when it does. Null when none
 * does, which proves no sound print, and for passports, whose pages bend.
 */
export function checkSlant(side: SceneOutcome<DocumentSideFacts>): Finding | null {
  if (typeof side === 'string' || !side.print || side.print.template.documentType === 'Passport') return null
  const degrees = side.doubts?.slant?.degrees ?? 0
  if (degrees < THRESHOLDS.slantDegreesMinimum) return null
  return cannotTell({ comment: COMMENTS.authenticityNotVerified })
}
