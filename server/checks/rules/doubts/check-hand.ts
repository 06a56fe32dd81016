import { COMMENTS } from '../../../../domain/comment.ts'
import type { CoveredPlace } from '../../../../domain/document/doubt-facts.ts'
import type { PrintedName } from '../../../../domain/document/print-facts.ts'
import type { DocumentSideFacts } from '../../../../domain/facts.ts'
import { REASON_CODES } from '../../../../domain/reason-code.ts'
import type { SceneOutcome } from '../../attempt-facts.ts'
import { cannotTell, type Finding } from '../finding.ts'
import { THRESHOLDS } from '../thresholds.ts'

/** Fields that every document has: of others nobody knows whether they are hidden or absent. */
const ALWAYS_PRINTED: readonly PrintedName[] = [
  'lastName',
  'firstNames',
  'birthDate',
  'documentNumber',
  'expiryDate',
]

/**
 * Whether a hand hides what could not be read there: -1 when it does, whatever the zone says, for print that nobody sees cannot
 * be held against it. Null when none lies there, or all was read beside it.
 */
export function checkHand(side: SceneOutcome<DocumentSideFacts>): Finding | null {
  const hand = typeof side === 'string' ? null : side.doubts?.hand
  if (typeof side === 'string' || !hand) return null
  const isOverMuch =
    hand.share >= THRESHOLDS.handShareMinimum || (hand.middle ?? 0) >= THRESHOLDS.handInMiddleMinimum
  const isUnknown = side.mrz === null && !side.print && isOverMuch
  if (!isUnknown && !hand.over.some((place) => isMissing(place, side))) return null
  const comment = COMMENTS.documentInstructionsNotFollowed
  return cannotTell({ reasonCode: REASON_CODES.documentHidden, comment })
}

function isMissing(place: CoveredPlace, { mrz, print, portrait }: DocumentSideFacts): boolean {
  if (place === 'zone') return !mrz?.checksValid
  if (place === 'portrait') return portrait === null
  return ALWAYS_PRINTED.includes(place) && print?.fields[place] === undefined
}
