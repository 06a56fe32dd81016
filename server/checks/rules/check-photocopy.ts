import { COMMENTS } from '../../../domain/comment.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import type { SceneOutcome } from '../attempt-facts.ts'
import { cannotTell, type Finding, invalid } from './finding.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * Whether the front of the document, which carries the portrait, is a copy in grey: 0 when it has no colour at all, not
 * even in small spots, -1 when it has little. Null when nothing speaks against it, which proves no original: a copy in
 * colour passes here. In the dark cameras see no colour, so nothing is concluded there.
 */
export function checkPhotocopy(front: SceneOutcome<DocumentSideFacts>): Finding | null {
  if (typeof front === 'string' || !front.quality) return null
  const { colourSpread, colourSpots, quality } = front
  if (colourSpread === null || quality.luma < THRESHOLDS.colourLumaMinimum) return null
  const comment = COMMENTS.authenticityNotVerified
  // Pale print under little light has as little as grey print in all but its signs, seals and flags.
  const hasNoSpots = (colourSpots ?? Number.POSITIVE_INFINITY) < THRESHOLDS.greySpotsMaximum
  if (colourSpread < THRESHOLDS.greySpreadMaximum && hasNoSpots) {
    return invalid({ reasonCode: REASON_CODES.photocopy, comment })
  }
  return colourSpread < THRESHOLDS.colourSpreadMinimum ? cannotTell({ comment }) : null
}
