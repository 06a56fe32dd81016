import { COMMENTS } from '../../../domain/comment.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import type { SceneOutcome } from '../attempt-facts.ts'
import { cannotTell, type Finding, invalid } from './finding.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * Whether a side of the document was filmed from a screen: 0 when the card shows the stripes of one beyond doubt, -1 when
 * it shows what print never has. Null when it shows none, which proves no original: fine grids vanish in the camera.
 */
export function checkScreen(side: SceneOutcome<DocumentSideFacts>): Finding | null {
  const stripes = (typeof side === 'string' ? null : side.doubts?.stripes) ?? null
  if (stripes === null || stripes <= THRESHOLDS.stripesOfPrintMaximum) return null
  const comment = COMMENTS.authenticityNotVerified
  if (stripes > THRESHOLDS.stripesOfScreensMinimum) {
    return invalid({ reasonCode: REASON_CODES.shownOnScreen, comment })
  }
  return cannotTell({ comment })
}
