import type { ApplicantForm } from '../../../domain/applicant-form.ts'
import type { Identity } from '../../../domain/identity.ts'
import { NAME_SPELLINGS, nameWords } from '../../../domain/name-words.ts'
import type { Score } from '../../../domain/score.ts'

/** How far the declared and the concluded identity agree. */
export interface FormMatch {
  score: Score
  /** Share of equal characters, 0-1; null where nothing can be compared. */
  match: number | null
}

/**
 * Compares what the applicant declared with the identity that was concluded: last name, first name, birth date (API
 * text, "Identity-form-matches": a strict comparison). The score tells whether they say the same, accents and signs
 * that zones cannot write left aside; the match counts the characters as they are written. A field that is not
 * concluded is not compared.
 */
export function checkFormMatch(
  identity: Identity,
  form: Pick<ApplicantForm, 'lastName' | 'firstName' | 'birthDate'>,
): FormMatch {
  const fields = [
    { read: identity.lastName, declared: form.lastName, isSame: isSameName },
    { read: identity.firstName, declared: form.firstName, isSame: isSameName },
    { read: identity.birthDate, declared: form.birthDate, isSame: isEqual },
  ].flatMap(({ read, declared, isSame }) => (read ? [{ read, declared: declared ?? '', isSame }] : []))
  if (fields.length === 0) return { score: -1, match: null }
  const counts = fields.map(({ read, declared }) => countEqual(characters(read), characters(declared)))
  const equal = counts.reduce((sum, count) => sum + count.equal, 0)
  const all = counts.reduce((sum, count) => sum + count.all, 0)
  const isSame = fields.every((field) => field.isSame(field.declared, field.read))
  return { score: isSame ? 1 : 0, match: equal / all }
}

function isSameName(declared: string, read: string): boolean {
  const readWords = nameWords(read, 'two-letters').join(' ')
  return NAME_SPELLINGS.some((spelling) => nameWords(declared, spelling).join(' ') === readWords)
}

function isEqual(a: string, b: string): boolean {
  return a === b
}

function characters(text: string): string[] {
  return [...text.normalize('NFC').toUpperCase().trim()]
}

/** Characters that stand in both in the same order (longest common subsequence), of those of the longer. */
function countEqual(a: string[], b: string[]): { equal: number; all: number } {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const letter of a) {
    const next = [0]
    for (let at = 0; at < b.length; at++) {
      next.push(letter === b[at] ? row[at] + 1 : Math.max(row[at + 1], next[at]))
    }
    row = next
  }
  return { equal: row[b.length], all: Math.max(a.length, b.length) }
}
