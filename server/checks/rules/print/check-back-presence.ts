import { COMMENTS } from '../../../../domain/comment.ts'
import type { PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../../domain/facts.ts'
import { REASON_CODES } from '../../../../domain/reason-code.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { cannotTell, type Finding, VALID } from '../finding.ts'
import { hasNoZone } from './print-of.ts'

/** Zones of documents whose one page says all. */
const WITHOUT_BACK: readonly MrzFacts['format'][] = ['TD3', 'MRV-A', 'MRV-B']

/**
 * Whether the back of a document that has one was filmed, and of a licence, whose back has no zone, known as one: -1 when not. A
 * card chosen as a passport has no back scene, but its zone with all its digits, or else its layout, says that it has a back: a
 * zone that is cut off passes for a shorter one.
 */
export function checkBackPresence(
  { back }: Pick<AttemptFacts, 'back'>,
  { mrz, print }: { mrz: MrzFacts | null; print: PrintFacts | null },
): Finding {
  if (back === 'not-asked') {
    const hasBack = mrz?.checksValid ? isCard(mrz) : print?.template.zoneSide === 'back' || hasNoZone(print)
    const comment = COMMENTS.backNotPresented
    return hasBack ? cannotTell({ reasonCode: REASON_CODES.backNotPresented, comment }) : VALID
  }
  return mrz === null && hasNoZone(print) && isUnknown(back)
    ? cannotTell({ comment: COMMENTS.dataNotExtracted })
    : VALID
}

/** Whether a card is shown of which neither print nor line says what it is. */
function isUnknown(back: AttemptFacts['back']): boolean {
  return typeof back !== 'string' && back.card !== null && !back.print && !back.licenceLine
}

function isCard({ format }: MrzFacts): boolean {
  return !WITHOUT_BACK.includes(format)
}
