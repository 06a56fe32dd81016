import { COMMENTS } from '../../../../domain/comment.ts'
import { isAlteredDate, isOtherWriting } from '../../../../domain/document/is-altered-date.ts'
import { isToldAtLength } from '../../../../domain/document/is-told-at-length.ts'
import { isoState } from '../../../../domain/document/iso-state.ts'
import { isNameCut } from '../../../../domain/document/names/is-name-cut.ts'
import type { PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../../domain/facts.ts'
import { REASON_CODES } from '../../../../domain/reason-code.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { cannotTell, type Finding, invalid, reasonOfFraud, VALID } from '../finding.ts'
import { THRESHOLDS } from '../thresholds.ts'
import { compareFirstNames } from './compare-names.ts'
import {
  type ComparedField,
  compareWithZone,
  countToldByZone,
  isBeyondDoubt,
  isNearlySaid,
  isSaidByBoth,
} from './compare-with-zone.ts'

/** What must be printed as the zone says it: whose document it is, and which. */
const NEEDED: readonly PrintedName[] = ['lastName', 'firstNames', 'birthDate', 'documentNumber']
/** States whose cards of ID-2 print the birth date within the personal number alone. */
const WITHOUT_BIRTH_DATE: readonly string[] = ['ROU']

/**
 * Whether the printed fields say what the zone says: 0 when two beyond doubt read fields of a state's known layout are others,
 * -1 when something speaks against it (`isDoubted`), or when the print has nothing that could be compared. Null when there is no
 * zone with right digits, no known layout, too little to prove anything or what differs was softly read.
 */
export function checkMrzViz(
  print: PrintFacts | null,
  { mrz, product }: { mrz: MrzFacts | null; product: AttemptFacts['product'] },
): Finding | null {
  if (!mrz?.checksValid || print === null) return null
  const all = compareWithZone(print, mrz)
  const compared = all.filter(isSure)
  const comment = COMMENTS.authenticityNotVerified
  if (compared.length === 0) return hasHoldersData(print) ? cannotTell({ comment }) : null
  // What was found because it says the same is no measure for what differs: it counts in a proof alone.
  const byPrint = compared.filter(isToldByPrint)
  const surelyOthers = byPrint.filter((one) => one.likeness === 'other' && isBeyondDoubt(one.field))
  const isOwn = isOfIssuer(print, mrz)
  if (isOwn && areEnough(surelyOthers)) {
    const reasonCode = reasonOfFraud(product, REASON_CODES.counterfeit)
    return invalid({ reasonCode, comment })
  }
  if (lacksNeeded(print, all, mrz) || isDoubted(print, byPrint, mrz)) return cannotTell({ comment })
  return isProof(print, all, mrz) && (isOwn || hasDates(compared, mrz)) ? VALID : null
}

/** Whether the layout is one of the state's that the zone names: states' own cards look like each other's. */
function isOfIssuer({ template }: PrintFacts, { fields }: MrzFacts): boolean {
  return template.documentTypeDetailed !== null && template.country === isoState(fields.issuingState)
}

/** Fronts print who the holder is; the back of a card may have its zone alone. */
function hasHoldersData({ template }: PrintFacts): boolean {
  return template.side === 'front'
}

/**
 * Whether what is not found in print is missing: where the zone stands on the side that prints who the holder is, and under a state's own
 * layout, which has all of it on the front. Cards of any state may print some of it elsewhere.
 */
function mustBeWhole(print: PrintFacts, mrz: MrzFacts): boolean {
  const { side, zoneSide } = print.template
  return side === 'front' && (zoneSide === 'front' || isOfIssuer(print, mrz))
}

/**
 * Whether something needed does not say what the zone says, or is not there: covered, say, or out of focus. Under a layout of any state
 * names may be nearly the zone's, for letters are softly read and states shorten names.
 */
function lacksNeeded(print: PrintFacts, compared: readonly ComparedField[], mrz: MrzFacts): boolean {
  if (!mustBeWhole(print, mrz)) return false
  const isOwn = isOfIssuer(print, mrz)
  const isSaid = (needed: PrintedName) =>
    compared.some((one) => one.name === needed && (isSaidByBoth(one) || (!isOwn && isNearlySaid(one))))
  return !neededOf(compared, mrz).every((needed) => isSaid(needed) || isNearValue(print, needed, mrz))
}

/** Whether a line says something needed but for a misreading, or the first of the first names before more than the zone has. */
function isNearValue({ nearValues = {} }: PrintFacts, needed: PrintedName, { fields }: MrzFacts): boolean {
  const field = needed === 'firstNames' || needed === 'documentNumber' ? nearValues[needed] : undefined
  if (field === undefined) return false
  if (!isBeyondDoubt(field)) return true
  return (
    needed === 'firstNames' &&
    compareFirstNames([field.value].flat(), fields.firstNames, 'whole').first === 'same'
  )
}

/**
 * What must be there: a name too short to be found but by its label, first names that the zone cut or has none of, or a date that cards
 * do not print, says nothing by its absence. Of two short names one must be there.
 */
function neededOf(compared: readonly ComparedField[], mrz: MrzFacts): PrintedName[] {
  const { fields, format } = mrz
  const isThere = (name: PrintedName) => compared.some((one) => one.name === name)
  const isLastNameShort = !isThere('lastName') && !isToldAtLength(fields.lastName)
  return NEEDED.filter((name) => {
    if (isThere(name)) return true
    if (name === 'lastName') return !isLastNameShort
    if (name === 'firstNames')
      return (isLastNameShort && fields.firstNames.length > 0) || areFirstNamesTold(mrz)
    return !(name === 'birthDate' && format === 'TD2' && WITHOUT_BIRTH_DATE.includes(fields.issuingState))
  })
}

/** Whether a zone has first names, whole and at such length that they are known again without their label. */
function areFirstNamesTold(mrz: MrzFacts): boolean {
  return isToldAtLength(mrz.fields.firstNames) && !isNameCut(mrz, 'firstNames')
}

/** Whether anything of the print speaks against the zone. */
function isDoubted(print: PrintFacts, byPrint: readonly ComparedField[], mrz: MrzFacts): boolean {
  if (print.titledBy && print.titledBy !== isoState(mrz.fields.issuingState)) return true
  if (print.unlikeLayout && print.unlikeLayout.length > 0) return true
  if (hasAlteredDate(print, byPrint, mrz)) return true
  const others = byPrint.filter(isOther)
  if (others.some((one) => isBeyondDoubt(one.field) && !isAnotherField(print, one, mrz))) return true
  if (!isOfIssuer(print, mrz)) return areEnough(others)
  return others.length > 0 || (byPrint.some(isNear) && byPrint.length >= THRESHOLDS.comparedFieldsMinimum)
}

/** Whether print that no label told has nearly a date of the zone, read beyond doubt, and can mean no other date. */
function hasAlteredDate(
  { nearDates }: PrintFacts,
  byPrint: readonly ComparedField[],
  mrz: MrzFacts,
): boolean {
  return (['birthDate', 'expiryDate'] as const).some((name) => {
    const field = nearDates?.[name]
    if (field === undefined || byPrint.some((one) => one.name === name)) return false
    return isBeyondDoubt(field) && isAlteredDate(name, field, mrz.fields)
  })
}

/** Whether a date under a label is that of the issue, or may be the zone's, written as others write it. */
function isAnotherField({ fields }: PrintFacts, { name, field }: ComparedField, mrz: MrzFacts): boolean {
  if (name !== 'birthDate' && name !== 'expiryDate') return false
  return fields.issueDate?.value === field.value || isOtherWriting(field, mrz.fields[name])
}

function areEnough(others: readonly ComparedField[]): boolean {
  return others.length >= THRESHOLDS.contradictingFieldsMinimum
}

function isOther({ likeness }: ComparedField): boolean {
  return likeness === 'other' || likeness === 'altered'
}

function isNear({ likeness }: ComparedField): boolean {
  return likeness === 'near' || likeness === 'misread'
}

function isSure({ field }: ComparedField): boolean {
  return field.confidence >= THRESHOLDS.printConfidenceMinimum
}

/**
 * Whether all of the print agrees and that proves the zone: of a side that has all that is needed, or of a card of any state.
 * There fields that label or place told would have shown another value; what was found because it says the same
 * shows nothing of the rest: it counts when nothing that both have is left out.
 */
function isProof(print: PrintFacts, all: readonly ComparedField[], mrz: MrzFacts): boolean {
  const compared = all.filter(isSure)
  const byPrint = compared.filter(isToldByPrint)
  if (print.nearDates || !byPrint.every(isSame)) return false
  if (mustBeWhole(print, mrz)) {
    const needed = NEEDED.filter((name) => name !== 'firstNames' || mrz.fields.firstNames.length > 0)
    return needed.every((name) => all.some((one) => one.name === name && isSaidByBoth(one)))
  }
  if (byPrint.length >= THRESHOLDS.comparedFieldsMinimum) return true
  return compared.every(isSame) && compared.length === countToldByZone(mrz)
}

/** Whether print has the zone's dates, by its label or not: one that was altered may have been too softly read to be known as such. */
function hasDates(compared: readonly ComparedField[], { fields }: MrzFacts): boolean {
  const same = compared.filter(isSame).map(({ name }) => name)
  return (['birthDate', 'expiryDate'] as const).every((name) => fields[name] === null || same.includes(name))
}

function isSame({ likeness }: ComparedField): boolean {
  return likeness === 'same'
}

function isToldByPrint({ field }: ComparedField): boolean {
  return field.by !== 'zone'
}
