import { COMMENTS } from '../../../../domain/comment.ts'
import type { DocumentSideFacts } from '../../../../domain/facts.ts'
import { REASON_CODES } from '../../../../domain/reason-code.ts'
import type { SceneOutcome } from '../../attempt-facts.ts'
import { cannotTell, type Finding } from '../finding.ts'
import { THRESHOLDS } from '../thresholds.ts'

/**
 * Whether the view of a side changed at all while it was filmed: -1 when it stood still as only a picture or a camera on a
 * stand does. Null when it moved, which proves no original, or was not seen often enough.
 */
export function checkView(side: SceneOutcome<DocumentSideFacts>): Finding | null {
  const view = typeof side === 'string' ? null : side.doubts?.view
  if (!view || view.frames < THRESHOLDS.stillFramesMinimum) return null
  if (view.movedPx > THRESHOLDS.stillPxMaximum || view.lightShare > THRESHOLDS.stillLightShareMaximum)
    return null
  const comment = COMMENTS.documentInstructionsNotFollowed
  return cannotTell({ reasonCode: REASON_CODES.noDynamicView, comment })
}
