import { COMMENTS } from '../../../../domain/comment.ts'
import type { LicenceLineFacts } from '../../../../domain/document/licence-line-facts.ts'
import type { PrintFacts } from '../../../../domain/document/print-facts.ts'
import { NAME_SPELLINGS, nameWords } from '../../../../domain/name-words.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { cannotTell, type Finding, VALID } from '../finding.ts'
import { plainNumber } from './plain-number.ts'
import { sureValue } from './sure-value.ts'

/** Names shorter than this must be read alike to the letter: one more would be half of another name. */
const FORGIVING_LENGTH = 4

/** Whether the check digits of a licence's line agree: -1 when one does not, null when no line was read. */
export function checkLicenceDigits(line: LicenceLineFacts | null): Finding | null {
  if (line === null) return null
  return line.checksValid ? VALID : cannotTell({ comment: COMMENTS.dataNotExtracted })
}

/**
 * Whether a side surely prints another number, expiry date or last name than the licence's line has: then -1, for which of
 * the two is right a reviewer can tell. Null when they agree, or when there is nothing to compare.
 */
export function checkLicencePrint(
  line: LicenceLineFacts | null,
  { front, back }: Pick<AttemptFacts, 'front' | 'back'>,
): Finding | null {
  if (!line?.checksValid) return null
  const isOther = [front, back].some(
    (side) => typeof side !== 'string' && side.print && isOfAnother(side.print, line),
  )
  return isOther ? cannotTell({ comment: COMMENTS.authenticityNotVerified }) : null
}

function isOfAnother(print: PrintFacts, { fields }: LicenceLineFacts): boolean {
  const number = sureValue(print, 'documentNumber')
  if (number !== null && plainNumber(number) !== plainNumber(fields.documentNumber)) return true
  const expiry = sureValue(print, 'expiryDate')
  if (expiry !== null && fields.expiryDate !== null && expiry !== fields.expiryDate) return true
  const lastName = sureValue(print, 'lastName')
  return lastName !== null && !beginsWith(lastName, fields.lastName)
}

/** Lines have the beginnings of names; print may be misread by a letter. */
function beginsWith(printed: string, name: string): boolean {
  const told = name.replaceAll(' ', '')
  const forgiven = told.length < FORGIVING_LENGTH ? 0 : 1
  return NAME_SPELLINGS.some((spelling) => {
    const letters = nameWords(printed, spelling).join('')
    return [...told].filter((letter, i) => letter !== letters[i]).length <= forgiven
  })
}
