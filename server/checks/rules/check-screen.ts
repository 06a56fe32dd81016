import { COMMENTS } from '../../../domain/comment.ts'
import type { DoubtFacts } from '../../../domain/document/doubt-facts.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import type { SceneOutcome } from '../attempt-facts.ts'
import { cannotTell, type Finding, invalid } from './finding.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * Whether a side of the document was filmed from a screen: 0 when the card shows the stripes of one beyond doubt, -1 when
 * it shows a pattern that print seldom has. Null when it shows none, which proves no original: fine grids vanish in the
 * camera.
 */
export function checkScreen(side: SceneOutcome<DocumentSideFacts>): Finding | null {
  const doubts = typeof side === 'string' ? null : side.doubts
  if (!doubts?.pattern) return null
  const { pattern } = doubts
  const comment = COMMENTS.authenticityNotVerified
  if (pattern.colour > THRESHOLDS.screenColourMinimum) {
    return invalid({ reasonCode: REASON_CODES.shownOnScreen, comment })
  }
  const isDoubtful =
    pattern.colour > THRESHOLDS.printPattern.colour ||
    (pattern.luma > THRESHOLDS.printPattern.luma && isUnsmeared(doubts))
  return isDoubtful ? cannotTell({ comment }) : null
}

/** A smear leaves ridges of frequencies in light that pass for a pattern; what has no card may be smeared. */
function isUnsmeared({ weakerSharpness }: DoubtFacts): boolean {
  return weakerSharpness !== null && weakerSharpness >= THRESHOLDS.weakerSharpnessMinimum
}
