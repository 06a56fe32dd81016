import { lettersBetween } from '../letters-between.ts'
import { isSameName, reconcileName } from './reconcile-name.ts'

/** Letters of a name of which one may be misread: of a shorter name one more would make another. */
export const LETTERS_PER_MISREADING = 5

/** How the recogniser reads ß and Þ. */
const READ_AS_ANOTHER: readonly string[] = ['B', 'P']

/** How print says a name of a zone: in any way that zones spell it, but for a letter in five, or not. */
export type NameLikeness = 'same' | 'misread' | 'other'

/** How the letters of print compare with those of a zone's name, letters that the recogniser lacks given back. */
export function likenessOfName(letters: string, told: string): NameLikeness {
  if (letters === told) return 'same'
  if (mayLackLetters(letters, told) && isSameName(reconcileName(letters, told), told)) return 'same'
  const most = Math.floor(told.length / LETTERS_PER_MISREADING)
  const isAlmost = Math.abs(letters.length - told.length) <= most && lettersBetween(letters, told) <= most
  return isAlmost ? 'misread' : 'other'
}

/** Whether giving letters back could make one name of the other: zones write them with two or three, most of them with its own first. */
function mayLackLetters(letters: string, told: string): boolean {
  const isShorter = letters.length < told.length && letters.length * 3 >= told.length
  return isShorter && (letters[0] === told[0] || READ_AS_ANOTHER.includes(letters[0]))
}
