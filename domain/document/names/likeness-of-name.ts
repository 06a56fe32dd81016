import { lettersBetween } from '../letters-between.ts'
import { isSameName, reconcileName } from '../reconcile-name.ts'

/** Letters of a name of which one may be misread: of a shorter name one more would make another. */
export const LETTERS_PER_MISREADING = 5

/** How print says a name of a zone: in any way that zones spell it, but for a letter in five, or not. */
export type NameLikeness = 'same' | 'misread' | 'other'

/** How the letters of print compare with those of a zone's name, letters that the recogniser lacks given back. */
export function likenessOfName(letters: string, told: string): NameLikeness {
  if (letters === told) return 'same'
  const most = Math.floor(told.length / LETTERS_PER_MISREADING)
  // Zones write no letter with more than three.
  if (letters.length > told.length + most || letters.length * 3 < told.length) return 'other'
  if (isSameName(reconcileName(letters, told), told)) return 'same'
  return lettersBetween(letters, told) <= most ? 'misread' : 'other'
}
