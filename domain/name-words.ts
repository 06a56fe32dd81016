/** How letters outside A-Z may be spelled: with two letters, or as one without its mark. */
export type NameSpelling = 'two-letters' | 'plain'

/** Both ways, the more telling first. */
export const NAME_SPELLINGS: readonly NameSpelling[] = ['two-letters', 'plain']

/** The words of a name as a zone spells them, without accents, apostrophes and hyphens. */
export function nameWords(name: string, spelling: NameSpelling): string[] {
  // ß becomes SS in toUpperCase, as the standard asks.
  const letters = [...name.normalize('NFC').toUpperCase()].map(
    (letter) =>
      (spelling === 'two-letters' ? TWO_LETTER_FORMS[letter] : undefined) ??
      ONE_LETTER_FORMS[letter] ??
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
/** Letters that do not fall apart into a base letter and a mark. */
const ONE_LETTER_FORMS: Readonly<Record<string, string>> = { Ø: 'O', Ð: 'D', Đ: 'D', Ł: 'L', Ħ: 'H', Ŧ: 'T' }
