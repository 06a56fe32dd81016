import { COMMENTS } from '../../../../domain/comment.ts'
import { isToldAtLength } from '../../../../domain/document/is-told-at-length.ts'
import { findNames, type HolderName } from '../../../../domain/document/names/find-names.ts'
import { isNameCut } from '../../../../domain/document/names/is-name-cut.ts'
import { areOverlapping } from '../../../../domain/document/names/name-pieces.ts'
import type { PrintedLine, PrintedName } from '../../../../domain/document/print-facts.ts'
import type { DocumentSideFacts, MrzFacts } from '../../../../domain/facts.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { cannotTell, type Finding } from '../finding.ts'
import { THRESHOLDS } from '../thresholds.ts'
import {
  type ComparedField,
  compareWithZone,
  isBeyondDoubt,
  isNearlySaid,
  isSaidByBoth,
} from './compare-with-zone.ts'
import { fieldsOfFront } from './print-of.ts'

/** What tells one card from another: many cards end on the same day, and many people share a name. */
const TYING: readonly PrintedName[] = ['birthDate', 'documentNumber']
/** What labels tell whose words may be a name as well, and are not the holder's. */
const OTHERS_WORDS: readonly PrintedName[] = ['birthPlace', 'issuePlace', 'nationality', 'residenceAddress']

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
  const telling = compareWithZone({ fields: fieldsOfFront({ front, back }) }, mrz).filter(isNoNameInLine)
  const named: PrintedName[] = namesInLines(front, telling, mrz)
  // However softly it was read: what says the same as the zone does not do so by chance.
  const same = [...named, ...telling.filter(isSaidByBoth).map(({ name }) => name)]
  const said = [...same, ...telling.filter(isNearlySaid).map(({ name }) => name)]
  // Without its lines, as in facts of before they were kept, a front may have said more than is known of it.
  const isWhole = front.lines === undefined || neededOf(mrz).every((name) => said.includes(name))
  return isTied(same) && isWhole ? null : cannotTell({ comment: COMMENTS.authenticityNotVerified })
}

/** Names without a label are looked for in another way than the rest of what lines say. */
function isNoNameInLine({ name, field }: ComparedField): boolean {
  return field.by !== 'zone' || (name !== 'lastName' && name !== 'firstNames')
}

function isTied(same: readonly PrintedName[]): boolean {
  const tying = TYING.filter((name) => same.includes(name)).length
  return tying === TYING.length || (tying > 0 && same.includes('lastName'))
}

/** Of names and birth date what the zone tells, at such length that it is known again without its label; of first names what it has whole. */
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

/** The names that some line says, whatever stands beside them; but for a misreading where neither it nor a label's value is beyond doubt. */
function namesInLines(
  { print, lines = [] }: DocumentSideFacts,
  telling: readonly ComparedField[],
  mrz: MrzFacts,
): HolderName[] {
  const others = OTHERS_WORDS.flatMap((name) => print?.fields[name] ?? [])
  const isAnothers = ({ text, box }: PrintedLine) =>
    others.some((field) => field.raw === text && areOverlapping(field.box, box))
  const { lastName } = mrz.fields
  const isLastNameCut = isNameCut(mrz, 'lastName') && lastName.length >= THRESHOLDS.cutNameLettersMinimum
  const isSurelyAnother = (name: HolderName) =>
    telling.some((one) => one.name === name && one.likeness === 'misread' && isBeyondDoubt(one.field))
  const mayBeMisread = (line: PrintedLine, name: HolderName) =>
    !isBeyondDoubt({ confidence: line.confidence, framesAgreeing: 1 }) && !isSurelyAnother(name)
  return findNames(
    lines.filter((line) => !isAnothers(line)),
    { ...mrz.fields, isLastNameCut },
    mayBeMisread,
  )
}
