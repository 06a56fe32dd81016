import { COMMENTS } from '../../../../domain/comment.ts'
import type { PrintedField, PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../../domain/facts.ts'
import { NAME_SPELLINGS, nameWords } from '../../../../domain/name-words.ts'
import { REASON_CODES } from '../../../../domain/reason-code.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { cannotTell, type Finding, invalid, VALID } from '../finding.ts'
import { THRESHOLDS } from '../thresholds.ts'
import { plainNumber } from './plain-number.ts'

/** How a printed field compares with the zone's. */
type Likeness = 'same' | 'near' | 'other'

/**
 * Whether the printed fields say what the zone says: 0 when two surely read fields of a state's known layout are others,
 * -1 when one is, or something is nearly the same. Null when there is no zone with right digits or nothing to compare.
 */
export function checkMrzViz(
  print: PrintFacts | null,
  { mrz, product }: { mrz: MrzFacts | null; product: AttemptFacts['product'] },
): Finding | null {
  if (!mrz?.checksValid || print === null) return null
  const compared = compareFields(print, mrz)
  // What was found because it says the same is no measure for what differs: it counts in a proof alone.
  const likenesses = compared.filter(isToldByPrint).map(({ likeness }) => likeness)
  if (likenesses.every((likeness) => likeness === 'same')) return isProof(compared, mrz) ? VALID : null
  if (likenesses.length < THRESHOLDS.comparedFieldsMinimum) return null
  // Where fields of any state stand is told by labels alone: what differs may be another field.
  if (print.template.documentTypeDetailed === null) return null
  const others = likenesses.filter((likeness) => likeness === 'other').length
  const comment = COMMENTS.authenticityNotVerified
  if (others < THRESHOLDS.contradictingFieldsMinimum) return cannotTell({ comment })
  // Certified products mask the kind of fraud (API text, reason code 2399).
  return invalid({
    reasonCode: product === 'certified' ? REASON_CODES.certifiedFraud : REASON_CODES.counterfeit,
    comment,
  })
}

/** A field that was compared, and what told that the print is of it. */
interface ComparedField {
  likeness: Likeness
  by: PrintedField['by']
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
      compared.length === toldByZone(mrz).filter(([, value]) => value !== null).length)
  )
}

function isToldByPrint({ by }: ComparedField): boolean {
  return by !== 'zone'
}

type Told = [name: PrintedName, value: string | null, compare: (read: string, zone: string) => Likeness]

/** What documents print and their zones have. */
function toldByZone({ format, fields: zone }: MrzFacts): Told[] {
  return [
    ['lastName', zone.lastName, compareNames],
    ['firstNames', zone.firstNames[0] ?? null, compareNames],
    ['birthDate', zone.birthDate, compareExactly],
    ['expiryDate', format === 'FR-2x36' ? null : zone.expiryDate, compareExactly],
    ['documentNumber', zone.documentNumber, compareNumbers],
  ]
}

function compareFields(print: PrintFacts, mrz: MrzFacts): ComparedField[] {
  return toldByZone(mrz).flatMap(([name, told, compare]) => {
    const field = print.fields[name]
    if (!field || told === null || field.confidence < THRESHOLDS.printConfidenceMinimum) return []
    const read = typeof field.value === 'string' ? field.value : (field.value[0] ?? '')
    return [{ likeness: compare(read, told), by: field.by }]
  })
}

function compareExactly(read: string, zone: string): Likeness {
  return read === zone ? 'same' : 'other'
}

function compareNumbers(read: string, zone: string): Likeness {
  return plainNumber(read) === plainNumber(zone) ? 'same' : 'other'
}

/** Zones cut long names; print may be misread by a letter, or its spaces lost. */
function compareNames(read: string, zone: string): Likeness {
  const told = zone.replaceAll(/[^A-Z]/g, '')
  const spelled = NAME_SPELLINGS.map((spelling) => nameWords(read, spelling).join(''))
  if (spelled.some((name) => name === told || (told.length > 3 && name.startsWith(told)))) return 'same'
  return spelled.some((name) => lettersApart(name, told) <= Math.ceil(told.length / 5)) ? 'near' : 'other'
}

/** How many places differ, and by how much the lengths do. */
function lettersApart(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  let apart = Math.max(a.length, b.length) - shared
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) apart++
  return apart
}
