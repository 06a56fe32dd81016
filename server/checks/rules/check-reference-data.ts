import { COMMENTS } from '../../../domain/comment.ts'
import type { Identity } from '../../../domain/identity.ts'
import { NAME_SPELLINGS, nameWords } from '../../../domain/name-words.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import { cannotTell, type Finding, invalid, VALID } from './finding.ts'

/**
 * Whether the declared identity is the one read; null when nothing was declared. -1 when a name was read in part only:
 * people leave out given names, or go by their second one.
 */
export function checkReferenceData(declared: Identity, read: Identity): Finding | null {
  if (!declared.firstName && !declared.lastName && !declared.birthDate) return null
  if (!read.lastName) return cannotTell({ comment: COMMENTS.dataNotExtracted })
  const likenesses = [
    compareNames(declared.lastName, read.lastName),
    compareNames(declared.firstName, read.firstName),
    !declared.birthDate || declared.birthDate === read.birthDate ? 'same' : 'other',
  ]
  if (likenesses.includes('other')) {
    return invalid({ reasonCode: REASON_CODES.identityMismatch, comment: COMMENTS.referenceDataMismatch })
  }
  return likenesses.includes('in-part') ? cannotTell({ comment: COMMENTS.dataNotExtracted }) : VALID
}

type Likeness = 'same' | 'in-part' | 'other'

/** Compares a declared name with the one read, in both ways that zones write letters they do not have. */
function compareNames(declared: string | null, read: string | null): Likeness {
  if (!declared) return 'same'
  const readWords = nameWords(read ?? '', 'two-letters')
  const likenesses = NAME_SPELLINGS.map((spelling) => compareWords(nameWords(declared, spelling), readWords))
  return (
    likenesses.find((likeness) => likeness === 'same') ??
    likenesses.find((one) => one === 'in-part') ??
    'other'
  )
}

/**
 * The same when the words of one begin the other's (documents cut long names, ICAO 9303-3 §4.6) or stand in another
 * order; in part when one has all the words of the other among more, or the last word read is cut off.
 */
function compareWords(declared: string[], read: string[]): Likeness {
  if (declared.length === 0 || read.length === 0) return 'other'
  const shorter = Math.min(declared.length, read.length)
  const parting = declared.slice(0, shorter).findIndex((word, index) => word !== read[index])
  if (parting === -1) return 'same'
  if (parting === read.length - 1 && declared[parting].startsWith(read[parting])) return 'in-part'
  const [few, many] = declared.length <= read.length ? [declared, read] : [read, declared]
  if (!few.every((word) => many.includes(word))) return 'other'
  return few.length === many.length ? 'same' : 'in-part'
}
