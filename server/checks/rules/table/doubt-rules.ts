import { COMMENTS } from '../../../../domain/comment.ts'
import { REASON_CODES } from '../../../../domain/reason-code.ts'
import { THRESHOLDS } from '../thresholds.ts'
import type { Rule } from './rule.ts'

/** Rows of the table that speak of how the card was held and what it looks like. */
export const DOUBT_RULES: readonly Rule[] = [
  {
    name: 'hand-over-it',
    check: 'quality-score',
    when: `A hand lies where a side's layout has the portrait, a name, the birth date, the number or the expiry, and that was not read there (whatever its zone says), or where it has the zone, and that was not read; or on ${THRESHOLDS.handShareMinimum * 100} % of a side of which nothing was read, or on ${THRESHOLDS.handInMiddleMinimum * 100} % of its middle`,
    score: -1,
    reasonCode: REASON_CODES.documentHidden,
    comment: COMMENTS.documentInstructionsNotFollowed,
  },
  {
    name: 'still-view',
    check: 'quality-score',
    when: `A side stood still over ${THRESHOLDS.stillFramesMinimum} frames and more: it moved by ${THRESHOLDS.stillPxMaximum} px at most and no reflection wandered, as on a picture or under a camera on a stand`,
    score: -1,
    reasonCode: REASON_CODES.noDynamicView,
    comment: COMMENTS.documentInstructionsNotFollowed,
  },
  {
    name: 'corner-missing',
    check: 'visual-front-score',
    when: `A corner of the front (of the back: \`visual-back-score\`) looks like what is around the card, by ${THRESHOLDS.missingCornerMinimum} of 1 in two frames where two show the card, as when issuers cut it off`,
    score: -1,
    reasonCode: REASON_CODES.documentDamaged,
    comment: COMMENTS.authenticityNotVerified,
  },
  {
    name: 'value-aslant',
    check: 'visual-front-score',
    when: `The line of a printed value of the front (of the back: \`visual-back-score\`) of no passport is ${THRESHOLDS.slantDegreesMinimum}° and more off the middle tilt of the others, of three long ones at least`,
    score: -1,
    reasonCode: null,
    comment: COMMENTS.authenticityNotVerified,
  },
]
