import { COMMENTS } from '../../../../domain/comment.ts'
import type { LicenceLineFacts } from '../../../../domain/document/licence-line-facts.ts'
import type { PrintFacts } from '../../../../domain/document/print-facts.ts'
import { NAME_SPELLINGS } from '../../../../domain/name-words.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { cannotTell, type Finding, VALID } from '../finding.ts'
import { THRESHOLDS } from '../thresholds.ts'
import { type Likeness, ownWords } from './compare-names.ts'
import { plainNumber } from './plain-number.ts'
import { sureValue } from './sure-value.ts'

/** Names shorter than this must be read alike to the letter: one more would be half of another name. */
const FORGIVING_LENGTH = 4
/** What one letter weighs that may be misread, which is all that is forgiven, and any other. */
const FORGIVEN = 1
const MORE_THAN_FORGIVEN = 2
/** Characters that the line has for the last name (docs/layouts.md): of a longer one its beginning, and no filler before a next word. */
const NAME_LENGTH = 8

/**
 * Whether the check digits of a licence's line agree: -1 when one does not, or when no line was read of a licence that by the
 * layout of either side has one; null for those that have none.
 */
export function checkLicenceDigits(
  line: LicenceLineFacts | null,
  { front, back }: Pick<AttemptFacts, 'front' | 'back'>,
): Finding | null {
  if (line === null) {
    // A front of few words is known as one of any state: the back may tell more.
    const hasLine = [front, back].some((side) => typeof side !== 'string' && side.print?.template.lineSide)
    return hasLine ? cannotTell({ comment: COMMENTS.dataNotExtracted }) : null
  }
  return line.checksValid ? VALID : cannotTell({ comment: COMMENTS.dataNotExtracted })
}

/**
 * Whether the print says what the licence's line says: -1 when a side surely prints another number, expiry date or last
 * name, for which of the two is right a reviewer can tell; 1 when enough of them are surely the same. Null when too few
 * can be compared.
 */
export function checkLicencePrint(
  line: LicenceLineFacts | null,
  { front, back }: Pick<AttemptFacts, 'front' | 'back'>,
): Finding | null {
  if (!line?.checksValid) return null
  const likenesses = [front, back].flatMap((side) =>
    typeof side === 'string' || !side.print ? [] : compareWithLine(side.print, line),
  )
  if (likenesses.includes('other')) return cannotTell({ comment: COMMENTS.authenticityNotVerified })
  const same = likenesses.filter((likeness) => likeness === 'same')
  return same.length < THRESHOLDS.comparedFieldsMinimum ? null : VALID
}

/** One for each field that is surely printed and that the line has. */
function compareWithLine(print: PrintFacts, { fields }: LicenceLineFacts): Likeness[] {
  const number = sureValue(print, 'documentNumber')
  const expiry = sureValue(print, 'expiryDate')
  const lastName = sureValue(print, 'lastName')
  const isSame = (same: boolean): Likeness => (same ? 'same' : 'other')
  return [
    ...(number === null ? [] : [isSame(plainNumber(number) === plainNumber(fields.documentNumber))]),
    ...(expiry === null || fields.expiryDate === null ? [] : [isSame(expiry === fields.expiryDate)]),
    ...(lastName === null ? [] : [compareName(lastName, { print, name: fields.lastName })]),
  ]
}

/** A letter that is another may be misread where print is soft, or looks like it; it is then no evidence for the holder either. */
function compareName(printed: string, { print, name }: { print: PrintFacts; name: string }): Likeness {
  if (saysName(printed, { name, weigh: () => MORE_THAN_FORGIVEN })) return 'same'
  const { confidence = 0 } = print.fields.lastName ?? {}
  const isSoft = confidence < THRESHOLDS.contradictingConfidenceMinimum
  const weigh = (letter: string, read: string) =>
    isSoft || areLookalikes(letter, read) ? FORGIVEN : MORE_THAN_FORGIVEN
  return saysName(printed, { name, weigh }) ? 'near' : 'other'
}

/** What another letter than the line's weighs. */
type WeighFault = (letter: string, read: string) => number

/** Lines have the beginnings of long names; print may be misread by a letter, and of a short name has no letter more. */
function saysName(printed: string, { name, weigh }: { name: string; weigh: WeighFault }): boolean {
  const told = name.replaceAll(' ', '')
  const forgiven = told.length < FORGIVING_LENGTH ? 0 : FORGIVEN
  return NAME_SPELLINGS.flatMap((spelling) => ownWords(printed, spelling)).some((words) => {
    const letters = words.join('')
    const hasEnd = words.some((_, i) => words.slice(0, i + 1).join('').length === told.length)
    const mayGoOn = name.length >= NAME_LENGTH || (name.length === NAME_LENGTH - 1 && hasEnd)
    if (letters.length > told.length && !mayGoOn) return false
    const weights = [...told].map((letter, i) =>
      letter === letters[i] ? 0 : weigh(letter, letters[i] ?? ''),
    )
    return weights.reduce((sum, weight) => sum + weight, 0) <= forgiven
  })
}

function areLookalikes(letter: string, read: string): boolean {
  return plainNumber(letter) === plainNumber(read)
}
