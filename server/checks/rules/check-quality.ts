import { COMMENTS, type Comment } from '../../../domain/comment.ts'
import { isFaceCovered } from '../../../domain/faces/is-face-covered.ts'
import type { DocumentSideFacts, FaceFacts } from '../../../domain/facts.ts'
import { REASON_CODES, type ReasonCode } from '../../../domain/reason-code.ts'
import type { SceneOutcome } from '../attempt-facts.ts'
import { cannotTell, type Finding, VALID } from './finding.ts'
import { THRESHOLDS } from './thresholds.ts'

interface SideReasons {
  absent: { reasonCode: ReasonCode; comment: Comment }
  unclear: Comment
}

const FRONT: SideReasons = {
  absent: { reasonCode: REASON_CODES.frontNotPresented, comment: COMMENTS.documentNotPresented },
  unclear: COMMENTS.documentQualityTooLow,
}
const BACK: SideReasons = {
  absent: { reasonCode: REASON_CODES.backNotPresented, comment: COMMENTS.backNotPresented },
  unclear: COMMENTS.backQualityTooLow,
}

/** Whether a side of the document was shown clearly enough to be read. */
export function checkDocumentQuality(
  side: 'front' | 'back',
  facts: SceneOutcome<DocumentSideFacts>,
): Finding {
  if (facts === 'not-asked') return VALID
  if (facts === 'failed') return cannotTell({ reasonCode: REASON_CODES.internalError })
  const reasons = side === 'front' ? FRONT : BACK
  const { card, quality, mrz } = facts
  if ((!card || !quality) && !mrz) return cannotTell(reasons.absent)
  // A zone that was read with all its digits proves the picture good enough, whatever it measures.
  if (mrz?.checksValid || !quality) return VALID
  if (quality.luma < THRESHOLDS.lumaMinimum || quality.luma > THRESHOLDS.lumaMaximum) {
    return cannotTell({ reasonCode: REASON_CODES.poorLighting, comment: reasons.unclear })
  }
  return checkPlace(facts) ?? checkPrint(facts, reasons)
}

/** Whether the card was shown whole and near; null when it was. */
function checkPlace({ doubts }: DocumentSideFacts): Finding | null {
  if (doubts?.extent === 'cut') {
    const comment = COMMENTS.documentInstructionsNotFollowed
    return cannotTell({ reasonCode: REASON_CODES.documentHidden, comment })
  }
  if (!doubts?.cardWidth || doubts.cardWidth >= THRESHOLDS.cardWidthMinimum) return null
  const comment = COMMENTS.documentResolutionTooLow
  return cannotTell({ reasonCode: REASON_CODES.documentTooBlurry, comment })
}

/** Whether the print of the card is clear: in focus, not smeared by movement, not burnt out. */
function checkPrint({ quality, doubts }: DocumentSideFacts, reasons: SideReasons): Finding {
  if (!quality) return VALID
  const weaker = doubts?.weakerSharpness ?? null
  const isUnclear =
    quality.sharpness < THRESHOLDS.documentSharpnessMinimum ||
    (weaker !== null && weaker < THRESHOLDS.weakerSharpnessMinimum) ||
    quality.glareShare > THRESHOLDS.glareShareMaximum
  if (isUnclear) return cannotTell({ reasonCode: REASON_CODES.documentTooBlurry, comment: reasons.unclear })
  return VALID
}

/** Whether one face was shown, frontal, bare, sharp and lit. */
export function checkFaceQuality(facts: SceneOutcome<FaceFacts>): Finding {
  if (facts === 'not-asked') return VALID
  if (facts === 'failed') return cannotTell({ reasonCode: REASON_CODES.internalError })
  if (!facts.best) {
    return cannotTell({ reasonCode: REASON_CODES.faceNotPresented, comment: COMMENTS.faceNotPresented })
  }
  if (facts.facesAtOnce > 1) return cannotTell({ comment: COMMENTS.faceQualityTooLow })
  const plainness = facts.doubts?.plainness
  if (plainness && isFaceCovered(plainness)) return cannotTell({ comment: COMMENTS.faceQualityTooLow })
  const reasonCode = unclearFace(facts.best)
  return reasonCode === null ? VALID : cannotTell({ reasonCode, comment: COMMENTS.faceQualityTooLow })
}

function unclearFace({ pose, quality }: NonNullable<FaceFacts['best']>): ReasonCode | null {
  if (quality.luma < THRESHOLDS.lumaMinimum || quality.luma > THRESHOLDS.lumaMaximum) {
    return REASON_CODES.poorLighting
  }
  if (quality.sharpness < THRESHOLDS.faceSharpnessMinimum) return REASON_CODES.faceTooBlurry
  const isFrontal =
    Math.abs(pose.yaw) <= THRESHOLDS.frontalYawDegreesMaximum &&
    Math.abs(pose.pitch) <= THRESHOLDS.frontalPitchDegreesMaximum
  return isFrontal ? null : REASON_CODES.faceNotFrontal
}
