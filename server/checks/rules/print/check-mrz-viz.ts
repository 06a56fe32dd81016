import { COMMENTS } from '../../../../domain/comment.ts'
import { isAlteredDate } from '../../../../domain/document/is-altered-date.ts'
import { isoState } from '../../../../domain/document/iso-state.ts'
import type { PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../../domain/facts.ts'
import { REASON_CODES } from '../../../../domain/reason-code.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { cannotTell, type Finding, invalid, reasonOfFraud, VALID } from '../finding.ts'
import { THRESHOLDS } from '../thresholds.ts'
import { type ComparedField, compareWithZone, countToldByZone, isBeyondDoubt } from './compare-with-zone.ts'

/**
 * Whether the printed fields say what the zone says: 0 when two beyond doubt read fields of a state's known layout are others,
 * -1 when one is, when two are under a layout of any state or of another state's or one date that can only be altered, when
 * something is nearly the same, or when the print has nothing that could be compared. Null when there is no zone with right
 * digits, no known layout, too little to prove anything or a date, softly read, that is nearly the zone's.
 */
export function checkMrzViz(
  print: PrintFacts | null,
  { mrz, product }: { mrz: MrzFacts | null; product: AttemptFacts['product'] },
): Finding | null {
  if (!mrz?.checksValid || print === null) return null
  const compared = compareWithZone(print, mrz).filter(isSure)
  if (compared.length === 0)
    return hasHoldersData(print) ? cannotTell({ comment: COMMENTS.authenticityNotVerified }) : null
  // What was found because it says the same is no measure for what differs: it counts in a proof alone.
  const byPrint = compared.filter(isToldByPrint)
  const [isOwn, isAltered] = [isOfIssuer(print, mrz), hasAlteredDate(print, byPrint, mrz)]
  if (!isAltered && byPrint.every(({ likeness }) => likeness === 'same'))
    return isProof(compared, mrz) && (isOwn || hasDates(compared, mrz)) && !print.nearDates ? VALID : null
  return judgeUnlike(byPrint, { isOwn, isAltered, product })
}

/** Whether the layout is one of the state's that the zone names: states' own cards look like each other's. */
function isOfIssuer({ template }: PrintFacts, { fields }: MrzFacts): boolean {
  return template.documentTypeDetailed !== null && template.country === isoState(fields.issuingState)
}

/** Fronts print who the holder is; the back of a card may have its zone alone. */
function hasHoldersData({ template }: PrintFacts): boolean {
  return template.side === 'front'
}

/** Whether a date was read beyond doubt, at its label or nearly the zone's anywhere, that can be no other date than the zone's. */
function hasAlteredDate(print: PrintFacts, byPrint: readonly ComparedField[], mrz: MrzFacts): boolean {
  const told = Object.fromEntries(byPrint.map(({ name, field }) => [name, field]))
  return (['birthDate', 'expiryDate'] as const).some((name) => {
    const field = told[name] ?? print.nearDates?.[name]
    return field !== undefined && isBeyondDoubt(field) && isAlteredDate(name, field, mrz.fields)
  })
}

/** What fields say of which at least one is not the zone's; null when that may be a misreading. */
function judgeUnlike(
  fields: readonly ComparedField[],
  { isOwn, isAltered, product }: { isOwn: boolean; isAltered: boolean; product: AttemptFacts['product'] },
): Finding | null {
  const comment = COMMENTS.authenticityNotVerified
  const others = fields.filter(({ likeness }) => likeness === 'other')
  // Where fields of any state stand is told by labels alone: one that differs may be another field, unless it can be no other date.
  if (!isOwn) return isAltered || areEnough(others) ? cannotTell({ comment }) : null
  if (areEnough(others.filter(({ field }) => isBeyondDoubt(field)))) {
    const reasonCode = reasonOfFraud(product, REASON_CODES.counterfeit)
    return invalid({ reasonCode, comment })
  }
  const isDoubted = isAltered || others.length > 0 || fields.length >= THRESHOLDS.comparedFieldsMinimum
  return isDoubted ? cannotTell({ comment }) : null
}

function areEnough(others: readonly ComparedField[]): boolean {
  return others.length >= THRESHOLDS.contradictingFieldsMinimum
}

function isSure({ field }: ComparedField): boolean {
  return field.confidence >= THRESHOLDS.printConfidenceMinimum
}

/**
 * Fields that label or place told would have shown another value. What was found because it says the same shows nothing
 * of the rest: it counts when nothing that both have is left out.
 */
function isProof(compared: readonly ComparedField[], mrz: MrzFacts): boolean {
  return (
    compared.filter(isToldByPrint).length >= THRESHOLDS.comparedFieldsMinimum ||
    (compared.length >= THRESHOLDS.comparedFieldsMinimum &&
      compared.every(({ likeness }) => likeness === 'same') &&
      compared.length === countToldByZone(mrz))
  )
}

/** Whether print has the zone's dates, by its label or not: one that was altered may have been too softly read to be known as such. */
function hasDates(compared: readonly ComparedField[], { fields }: MrzFacts): boolean {
  const same = compared.filter(({ likeness }) => likeness === 'same').map(({ name }) => name)
  return (['birthDate', 'expiryDate'] as const).every((name) => fields[name] === null || same.includes(name))
}

function isToldByPrint({ field }: ComparedField): boolean {
  return field.by !== 'zone'
}
