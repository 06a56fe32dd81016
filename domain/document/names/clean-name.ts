/** Letters that belong to names as documents print them. */
const NOT_OF_NAMES = /[^\p{L}\p{M}' ,’-]/gu

/** What a text has of a name: its letters in capitals, and what stands between names. */
export function cleanName(text: string): string {
  return text.replace(NOT_OF_NAMES, '').replace(/\s+/g, ' ').trim().toUpperCase()
}
