import { COMMENTS } from '../../../../domain/comment.ts'
import { REASON_CODES } from '../../../../domain/reason-code.ts'
import { THRESHOLDS } from '../thresholds.ts'
import type { Rule } from './rule.ts'

/** Rows of the table that speak of the live face and its match. */
export const FACE_RULES: readonly Rule[] = [
  {
    name: 'face-absent',
    check: 'face-checks quality-score',
    when: 'No frame of the face scene shows a face that can be measured',
    score: -1,
    reasonCode: REASON_CODES.faceNotPresented,
    comment: COMMENTS.faceNotPresented,
  },
  {
    name: 'face-blurry',
    check: 'face-checks quality-score',
    when: `The best face's sharpness is below ${THRESHOLDS.faceSharpnessMinimum}`,
    score: -1,
    reasonCode: REASON_CODES.faceTooBlurry,
    comment: COMMENTS.faceQualityTooLow,
  },
  {
    name: 'face-dark',
    check: 'face-checks quality-score',
    when: `The best face's mean luma is below ${THRESHOLDS.lumaMinimum} or above ${THRESHOLDS.lumaMaximum} of 255`,
    score: -1,
    reasonCode: REASON_CODES.poorLighting,
    comment: COMMENTS.faceQualityTooLow,
  },
  {
    name: 'face-sideways',
    check: 'face-checks quality-score',
    when: `The best face looks more than ${THRESHOLDS.frontalYawDegreesMaximum}° aside or ${THRESHOLDS.frontalPitchDegreesMaximum}° up or down`,
    score: -1,
    reasonCode: REASON_CODES.faceNotFrontal,
    comment: COMMENTS.faceQualityTooLow,
  },
  {
    name: 'several-faces',
    check: 'face-checks quality-score',
    when: 'A second face of some size is seen beside the first',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.faceQualityTooLow,
  },
  {
    name: 'no-turn',
    check: 'active-liveness-score',
    when: 'A turn that was asked was not made, jumped, or was made as a flat print turns',
    score: -1,
    reasonCode: REASON_CODES.noLivenessMovement,
    comment: COMMENTS.faceInstructionsNotFollowed,
  },
  {
    name: 'turned-the-other-way',
    check: 'active-liveness-score',
    when: 'The head turned as far to the other side while a turn was asked for, as a film of other turns does',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.faceInstructionsNotFollowed,
  },
  {
    name: 'turned-too-soon',
    check: 'active-liveness-score',
    when: 'The first turn began sooner after it was asked for than anybody can answer',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.livenessNotVerified,
  },
  {
    name: 'another-face-on-the-way',
    check: 'active-liveness-score',
    when: 'The face along the turns is not surely the face that looked straight',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.livenessNotVerified,
  },
  {
    name: 'another-person',
    check: 'doc-face-matches score',
    when: 'The live face is less alike to the portrait than two people may be (the reject band)',
    score: 0,
    reasonCode: REASON_CODES.notTheOwner,
    comment: COMMENTS.matchNotVerified,
  },
  {
    name: 'another-person-certified',
    check: 'doc-face-matches score',
    when: 'The same in the certified product, which masks the kind of fraud',
    score: 0,
    reasonCode: REASON_CODES.certifiedFraud,
    comment: COMMENTS.matchNotVerified,
  },
  {
    name: 'match-between-bands',
    check: 'doc-face-matches score',
    when: 'The likeness lies between the bands, a face is too small, blurred or dark, or there is none to compare',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.matchNotVerified,
  },
]
