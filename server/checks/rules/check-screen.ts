import { COMMENTS } from '../../../domain/comment.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import type { SceneOutcome } from '../attempt-facts.ts'
import { cannotTell, type Finding, invalid } from './finding.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * Whether a side of the document was filmed from a screen: 0 when the card shows the grid of one beyond doubt, -1 when it
 * shows a pattern that print seldom has. Null when it shows none, which proves no original: fine grids vanish in the
 * camera.
 */
export function checkScreen(side: SceneOutcome<DocumentSideFacts>): Finding | null {
  const doubts = typeof side === 'string' ? null : side.doubts
  if (!doubts?.pattern) return null
  const { pattern, weakerSharpness } = doubts
  // A smear leaves ridges of frequencies that pass for a pattern.
  if (weakerSharpness !== null && weakerSharpness < THRESHOLDS.weakerSharpnessMinimum) return null
  const standsOut = (limits: { luma: number; colour: number }) =>
    pattern.luma > limits.luma || pattern.colour > limits.colour
  const comment = COMMENTS.authenticityNotVerified
  if (standsOut(THRESHOLDS.screenPattern)) return invalid({ reasonCode: REASON_CODES.shownOnScreen, comment })
  return standsOut(THRESHOLDS.printPattern) ? cannotTell({ comment }) : null
}
