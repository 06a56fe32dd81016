import { COMMENTS } from '../../../../domain/comment.ts'
import { REASON_CODES } from '../../../../domain/reason-code.ts'
import { THRESHOLDS } from '../thresholds.ts'
import type { Rule } from './rule.ts'

/** Rows of the table that speak of the printed fields. */
export const PRINT_RULES: readonly Rule[] = [
  {
    name: 'print-of-another',
    check: 'mrz-viz-score',
    when: `${THRESHOLDS.contradictingFieldsMinimum} or more printed fields of a state's known layout are others than the zone's`,
    score: 0,
    reasonCode: REASON_CODES.counterfeit,
    comment: COMMENTS.authenticityNotVerified,
  },
  {
    name: 'print-of-another-certified',
    check: 'mrz-viz-score',
    when: 'The same in the certified product, which masks the kind of fraud',
    score: 0,
    reasonCode: REASON_CODES.certifiedFraud,
    comment: COMMENTS.authenticityNotVerified,
  },
  {
    name: 'print-unlike',
    check: 'mrz-viz-score',
    when: 'A printed field of such a layout is another than the zone has, or nearly the same',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.authenticityNotVerified,
  },
  {
    name: 'print-unsure',
    check: 'data-extracted-score',
    when: `A document that has no zone: a name, the birth date or the number was not printed alike in ${THRESHOLDS.printFramesAgreeingMinimum} frames`,
    score: -1,
    reasonCode: null,
    comment: COMMENTS.dataNotExtracted,
  },
  {
    name: 'print-expired',
    check: 'expiry-date-score',
    when: 'A document that has no zone ended by its print before the day of the answer',
    score: 0,
    reasonCode: REASON_CODES.documentExpired,
    comment: null,
  },
  {
    name: 'print-expiry-unknown',
    check: 'expiry-date-score',
    when: 'A document that has no zone does not tell surely when it ends',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.dataNotExtracted,
  },
  {
    name: 'licence-line-digits',
    check: 'mrz-validity-score',
    when: 'The one machine readable line of a French licence was read, and one of its check digits does not agree',
    score: -1,
    reasonCode: null,
    comment: COMMENTS.dataNotExtracted,
  },
  {
    name: 'licence-line-of-another',
    check: 'mrz-viz-score',
    when: `That line has its digits, and a side prints another number, expiry date or last name, read alike in ${THRESHOLDS.printFramesAgreeingMinimum} frames`,
    score: -1,
    reasonCode: null,
    comment: COMMENTS.authenticityNotVerified,
  },
]
