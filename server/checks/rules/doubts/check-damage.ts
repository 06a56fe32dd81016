import { COMMENTS } from '../../../../domain/comment.ts'
import type { DocumentSideFacts } from '../../../../domain/facts.ts'
import { REASON_CODES } from '../../../../domain/reason-code.ts'
import type { SceneOutcome } from '../../attempt-facts.ts'
import { cannotTell, type Finding } from '../finding.ts'
import { THRESHOLDS } from '../thresholds.ts'

/**
 * Whether a corner of a side is missing, as issuers cut it off documents that are no longer valid: -1 when it is. Null when
 * none is, which proves no sound document: creases, stains and wear are not measured.
 */
export function checkDamage(side: SceneOutcome<DocumentSideFacts>): Finding | null {
  const missing = typeof side === 'string' ? null : (side.doubts?.missingCorner ?? null)
  if (missing === null || missing < THRESHOLDS.missingCornerMinimum) return null
  return cannotTell({ reasonCode: REASON_CODES.documentDamaged, comment: COMMENTS.authenticityNotVerified })
}
