import { COMMENTS } from '../../../domain/comment.ts'
import type { PrintedName, PrintFacts, Template } from '../../../domain/document/print-facts.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import type { AttemptFacts } from '../attempt-facts.ts'
import { cannotTell, type Finding, VALID } from './finding.ts'
import { plainNumber } from './print/plain-number.ts'
import { sureValue } from './print/sure-value.ts'
import { THRESHOLDS } from './thresholds.ts'

/** What both sides of some documents print of the holder. */
const COMPARED: readonly PrintedName[] = ['birthDate', 'expiryDate', 'issueDate', 'documentNumber']

/**
 * Whether front and back are of one document, by their zones, else by their layouts and what both print: -1 when these are
 * of two.
 */
export function checkSameDocument({ front, back }: Pick<AttemptFacts, 'front' | 'back'>): Finding {
  if (typeof front === 'string' || typeof back === 'string') return VALID
  const prints = [front.print ?? null, back.print ?? null] as const
  const isSame = !areTwoKinds(front, back) && (haveSameZone(front, back) ?? haveSamePrint(...prints))
  return isSame === false ? cannotTell({ comment: COMMENTS.documentInstructionsNotFollowed }) : VALID
}

/**
 * Whether the sides are of two kinds of documents: one of a kind that has its zone elsewhere, or none, beside a zone, or two
 * layouts that never share a card.
 */
function areTwoKinds(front: DocumentSideFacts, back: DocumentSideFacts): boolean {
  const [one, other] = [front.print?.template, back.print?.template]
  if (one && other && areOfTwo(one, other)) return true
  if (!back.mrz?.checksValid || front.mrz?.checksValid) return false
  // The zone stands on the back alone: the front must be of a card that has it there.
  const isOtherZone = front.mrz != null && front.mrz.format !== back.mrz.format
  return isOtherZone || (one !== undefined && one.zoneSide !== 'back')
}

/** Two states' own layouts never share a card, nor do layouts with zones on other sides or of other states. */
function areOfTwo(one: Template, other: Template): boolean {
  if (one.id === other.id) return false
  const areOwn = [one, other].every(({ documentTypeDetailed }) => documentTypeDetailed !== null)
  // Residence permits are one uniform card (Regulation (EC) 1030/2002), and French is printed on those of more than one state.
  const areUniform = [one, other].every(({ documentType }) => documentType === 'Residence Permit')
  const areOfStates =
    !areUniform && one.country !== null && other.country !== null && one.country !== other.country
  return areOwn || areOfStates || one.zoneSide !== other.zoneSide
}

/** Null where not both sides have a zone with all its digits. */
function haveSameZone(front: DocumentSideFacts, back: DocumentSideFacts): boolean | null {
  if (!front.mrz?.checksValid || !back.mrz?.checksValid) return null
  const [one, other] = [front.mrz.fields, back.mrz.fields]
  return one.documentNumber === other.documentNumber && one.birthDate === other.birthDate
}

/** Of what both print one may be misread. */
function haveSamePrint(front: PrintFacts | null, back: PrintFacts | null): boolean | null {
  if (front === null || back === null) return null
  const pairs = COMPARED.map((name) => [sureValue(front, name), sureValue(back, name)])
  const others = pairs.filter(
    ([one, other]) => one !== null && other !== null && plainNumber(one) !== plainNumber(other),
  )
  return others.length < THRESHOLDS.contradictingFieldsMinimum
}
