import { heightOf, type LettersInk } from './_letters-ink.ts'

/** Zeros are narrower than this share of their height, the letter O is wider: between them the reader decides. */
const ZERO_WIDTH = 0.78
const LETTER_WIDTH = 0.86
/** Numbers with letters in them: elsewhere the neighbours tell the two apart. */
const MIXED_WORDS = /(?=\S*\d)(?=\S*\p{Lu})[\p{Lu}\d]+/gu

/** Tells zeros from the letter O by their width, in words of capitals and digits. */
export function restoreZeros(text: string, ink: LettersInk): string {
  return text.replace(MIXED_WORDS, (word, at: number) =>
    [...word]
      .map((character, i) =>
        /[O0]/.test(character) ? zeroOrLetter(character, ink.xs[at + i], ink) : character,
      )
      .join(''),
  )
}

function zeroOrLetter(character: string, x: number, { letters }: LettersInk): string {
  const part = letters.find(({ left, right }) => x >= left && x < right)
  if (!part) return character
  const shape = (part.right - part.left) / heightOf(part)
  if (shape < ZERO_WIDTH) return '0'
  // Two characters that touch are wider than any letter.
  return shape > LETTER_WIDTH && shape < 1.25 ? 'O' : character
}
