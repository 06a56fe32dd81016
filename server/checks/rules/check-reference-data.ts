import { COMMENTS } from '../../../domain/comment.ts'
import type { Identity } from '../../../domain/identity.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import { cannotTell, type Finding, invalid, VALID } from './finding.ts'

/** Whether the declared identity is the one read; null when nothing was declared. */
export function checkReferenceData(declared: Identity, read: Identity): Finding | null {
  if (!declared.firstName && !declared.lastName && !declared.birthDate) return null
  if (!read.lastName) return cannotTell({ comment: COMMENTS.dataNotExtracted })
  const isSame =
    isSameName(declared.lastName, read.lastName) &&
    isSameName(declared.firstName, read.firstName) &&
    (!declared.birthDate || declared.birthDate === read.birthDate)
  return isSame
    ? VALID
    : invalid({
        reasonCode: REASON_CODES.identityMismatch,
        comment: COMMENTS.referenceDataMismatch,
      })
}

/** A declared name agrees when its words begin the read ones, or the reverse: documents cut long names. */
function isSameName(declared: string | null, read: string | null): boolean {
  if (!declared) return true
  const readWords = wordsOf(read ?? '', 'two-letters')
  return (['two-letters', 'plain'] as const).some((form) => beginAlike(wordsOf(declared, form), readWords))
}

function beginAlike(a: string[], b: string[]): boolean {
  const shorter = Math.min(a.length, b.length)
  return shorter > 0 && a.slice(0, shorter).every((word, index) => word === b[index])
}

/** Letters that zones write with two, or as one without its accent (ICAO 9303-3 §6, table A). */
const TWO_LETTER_FORMS: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  Ü: 'UE',
  Þ: 'TH',
}
/** Letters that do not fall apart into a base letter and a mark. */
const ONE_LETTER_FORMS: Readonly<Record<string, string>> = { Ø: 'O', Ð: 'D', Đ: 'D', Ł: 'L', Ħ: 'H', Ŧ: 'T' }

function wordsOf(name: string, form: 'two-letters' | 'plain'): string[] {
  // ß becomes SS in toUpperCase, as the standard asks.
  const letters = [...name.normalize('NFC').toUpperCase()].map(
    (letter) =>
      (form === 'two-letters' ? TWO_LETTER_FORMS[letter] : undefined) ?? ONE_LETTER_FORMS[letter] ?? letter,
  )
  return letters
    .join('')
    .normalize('NFD')
    .replace(/[\p{M}'’.]/gu, '')
    .split(/[^A-Z]+/)
    .filter((word) => word !== '')
}
