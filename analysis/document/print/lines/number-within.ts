import type { TextLine } from '../text-line.ts'
import { joinLines } from './join-lines.ts'
import { sliceLine } from './slice-line.ts'

/** At most so many words stand between the letters of a number and its digits: SERIA RX NR. 123456. */
const MAX_WORDS_BETWEEN = 1

/**
 * A number in a line that has other words too: whole words that spell it, or the word of its letters and, after one that calls them a
 * number, that of its digits. Empty where the line does not have it.
 */
export function numberWithin(line: TextLine, number: string): TextLine[] {
  const words = [...line.text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    text: word.toUpperCase(),
    from: index,
    to: index + word.length,
  }))
  const pieceOf = ({ from, to }: { from: number; to: number }) => sliceLine(line, from, to)
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(number) ?? []
  return words.flatMap((word, i) => {
    const end = words.findIndex((_, j) => j >= i && spell(words.slice(i, j + 1)) === number)
    if (end >= 0) return [pieceOf({ from: word.from, to: words[end].to })]
    const after = words.slice(i + 1, i + 2 + MAX_WORDS_BETWEEN).find(({ text }) => text === digits)
    return word.text === letters && after ? [joinLines([pieceOf(word), pieceOf(after)])] : []
  })
}

function spell(words: readonly { text: string }[]): string {
  return words.map(({ text }) => text).join('')
}
