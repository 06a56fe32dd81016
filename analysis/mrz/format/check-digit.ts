import { MRZ_CHARACTERS } from './mrz-characters.ts'

/** Weights of the positions, repeated along the text (ICAO 9303-3 §4.9). */
const WEIGHTS = [7, 3, 1]

/**
 * The check digit of a text, "0" to "9" (ICAO 9303-3 §4.9): digits count themselves, A-Z 10 to 35, the filler 0.
 * Throws a RangeError for a character that no machine readable zone has.
 */
export function checkDigit(text: string): string {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum += characterValue(text[i]) * WEIGHTS[i % WEIGHTS.length]
  return String(sum % 10)
}

function characterValue(character: string): number {
  const index = MRZ_CHARACTERS.indexOf(character)
  if (index < 0) throw new RangeError(`Not a character of a machine readable zone: ${character}`)
  return character === '<' ? 0 : index
}
