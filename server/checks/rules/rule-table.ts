import { COMMENTS, type Comment } from '../../../domain/comment.ts'
import { REASON_CODES, type ReasonCode } from '../../../domain/reason-code.ts'
import { DOUBT_RULES } from './table/doubt-rules.ts'
import { FACE_RULES } from './table/face-rules.ts'
import { PRINT_RULES } from './table/print-rules.ts'
import type { Rule } from './table/rule.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * Which facts give which score, reason code and sentence. A check that no row speaks of in an answer is 1, or null
 * where it is not done. The page docs/rules.md is made from it, and a test proves each row against `concludeAnswer`.
 */
export const RULES: readonly Rule[] = [
  {
    name: 'front-absent',
    check: 'quality-score',
    when: 'No frame of the front scene shows a card or a zone',
    score: -1,
    reasonCode: REASON_CODES.frontNotPresented,
    comment: COMMENTS.documentNotPresented,
  },
  {
    name: 'front-dark',
    check: 'quality-score',
    when: `No zone was read with all its digits, and the front's mean luma is below ${THRESHOLDS.lumaMinimum} or above ${THRESHOLDS.lumaMaximum} of 255`,
    score: -1,
    reasonCode: REASON_CODES.poorLighting,
    comment: COMMENTS.documentQualityTooLow,
  },
  {
    name: 'front-blurry',
    check: 'quality-score',
    when: `No zone was read with all its digits, and the front's sharpness is below ${THRESHOLDS.documentSharpnessMinimum} or more than ${THRESHOLDS.glareShareMaximum * 100} % of it is burnt out`,
    score: -1,
    reasonCode: REASON_CODES.documentTooBlurry,
    comment: COMMENTS.documentQualityTooLow,
  },
  {
    name: 'front-cut',
    check: 'quality-score',
    when: 'No zone was read with all its digits on a side, and its card goes on beyond the best frame',
    score: -1,
    reasonCode: REASON_CODES.documentHidden,
    comment: COMMENTS.documentInstructionsNotFollowed,
  },
  ...DOUBT_RULES,
  {
    name: 'front-far',
    check: 'quality-score',
    when: `No zone was read with all its digits on a side, and its card is narrower than ${THRESHOLDS.cardWidthMinimum} px`,
    score: -1,
    reasonCode: REASON_CODES.documentTooBlurry,
    comment: COMMENTS.documentResolutionTooLow,
  },
  {
    name: 'front-smeared',
    check: 'quality-score',
    when: `No zone was read with all its digits on a side, and its print is smeared along one direction (below ${THRESHOLDS.weakerSharpnessMinimum})`,
    score: -1,
    reasonCode: REASON_CODES.documentTooBlurry,
    comment: COMMENTS.documentQualityTooLow,
  },
  {
    name: 'two-documents',
    check: 'quality-score',
    when: `Front and back have zones with all their digits, of two numbers or birth dates; or they have layouts of two documents (two states' own, with zones on other sides, or none beside a zone), or ${THRESHOLDS.contradictingFieldsMinimum} dates or numbers that both print are others`,
    score: -1,
    reasonCode: null,
    comment: COMMENTS.documentInstructionsNotFollowed,
  },
  {
    name: 'not-accepted',
    check: 'supported',
    when: 'The zone is that of a visa, with all its digits',
    score: 0,
    reasonCode: REASON_CODES.documentNotAccepted,
    comment: null,
  },
  {
    name: 'screen',
    check: 'visual-front-score',
    when: `On the front (the back: \`visual-back-score\`) red, green and blue of one fine pattern lie a third of it apart, as in a screen's pixels, by more than ${THRESHOLDS.stripesOfScreensMinimum} of 1`,
    score: 0,
    reasonCode: REASON_CODES.shownOnScreen,
    comment: COMMENTS.authenticityNotVerified,
  },
  {
    name: 'screen-doubtful',
    check: 'visual-front-score',
    when: `The same, by more than ${THRESHOLDS.stripesOfPrintMaximum}`,
    score: -1,
    reasonCode: null,
    comment: COMMENTS.authenticityNotVerified,
  },
  {
    name: 'back-absent',
    check: 'quality-score',
    when: 'No frame of the back scene shows a card or a zone, or a card or licence, by its zone or its layout, was filmed as a passport',
    score: -1,
    reasonCode: REASON_CODES.backNotPresented,
    comment: COMMENTS.backNotPresented,
  },
  {
    name: 'back-blurry',
    check: 'quality-score',
    when: 'The same as for a blurry front, of the back',
    score: -1,
    reasonCode: REASON_CODES.documentTooBlurry,
    comment: COMMENTS.backQualityTooLow,
  },
  {
    name: 'zone-digits',
    check: 'mrz-validity-score',
    when: 'No zone was read, or one of its check digits does not agree',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.dataNotExtracted,
  },
  {
    name: 'zone-one-frame',
    check: 'data-extracted-score',
    when: `Fewer than ${THRESHOLDS.mrzFramesAgreeingMinimum} frames read the same zone, or it has no name, birth date or document number`,
    score: -1,
    reasonCode: null,
    comment: COMMENTS.dataNotExtracted,
  },
  {
    name: 'zone-disputed',
    check: 'data-extracted-score',
    when: `The zone's confidence is below ${THRESHOLDS.zoneConfidenceMinimum}: its names or a zero were read in two ways, no digit decides, and no print that a label or place told says which is right`,
    score: -1,
    reasonCode: null,
    comment: COMMENTS.dataNotExtracted,
  },
  {
    name: 'state-unknown',
    check: 'data-extracted-score',
    when: 'The zone names an issuing state or nationality that neither ISO 3166-1 nor ICAO 9303-3 §5 knows',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.dataNotExtracted,
  },
  {
    name: 'crew-certificate',
    check: 'supported',
    when: 'The zone is that of a certificate of a crew member (code AC), with all its digits',
    score: -1,
    reasonCode: REASON_CODES.documentNotAccepted,
    comment: null,
  },
  {
    name: 'expired',
    check: 'expiry-date-score',
    when: 'The document ended before the day of the answer',
    score: 0,
    reasonCode: REASON_CODES.documentExpired,
    comment: null,
  },
  {
    name: 'expiry-unknown',
    check: 'expiry-date-score',
    when: 'The zone does not tell when the document ends, or of a French card of 1988 not whether it ended: whether the holder was of age in the month of issue, or which day of it',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.dataNotExtracted,
  },
  {
    name: 'photocopy',
    check: 'visual-front-score',
    when: `The front has no colour beyond the tint of the light (below ${THRESHOLDS.greySpreadMaximum}), not even in small spots (below ${THRESHOLDS.greySpotsMaximum})`,
    score: 0,
    reasonCode: REASON_CODES.photocopy,
    comment: COMMENTS.authenticityNotVerified,
  },
  {
    name: 'pale',
    check: 'visual-front-score',
    when: `The front has little colour (below ${THRESHOLDS.colourSpreadMinimum})`,
    score: -1,
    reasonCode: null,
    comment: COMMENTS.authenticityNotVerified,
  },
  {
    name: 'code-forged',
    check: 'visual-back-score',
    when: "A code of the back (of the front: `visual-front-score`) is signed, but not by the operator's certificate of that name and authority",
    score: 0,
    reasonCode: REASON_CODES.counterfeit,
    comment: COMMENTS.authenticityNotVerified,
  },
  {
    name: 'code-forged-certified',
    check: 'visual-back-score',
    when: 'The same in the certified product, which masks the kind of fraud',
    score: 0,
    reasonCode: REASON_CODES.certifiedFraud,
    comment: COMMENTS.authenticityNotVerified,
  },
  {
    name: 'code-of-another',
    check: 'visual-back-score',
    when: 'A code of the back (of the front: `visual-front-score`) tells another birth date, last name or, in a 2D-Doc, document number than the zone; of a document without a zone than its print, its number in any code',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.authenticityNotVerified,
  },
  ...PRINT_RULES,
  ...FACE_RULES,
  {
    name: 'another-identity',
    check: 'reference-data-checks score',
    when: 'A declared name or birth date is not the one that was read',
    score: 0,
    reasonCode: REASON_CODES.identityMismatch,
    comment: COMMENTS.referenceDataMismatch,
  },
  {
    name: 'identity-in-part',
    check: 'reference-data-checks score',
    when: 'Of the declared names some were read and others not, they stand in other fields or in another script, or a declared last name is but the beginning of the one read, and nothing else contradicts; or a declared birth date was not read',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.dataNotExtracted,
  },
  {
    name: 'broke-down',
    check: 'quality-score',
    when: 'The analysis of a scene broke down twice',
    score: -1,
    reasonCode: REASON_CODES.internalError,
    comment: null,
  },
]

/** Codes that no check of this version can give: each with what it would take. Only a reviewer may give them. */
export const REVIEWERS_CODES: readonly { reasonCode: ReasonCode; why: string }[] = [
  { reasonCode: REASON_CODES.insufficientConnection, why: 'A lost connection is resumed or ends as aborted' },
  { reasonCode: REASON_CODES.videoUnplayable, why: 'A scene is kept only when its frames were decoded' },
  { reasonCode: REASON_CODES.alteredDevice, why: 'The device is not trusted, and not judged' },
  { reasonCode: REASON_CODES.againstWill, why: 'No measurement shows it' },
]

/** Sentences that no check of this version writes; a reviewer can. */
export const REVIEWERS_COMMENTS: readonly Comment[] = []
