import type { Box } from '../../image.ts'
import { NAME_SPELLINGS, nameWords } from '../../name-words.ts'

/** A line of print, and where it stands. */
export interface LineOfPrint {
  text: string
  box: Box
}

/** The words of a line in which a name may stand, in each way that zones spell them, as many in each: one at least. */
export interface NamePiece<Line extends LineOfPrint> {
  line: Line
  spelled: readonly string[][]
}

/** Whether two boxes have a part in common. */
export function areOverlapping(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Words that only labels of other things than names have, as ICAO 9303-3 §3.1 asks for them and as states write them. */
const TELLING: readonly string[] = [
  ...['BIRTH', 'NATIONALITY', 'EXPIRY', 'ISSUE', 'SIGNATURE'],
  ...['NAISSANCE', 'NATIONALITE', 'EXPIRATION', 'DELIVRANCE'],
  ...['GEBURTSTAG', 'GEBURTSDATUM', 'GEBURTSORT', 'STAATSANGEHORIGKEIT', 'STAATSANGEHOERIGKEIT'],
  ...['NACIMIENTO', 'NACIONALIDAD', 'NASCITA', 'CITTADINANZA', 'NASCIMENTO', 'NACIONALIDADE'],
  ...['GEBOORTEDATUM', 'GEBOORTEPLAATS', 'NATIONALITEIT'],
]
/** How such labels may begin: words that are names too where no telling one stands beside them. */
const LEADING: readonly string[] = ['DATE', 'PLACE', 'LIEU', 'FECHA', 'LUGAR', 'DATA', 'LUOGO', 'LOCAL']

/** The words of a line up to the label of something else than a name. */
export function namePiece<Line extends LineOfPrint>(line: Line): NamePiece<Line> {
  const words = nameWords(line.text, 'plain')
  const others = NAME_SPELLINGS.map((spelling) => nameWords(line.text, spelling))
  // Most lines are spelled in one way.
  const spelled = [words, ...others.filter((other) => other.some((word, i) => word !== words[i]))]
  if (!words.some((word) => TELLING.includes(word))) return { line, spelled }
  const end = words.findIndex((word) => TELLING.includes(word) || LEADING.includes(word))
  return { line, spelled: spelled.map((all) => all.slice(0, end)) }
}
