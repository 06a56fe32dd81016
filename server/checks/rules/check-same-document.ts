import { COMMENTS } from '../../../domain/comment.ts'
import type { PrintedName, PrintFacts } from '../../../domain/document/print-facts.ts'
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
  const isSame = haveSameZone(front, back) ?? haveSamePrint(front.print ?? null, back.print ?? null)
  return isSame === false ? cannotTell({ comment: COMMENTS.documentInstructionsNotFollowed }) : VALID
}

/** Null where not both sides have a zone with all its digits. */
function haveSameZone(front: DocumentSideFacts, back: DocumentSideFacts): boolean | null {
  if (!front.mrz?.checksValid || !back.mrz?.checksValid) return null
  const [one, other] = [front.mrz.fields, back.mrz.fields]
  return one.documentNumber === other.documentNumber && one.birthDate === other.birthDate
}

/** Two states' own layouts never share a card; of what both print one may be misread. */
function haveSamePrint(front: PrintFacts | null, back: PrintFacts | null): boolean | null {
  if (front === null || back === null) return null
  const areOwn = [front, back].every(({ template }) => template.documentTypeDetailed !== null)
  if (areOwn && front.template.id !== back.template.id) return false
  const pairs = COMPARED.map((name) => [sureValue(front, name), sureValue(back, name)])
  const others = pairs.filter(
    ([one, other]) => one !== null && other !== null && plainNumber(one) !== plainNumber(other),
  )
  return others.length < THRESHOLDS.contradictingFieldsMinimum
}
