import type { DocumentSideFacts } from '../../../domain/facts.ts'
import { checkAccepted } from '../../checks/rules/check-accepted.ts'
import { checkPhotocopy } from '../../checks/rules/check-photocopy.ts'
import { checkScreen } from '../../checks/rules/check-screen.ts'
import { checkDamage } from '../../checks/rules/doubts/check-damage.ts'
import { checkHand } from '../../checks/rules/doubts/check-hand.ts'
import { checkSlant } from '../../checks/rules/doubts/check-slant.ts'
import { checkView } from '../../checks/rules/doubts/check-view.ts'
import { THRESHOLDS } from '../../checks/rules/thresholds.ts'

/** Reasons not to rely on a reading, as words for scripts; `today` is an ISO date. */
export function doubtsOf(facts: DocumentSideFacts, today: string): string[] {
  const { card, quality, mrz, doubts: measured, barcodes = [] } = facts
  const zone = proofOf(facts)
  const expiryDate = zone?.checksValid ? zone.fields.expiryDate : null
  // A zone that was read proves the picture good enough; a scan that ends at the card's rim is no cut card.
  const isUnread = !zone?.checksValid
  const doubts: [string, boolean][] = [
    ['no-card', card === null],
    ['no-zone', lacksZone(facts)],
    ['wrong-check-digit', zone !== null && !zone.checksValid],
    ['uncertain-zone', zone !== null && zone.confidence < THRESHOLDS.zoneConfidenceMinimum],
    ['blurred', quality !== null && quality.sharpness < THRESHOLDS.documentSharpnessMinimum],
    ['dark', quality !== null && quality.luma < THRESHOLDS.lumaMinimum],
    ['glare', quality !== null && quality.glareShare > THRESHOLDS.glareShareMaximum],
    ['expired', expiryDate !== null && expiryDate < today],
    ['cut', isUnread && measured?.extent === 'cut'],
    ['too-far', isUnread && (measured?.cardWidth ?? Number.POSITIVE_INFINITY) < THRESHOLDS.cardWidthMinimum],
    [
      'smeared',
      isUnread && (measured?.weakerSharpness ?? Number.POSITIVE_INFINITY) < THRESHOLDS.weakerSharpnessMinimum,
    ],
    ['hand-over-it', checkHand(withoutPortrait(facts)) !== null],
    ['still', checkView(facts) !== null],
    ['corner-missing', checkDamage(facts) !== null],
    ['value-aslant', checkSlant(facts) !== null],
    ['screen', checkScreen(facts) !== null],
    ['grey', checkPhotocopy(facts) !== null],
    ['not-accepted', checkAccepted(mrz)?.score === 0],
    ['wrong-code-signature', barcodes.some(({ signature }) => signature === 'invalid')],
  ]
  return doubts.filter(([, holds]) => holds).map(([name]) => name)
}

/** What has check digits: a zone, or the one line of a licence. */
function proofOf({ mrz, licenceLine }: DocumentSideFacts) {
  return mrz ?? licenceLine ?? null
}

/** Whether no zone was read of a side that has one, or of which nothing tells that it has none. */
function lacksZone(facts: DocumentSideFacts): boolean {
  const { side, print } = facts
  return proofOf(facts) === null && (!print || print.template.zoneSide === side)
}

/** Portraits are not looked for in files: what lies where one would be hides nothing that was sought. */
function withoutPortrait(facts: DocumentSideFacts): DocumentSideFacts {
  const { doubts } = facts
  if (!doubts?.hand) return facts
  const over = doubts.hand.over.filter((place) => place !== 'portrait')
  return { ...facts, doubts: { ...doubts, hand: { ...doubts.hand, over } } }
}
