import type { InkPart, LineInk } from './_line-ink.ts'

/** Parts of letters are at least this high, of the height of capitals. */
const LETTER_HEIGHT = 0.5

/** The ink of a line with its letters told from marks, points and what lies around. */
export interface LettersInk extends LineInk {
  /** Height of most high letters, px. */
  capital: number
  letters: InkPart[]
  /** Where most letters end, px from above. */
  baseline: number
}

/** Tells the letters in a line's ink; null where there are none. */
export function lettersInk(ink: LineInk): LettersInk | null {
  const middle = (ink.box.top + ink.box.bottom) / 2
  const crossing = ink.parts.filter(({ top, bottom }) => top < middle && bottom > middle)
  const capital = quantile(crossing.map(heightOf), 0.75)
  const letters = crossing.filter((part) => heightOf(part) >= LETTER_HEIGHT * capital)
  if (letters.length === 0) return null
  const ends = letters.map(({ bottom }) => bottom)
  return { ...ink, capital, letters, baseline: quantile(ends, 0.5) }
}

/** From the upper end of a part to its lower one, px. */
export function heightOf({ top, bottom }: InkPart): number {
  return bottom - top
}

/** The value below which a share of the values lies; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}
