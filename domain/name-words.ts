/** How letters outside A-Z may be spelled: with two letters, as one without its mark, or as few states do. */
export type NameSpelling = 'two-letters' | 'plain' | 'rare'

/** All ways, the more telling first. */
export const NAME_SPELLINGS: readonly NameSpelling[] = ['two-letters', 'plain', 'rare']

/** The words of a name as a zone spells them, without accents, apostrophes and hyphens. */
export function nameWords(name: string, spelling: NameSpelling): string[] {
  // ß becomes SS in toUpperCase, as the standard asks.
  const letters = [...name.normalize('NFC').toUpperCase()].map(
    (letter) =>
      (spelling === 'rare' ? RARE_FORMS[letter] : undefined) ??
      (spelling === 'plain' ? undefined : TWO_LETTER_FORMS[letter]) ??
      ONLY_FORMS[letter] ??
      letter,
  )
  return letters
    .join('')
    .normalize('NFD')
    .replace(/[\p{M}'’.]/gu, '')
    .split(/[^A-Z]+/)
    .filter((word) => word !== '')
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
/** The other ways of that table, of Serbian and Croatian zones (Đ as DJ), and of Azerbaijani names (Ə as A). */
const RARE_FORMS: Readonly<Record<string, string>> = { Ñ: 'NXX', Ü: 'UXX', Đ: 'DJ', Ə: 'A' }
/** Letters that do not fall apart into a base letter and a mark (the same table). */
const ONLY_FORMS: Readonly<Record<string, string>> = {
  Ø: 'O',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
  Ħ: 'H',
  Ŧ: 'T',
  Ŋ: 'N',
  Ə: 'E',
  Ĳ: 'IJ',
  ẞ: 'SS',
}
