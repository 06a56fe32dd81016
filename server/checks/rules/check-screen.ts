import { COMMENTS } from '../../../domain/comment.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import type { SceneOutcome } from '../attempt-facts.ts'
import { cannotTell, type Finding } from './finding.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * Whether a side of the document was filmed from a screen: -1 when the card shows the grid of one, which a reviewer can
 * settle. Null when it shows none, which proves no original: fine grids vanish in the camera.
 */
export function checkScreen(side: SceneOutcome<DocumentSideFacts>): Finding | null {
  const doubts = typeof side === 'string' ? null : side.doubts
  if (!doubts?.pattern) return null
  const { pattern, weakerSharpness } = doubts
  // A smear leaves ridges of frequencies that pass for a pattern.
  if (weakerSharpness !== null && weakerSharpness < THRESHOLDS.weakerSharpnessMinimum) return null
  const isScreen =
    pattern.colour > THRESHOLDS.patternColourMaximum || pattern.luma > THRESHOLDS.patternLumaMaximum
  if (!isScreen) return null
  return cannotTell({ reasonCode: REASON_CODES.shownOnScreen, comment: COMMENTS.authenticityNotVerified })
}
