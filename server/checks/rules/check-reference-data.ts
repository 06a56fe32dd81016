import { COMMENTS } from '../../../domain/comment.ts'
import type { Identity } from '../../../domain/identity.ts'
import { NAME_SPELLINGS, nameWords } from '../../../domain/name-words.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import { cannotTell, type Finding, invalid, VALID } from './finding.ts'

/** Which names that were read may be the beginning of longer ones (domain/document/names/is-name-cut.ts). */
export type CutNames = Readonly<Record<'lastName' | 'firstNames', boolean>>

/**
 * Whether the declared identity is the one read; null when nothing was declared. -1 when a name was read in part only:
 * people leave out given names, go by their second one, or write their names in another script or another field.
 */
export function checkReferenceData(
  declared: Identity,
  read: Identity,
  cut: CutNames = { lastName: false, firstNames: false },
): Finding | null {
  if (!declared.firstName && !declared.lastName && !declared.birthDate) return null
  if (!read.lastName) return cannotTell({ comment: COMMENTS.dataNotExtracted })
  const names = [compareLastNames(declared, { read, cut }), compareFirstNames(declared, { read, cut })]
  // Documents with one field for all names, and people who know their names in another order.
  const isMixed = names.includes('other') && areSameWords(declared, read)
  const likenesses = [...(isMixed ? (['in-part'] as const) : names), compareBirthDates(declared, read)]
  if (likenesses.includes('other')) {
    return invalid({ reasonCode: REASON_CODES.identityMismatch, comment: COMMENTS.referenceDataMismatch })
  }
  return likenesses.includes('in-part') ? cannotTell({ comment: COMMENTS.dataNotExtracted }) : VALID
}

type Likeness = 'same' | 'in-part' | 'other'

function compareBirthDates(declared: Identity, read: Identity): Likeness {
  if (!declared.birthDate) return 'same'
  if (!read.birthDate) return 'in-part'
  return declared.birthDate === read.birthDate ? 'same' : 'other'
}

/** What was read, and which of it may go on. */
interface CutIdentity {
  read: Identity
  cut: CutNames
}

/** Documents cut last names, people do not: a declared one that is shorter is but a part. */
function compareLastNames({ lastName }: Identity, { read, cut }: CutIdentity): Likeness {
  return compareNames(
    lastName,
    read.lastName,
    ({ declared, told }) => cut.lastName && declared.length >= told.length,
  )
}

/** People have more given names than they use, and documents show those they have. */
function compareFirstNames({ firstName }: Identity, { read, cut }: CutIdentity): Likeness {
  return compareNames(
    firstName,
    read.firstName,
    ({ declared, told }) => cut.firstNames || declared.length <= told.length,
  )
}

/** The words of a declared name and of the one read. */
interface Words {
  declared: string[]
  told: string[]
}

/** Compares a declared name with the one read, in both ways that zones write letters they do not have. */
function compareNames(
  declared: string | null,
  read: string | null,
  mayBegin: (words: Words) => boolean,
): Likeness {
  if (!declared) return 'same'
  const likenesses = spelledWords(declared, read ?? '').map((words) => compareWords(words, mayBegin(words)))
  return (
    likenesses.find((likeness) => likeness === 'same') ??
    likenesses.find((one) => one === 'in-part') ??
    'other'
  )
}

function spelledWords(declared: string, read: string): Words[] {
  return NAME_SPELLINGS.flatMap((one) =>
    NAME_SPELLINGS.map((other) => ({ declared: nameWords(declared, one), told: nameWords(read, other) })),
  )
}

/**
 * The same when all letters are, written apart or not, when the words of one begin the other's where they may (zones cut long
 * names, ICAO 9303-3 §4.6) or stand in another order; in part when one has all the words of the other among more, the last word read is
 * cut off, or one of the two has no letters that zones know.
 */
function compareWords({ declared, told }: Words, mayBegin: boolean): Likeness {
  if (declared.length === 0 || told.length === 0) return 'in-part'
  if (declared.join('') === told.join('')) return 'same'
  const shorter = Math.min(declared.length, told.length)
  const parting = declared.slice(0, shorter).findIndex((word, index) => word !== told[index])
  if (parting === -1) return mayBegin ? 'same' : 'in-part'
  if (parting === told.length - 1 && declared[parting].startsWith(told[parting])) return 'in-part'
  if (!isWithin(declared, told)) return 'other'
  return declared.length === told.length ? 'same' : 'in-part'
}

/** Whether all the words of one are among the other's, a repeated one as often. */
function isWithin(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const left = [...many]
  return few.every((word) => {
    const at = left.indexOf(word)
    if (at !== -1) left.splice(at, 1)
    return at !== -1
  })
}

/** Whether all that was declared, or all that was read, stands among the names of the other, in whichever field. */
function areSameWords(declared: Identity, read: Identity): boolean {
  const all = ({ firstName, lastName }: Identity) => `${firstName ?? ''} ${lastName ?? ''}`
  return spelledWords(all(declared), all(read)).some(({ declared: one, told: other }) => isWithin(one, other))
}
