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
 * Whether one document was filmed: each scene shows the zone of one, and front and back are of the same by their zones, else by their
 * layouts and what both print. -1 when two were.
 */
export function checkSameDocument({ front, back }: Pick<AttemptFacts, 'front' | 'back'>): Finding {
  const sides = [front, back].filter((side) => typeof side !== 'string')
  const areTwo = sides.some(showsAnother) || (sides.length === 2 && !areOfOne(sides[0], sides[1]))
  return areTwo ? cannotTell({ comment: COMMENTS.documentInstructionsNotFollowed }) : VALID
}

/** Whether one frame of a scene shows another zone than the others, as surely as a zone is believed. */
function showsAnother({ mrz }: DocumentSideFacts): boolean {
  return (mrz?.anotherConfidence ?? 0) >= THRESHOLDS.zoneConfidenceMinimum
}

function areOfOne(front: DocumentSideFacts, back: DocumentSideFacts): boolean {
  const prints = [front.print ?? null, back.print ?? null] as const
  return !areTwoKinds(front, back) && (haveSameZone(front, back) ?? haveSamePrint(...prints) ?? true)
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
