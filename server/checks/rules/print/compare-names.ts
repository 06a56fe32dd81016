import { lettersBetween } from '../../../../domain/document/letters-between.ts'
import { likenessOfName } from '../../../../domain/document/names/likeness-of-name.ts'
import { NAME_SPELLINGS, type NameSpelling, nameWords } from '../../../../domain/name-words.ts'
import { THRESHOLDS } from '../thresholds.ts'

/**
 * How a printed value compares with that of a zone: near it by whole words that one of the two leaves out, misread by a letter in five,
 * altered by one letter more, which makes another name of it but one that nobody is refused for.
 */
export type Likeness = 'same' | 'near' | 'misread' | 'altered' | 'other'

/** Whether a zone has all of a name, or may have its beginning alone. */
export type NameExtent = 'whole' | 'cut'

/** What stands before a second last name that zones leave out, as zones spell it: of a spouse, or of birth. */
const BEFORE_ANOTHER: readonly string[] = [
  'EP',
  'EPSE',
  'EPOUSE',
  'VVE',
  'VEUVE',
  'NEE',
  'GEB',
  'GEBORENE',
  'EV',
]

/**
 * How a printed last name compares with the zone's: the same by its letters, misread when a letter in five differs, near it when
 * whole words follow that the zone has room for and leaves out, or when print has its first words alone: others may stand in a row below.
 */
export function compareLastName(read: string, zone: string, extent: NameExtent): Likeness {
  const told = wordsOf(zone)
  const spelled = NAME_SPELLINGS.flatMap((spelling) => ownWords(read, spelling))
  return best(spelled.map((said) => compareWords(said, told, extent)))
}

/** The words of a printed last name: all of them, and those before a second one, as of a spouse, which may be part of a name too (LE NÉE). */
export function ownWords(read: string, spelling: NameSpelling): string[][] {
  const words = nameWords(read, spelling)
  const end = words.findIndex((word, i) => i > 0 && isBeforeAnother(word, words[i + 1]))
  return end < 0 ? [words] : [words, words.slice(0, end)]
}

/** Dutch documents part a spouse's name by e/v (echtgenoot van), which falls into two words. */
function isBeforeAnother(word: string, next: string | undefined): boolean {
  return BEFORE_ANOTHER.includes(word) || (word === 'E' && next === 'V')
}

function compareWords(said: readonly string[], told: readonly string[], extent: NameExtent): Likeness {
  const [letters, name] = [said.join(''), told.join('')]
  const isCut = extent === 'cut' && name.length >= THRESHOLDS.cutNameLettersMinimum
  if (isCut && (letters.startsWith(name) || beginEach(said, told))) return 'same'
  const own = isCut ? letters.slice(0, name.length) : letters
  const likeness = likenessOfName(own, name)
  if (likeness !== 'other') return likeness
  if (beginsInWords(said, name) || beginsInWords(told, letters)) return 'near'
  const most = Math.ceil(name.length / THRESHOLDS.lettersPerMisreading)
  return lettersBetween(own, name) <= most ? 'altered' : 'other'
}

/** Whether letters are those of the first of some words, and of fewer than all. */
function beginsInWords(words: readonly string[], letters: string): boolean {
  return words.some((_, i) => i > 0 && words.slice(0, i).join('') === letters)
}

/** Whether each of the zone's words begins the printed one: zones may cut every word (ICAO 9303-4 §4.2.3). */
function beginEach(said: readonly string[], told: readonly string[]): boolean {
  return told.every((word, i) => said[i]?.startsWith(word))
}

/** How printed first names compare with the zone's: the first of them, and whether those after it are others. */
export interface FirstNamesLikeness {
  first: Likeness
  others: 'same' | 'other'
}

/**
 * How printed first names compare with the zone's. Print may have fewer of them, or initials; a zone has fewer where it is
 * cut. One misread letter in five makes no other name of those after the first.
 */
export function compareFirstNames(
  read: readonly string[],
  zone: readonly string[],
  extent: NameExtent,
): FirstNamesLikeness {
  const told = zone.flatMap(wordsOf)
  const spelled = NAME_SPELLINGS.map((spelling) => nameWords(read.join(' '), spelling))
  const first = best(spelled.map((said) => compareFirst(said, told, extent)))
  return { first, others: spelled.some((said) => areAlike(said, told, extent)) ? 'same' : 'other' }
}

/** Names of which print has lost the spaces begin with the first one too. */
function compareFirst(said: readonly string[], told: readonly string[], extent: NameExtent): Likeness {
  const [letters, name] = [said.join(''), told.join('')]
  if (letters === name || said[0] === told[0]) return 'same'
  const areJoined = told.some((_, i) => told.slice(0, i + 1).join('') === (said[0] ?? ''))
  const areParted = said.some((_, i) => said.slice(0, i + 1).join('') === told[0])
  if (areJoined || areParted) return 'same'
  const [word, own] = [said.slice(0, 1), told.slice(0, 1)]
  // The field of a zone may end within the first of them, where it has no other.
  if (told.length === 1 && extent === 'cut' && word[0]?.startsWith(own[0])) return 'same'
  return compareWords(word, own, 'whole')
}

function areAlike(said: readonly string[], told: readonly string[], extent: NameExtent): boolean {
  const [letters, name] = [said.join(''), told.join('')]
  const isShorter = letters.length < name.length || extent === 'cut'
  const length = isShorter ? Math.min(letters.length, name.length) : Math.max(letters.length, name.length)
  if (isAlike(letters.slice(0, length), name.slice(0, length))) return true
  if (said.length > told.length && extent === 'whole') return false
  return said.every((word, i) => told[i] === undefined || isSameFirstName(word, told[i], extent))
}

function isSameFirstName(word: string, told: string, extent: NameExtent): boolean {
  const isInitial = word.length === 1 || told.length === 1
  return (
    (isInitial && word[0] === told[0]) || (extent === 'cut' && word.startsWith(told)) || isAlike(word, told)
  )
}

function wordsOf(zone: string): string[] {
  return zone.split(/[^A-Z]+/).filter((word) => word !== '')
}

function best(likenesses: readonly Likeness[]): Likeness {
  return (['same', 'near', 'misread', 'altered'] as const).find((one) => likenesses.includes(one)) ?? 'other'
}

function isAlike(said: string, told: string): boolean {
  return likenessOfName(said, told) !== 'other'
}
