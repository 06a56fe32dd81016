import { COMMENTS } from '../../../domain/comment.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import type { SceneOutcome } from '../attempt-facts.ts'
import { cannotTell, type Finding, invalid } from './finding.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * Whether a side of the document was filmed from a screen: 0 when the card shows the stripes of one beyond doubt, -1 when
 * it shows what print never has, or a frame without a card or zone does, which may be anything. Null when it shows none, which
 * proves no original: fine grids vanish in the camera.
 */
export function checkScreen(side: SceneOutcome<DocumentSideFacts>): Finding | null {
  if (typeof side === 'string') return null
  const stripes = side.doubts?.stripes ?? null
  if (stripes === null || stripes <= THRESHOLDS.stripesOfPrintMaximum) return null
  const comment = COMMENTS.authenticityNotVerified
  const isOfDocument = side.card !== null || side.mrz !== null
  if (isOfDocument && stripes > THRESHOLDS.stripesOfScreensMinimum) {
    return invalid({ reasonCode: REASON_CODES.shownOnScreen, comment })
  }
  return cannotTell({ comment })
}
