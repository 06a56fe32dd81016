import { COMMENTS } from '../../../../domain/comment.ts'
import { isNameCut } from '../../../../domain/document/is-name-cut.ts'
import { isToldAtLength } from '../../../../domain/document/is-told-at-length.ts'
import { hasName } from '../../../../domain/document/names-in-line.ts'
import type { PrintedName } from '../../../../domain/document/print-facts.ts'
import type { DocumentSideFacts, MrzFacts } from '../../../../domain/facts.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { cannotTell, type Finding } from '../finding.ts'
import { type ComparedField, compareWithZone, isSaidByBoth } from './compare-with-zone.ts'
import { fieldsOfFront } from './print-of.ts'

/** What tells one card from another: many cards end on the same day, and many people share a name. */
const TYING: readonly PrintedName[] = ['birthDate', 'documentNumber']

/**
 * Whether the front of a card, which has the portrait, is of the zone on its back, which has the identity: -1 when the front does not
 * say two things that the zone says, the birth date and the number, or one of them and the last name (a portrait and one date are soon
 * printed), or lacks what every front prints of its holder: names and birth date (ICAO 9303-5 §4.1). Null when it does not, or no zone
 * stands on the back alone.
 */
export function checkFrontOfZone({ front, back }: Pick<AttemptFacts, 'front' | 'back'>): Finding | null {
  if (typeof front === 'string' || typeof back === 'string') return null
  const { mrz } = back
  if (!mrz?.checksValid || front.mrz?.checksValid) return null
  // A front whose title was not read has no layout, and may say in its lines what the zone says.
  const telling = compareWithZone({ fields: fieldsOfFront({ front, back }) }, mrz)
  const isWhole = neededOf(mrz).every((name) => isSaid(name, telling) || isNamed(name, front, mrz))
  return isOfZone(telling) && isWhole ? null : cannotTell({ comment: COMMENTS.authenticityNotVerified })
}

function isOfZone(telling: readonly ComparedField[]): boolean {
  // However softly it was read: what says the same as the zone does not do so by chance.
  const same = telling.filter(isSaidByBoth).map(({ name }) => name)
  const tying = TYING.filter((name) => same.includes(name)).length
  return tying === TYING.length || (tying > 0 && same.includes('lastName'))
}

/** Of names and birth date what the zone tells, whole and at such length that it is known again without its label. */
function neededOf(mrz: MrzFacts): PrintedName[] {
  const { lastName, firstNames, birthDate } = mrz.fields
  const isBorn = birthDate !== null
  const isLastNameTold = isToldAtLength(lastName)
  const areFirstNamesTold = isToldAtLength(firstNames[0] ?? null) && !isNameCut(mrz, 'firstNames')
  return [
    ...(isBorn ? (['birthDate'] as const) : []),
    ...(isLastNameTold ? (['lastName'] as const) : []),
    ...(areFirstNamesTold ? (['firstNames'] as const) : []),
  ]
}

/** Whether a field says what the zone says, a name also nearly: letters are misread, and states shorten names. */
function isSaid(name: PrintedName, telling: readonly ComparedField[]): boolean {
  return telling.some((one) => one.name === name && (isSaidByBoth(one) || one.likeness === 'near'))
}

/** Whether the first of the first names is a word of some line: fronts may print more of them, or others' beside them. */
function isNamed(name: PrintedName, { lines = [] }: DocumentSideFacts, { fields }: MrzFacts): boolean {
  const [first] = fields.firstNames
  return name === 'firstNames' && lines.some(({ text }) => hasName(text, first))
}
