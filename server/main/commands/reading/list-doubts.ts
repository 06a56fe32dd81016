import type { PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { DocumentSideFacts } from '../../../../domain/facts.ts'
import { checkAccepted } from '../../../checks/rules/check-accepted.ts'
import { checkBarcodes } from '../../../checks/rules/check-barcodes.ts'
import { checkExpiry } from '../../../checks/rules/check-expiry.ts'
import { checkPhotocopy } from '../../../checks/rules/check-photocopy.ts'
import { checkScreen } from '../../../checks/rules/check-screen.ts'
import { checkDamage } from '../../../checks/rules/doubts/check-damage.ts'
import { checkHand } from '../../../checks/rules/doubts/check-hand.ts'
import { checkSlant } from '../../../checks/rules/doubts/check-slant.ts'
import { checkView } from '../../../checks/rules/doubts/check-view.ts'
import { checkLicencePrint } from '../../../checks/rules/print/check-licence-line.ts'
import { checkMrzViz } from '../../../checks/rules/print/check-mrz-viz.ts'
import { checkPrintedExpiry } from '../../../checks/rules/print/check-print.ts'
import { hasNoZone } from '../../../checks/rules/print/print-of.ts'
import { zoneCertainty } from '../../../checks/rules/print/zone-certainty.ts'
import { THRESHOLDS } from '../../../checks/rules/thresholds.ts'

/** Reasons not to rely on a reading, as words for scripts, by the rules of the service; `today` is an ISO date. */
export function doubtsOf(facts: DocumentSideFacts, today: string): string[] {
  const { card, quality, mrz, doubts: measured, barcodes = [] } = facts
  const zone = proofOf(facts)
  const expiry = expiryOf(facts, today)
  const print = printScore(facts)
  // As in an answer, a zone that was read proves the picture good enough; a scan that ends at the card's rim is no cut card.
  const isUnread = !zone?.checksValid
  const doubts: [string, boolean][] = [
    ['no-card', card === null],
    ['no-zone', lacksZone(facts)],
    ['wrong-check-digit', zone !== null && !zone.checksValid],
    ['uncertain-zone', certaintyOf(facts) < THRESHOLDS.zoneConfidenceMinimum],
    ['blurred', isUnread && quality !== null && quality.sharpness < THRESHOLDS.documentSharpnessMinimum],
    ['dark', isUnread && quality !== null && quality.luma < THRESHOLDS.lumaMinimum],
    ['glare', isUnread && quality !== null && quality.glareShare > THRESHOLDS.glareShareMaximum],
    ['too-bright', isUnread && quality !== null && quality.luma > THRESHOLDS.lumaMaximum],
    ['expired', expiry === 0],
    ['expiry-unknown', expiry === -1],
    ['print-of-another', print === 0],
    ['print-doubtful', print === -1],
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
    ['code-of-another', codesScore(facts) === -1],
  ]
  return doubts.filter(([, holds]) => holds).map(([name]) => name)
}

/** What has check digits: a zone, or the one line of a licence. */
function proofOf({ mrz, licenceLine }: DocumentSideFacts) {
  return mrz ?? licenceLine ?? null
}

/** How sure a zone or a line is, 0-1; 1 where there is none. */
function certaintyOf({ mrz, print = null, licenceLine }: DocumentSideFacts): number {
  return mrz ? zoneCertainty(mrz, print) : (licenceLine?.confidence ?? 1)
}

/** Whether the document is valid by its zone, its line or its print; null where none of them has an end. */
function expiryOf(facts: DocumentSideFacts, today: string): number | null {
  const { mrz, licenceLine } = facts
  if (mrz) return mrz.checksValid ? checkExpiry(mrz, today).score : null
  const onLine = licenceLine?.checksValid ? licenceLine.fields.expiryDate : null
  if (onLine !== null) return onLine < today ? 0 : 1
  const print = oftenRead(facts.print)
  return hasNoZone(print) && print.fields.expiryDate ? checkPrintedExpiry(print, today).score : null
}

/** Whether the print says what the zone or the line says; null where there is too little to compare. */
function printScore(facts: DocumentSideFacts): number | null {
  const { mrz, licenceLine = null, print = null } = facts
  const finding = mrz
    ? checkMrzViz(print, { mrz, product: 'standard' })
    : checkLicencePrint(licenceLine, { front: { ...facts, print: oftenRead(print) }, back: 'not-asked' })
  return finding?.score ?? null
}

/** Whether the codes say what the rest of the side says; null where there is nothing to compare. */
function codesScore(facts: DocumentSideFacts): number | null {
  const { mrz } = facts
  return checkBarcodes(facts, { mrz, print: oftenRead(facts.print), product: 'standard' })?.score ?? null
}

/** The service asks for two frames that say the same; a picture is one, and all that there is. */
function oftenRead(print: PrintFacts | null | undefined): PrintFacts | null {
  if (!print || print.framesRead > 1) return print ?? null
  const fields = Object.entries(print.fields).map(([name, field]) => [
    name,
    { ...field, framesAgreeing: THRESHOLDS.printFramesAgreeingMinimum },
  ])
  return { ...print, fields: Object.fromEntries(fields) }
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
