import { COMMENTS } from '../../../domain/comment.ts'
import type { PrintFacts } from '../../../domain/document/print-facts.ts'
import { isZoneState } from '../../../domain/document/zone-states.ts'
import type { MrzFacts } from '../../../domain/facts.ts'
import type { AttemptFacts } from '../attempt-facts.ts'
import { cannotTell, type Finding, VALID } from './finding.ts'
import { isCenturyUnsure } from './print/with-printed-century.ts'
import { zoneCertainty } from './print/zone-certainty.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * Whether the zone's check digits agree (ICAO 9303-3 §4.9). A digit that does not agree is -1, not 0:
 * one misread character gives the same picture as a forged one.
 */
export function checkZoneDigits(mrz: MrzFacts | null): Finding {
  return mrz?.checksValid ? VALID : cannotTell({ comment: COMMENTS.dataNotExtracted })
}

/**
 * Whether all that an identity needs was read, alike in several frames, without a second reading that fits as well, and without print
 * on a side that says another century of birth.
 */
export function checkDataExtracted(
  mrz: MrzFacts | null,
  print: PrintFacts | null,
  sides: Pick<AttemptFacts, 'front' | 'back'>,
): Finding {
  const isComplete =
    mrz?.checksValid &&
    mrz.framesAgreeing >= THRESHOLDS.mrzFramesAgreeingMinimum &&
    zoneCertainty(mrz, print) >= THRESHOLDS.zoneConfidenceMinimum &&
    hasKnownStates(mrz) &&
    mrz.fields.lastName !== '' &&
    mrz.fields.birthDate !== null &&
    !isCenturyUnsure(sides, mrz.fields.birthDate) &&
    mrz.fields.documentNumber !== null
  return isComplete ? VALID : cannotTell({ comment: COMMENTS.dataNotExtracted })
}

/** No check digit stands over the codes of states: one that does not exist is misread, or of an invented document. */
function hasKnownStates({ fields: { issuingState, nationality } }: MrzFacts): boolean {
  return isZoneState(issuingState) && (nationality === null || isZoneState(nationality))
}
