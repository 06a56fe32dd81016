/** Letters that are written with others in a zone (ICAO 9303-3 §6.A); the rest loses its accents. */
const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ['Ä', 'AE'],
  ['Å', 'AA'],
  ['Æ', 'AE'],
  ['Ð', 'D'],
  ['Đ', 'D'],
  ['Ł', 'L'],
  ['Ö', 'OE'],
  ['Ø', 'OE'],
  ['Œ', 'OE'],
  ['Ü', 'UE'],
  ['ß', 'SS'],
  ['ẞ', 'SS'],
  ['Þ', 'TH'],
])

/**
 * Writes a name with the letters of a machine readable zone: A-Z, a filler between its parts
 * (ICAO 9303-3 §4.6: hyphens and spaces become fillers, apostrophes fall away).
 */
export function transliterate(name: string): string {
  const spelled = [...name.toUpperCase().normalize('NFC')].map((letter) => REPLACEMENTS.get(letter) ?? letter)
  return spelled
    .join('')
    .normalize('NFD')
    .replace(/[^A-Z\- ]/g, '')
    .replace(/[- ]+/g, '<')
}
