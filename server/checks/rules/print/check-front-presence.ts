import { COMMENTS } from '../../../../domain/comment.ts'
import { REASON_CODES } from '../../../../domain/reason-code.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { cannotTell, type Finding, VALID } from '../finding.ts'

/**
 * Whether the front of a card was filmed as its front: -1 when that scene shows a zone which stands on backs alone (TD1, ICAO
 * 9303-5 §4.1), for then nobody knows whose front, or whether any, goes with it.
 */
export function checkFrontPresence({ front }: Pick<AttemptFacts, 'front'>): Finding {
  const showsBack = typeof front !== 'string' && front.mrz?.checksValid && front.mrz.format === 'TD1'
  return showsBack
    ? cannotTell({ reasonCode: REASON_CODES.frontNotPresented, comment: COMMENTS.documentNotPresented })
    : VALID
}
