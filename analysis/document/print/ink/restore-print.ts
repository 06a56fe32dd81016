import type { Image } from '../../../../domain/image.ts'
import type { TextLine } from '../text-line.ts'
import { SOFT_CERTAINTY } from '../values/rate-field.ts'
import { type LettersInk, lettersInk } from './_letters-ink.ts'
import { lineInks } from './_line-ink.ts'
import { restoreGaps } from './_restore-gaps.ts'
import { restoreMarks } from './_restore-marks.ts'
import { restoreZeros } from './_restore-zeros.ts'

/** Of print softer than this marks may be gone without a trace; its letters that may have had one are no surer than this. */
const SOFT = { from: 0.78, certainty: SOFT_CERTAINTY }
const LETTER = /\p{L}/u
/** Letters that marks stand over or under in many alphabets. */
const MAY_BE_MARKED = /[ACEINOU]/i

/**
 * A line with the marks of its letters and the gaps between its words as its ink has them, and zeros told from the
 * letter O: the recogniser knows few marks of capitals, drops many, and runs words together. 1-2 ms.
 */
export function restorePrint(card: Image, line: TextLine): TextLine {
  const [ink, ...stricter] = inksOf(card, line)
  if (ink === undefined) return line
  // The most generous has the last word: marks are whole there, if they are apart.
  const marked = [...stricter.reverse(), ink].reduce(restoreMarks, line.text)
  const text = restoreZeros(marked, ink)
  const certainties = ink.softness > SOFT.from ? lessCertain(text, line.certainties) : line.certainties
  return restoreGaps({ ...line, text, certainties }, ink)
}

/** The ink of a line, the most generous first; only that where there is no letter that a mark could stand over. */
function inksOf(card: Image, line: TextLine): LettersInk[] {
  const inks: LettersInk[] = []
  for (const cut of lineInks(card, line)) {
    const ink = lettersInk(cut)
    if (ink) inks.push(ink)
    if (ink && !LETTER.test(line.text)) break
  }
  return inks
}

function lessCertain(text: string, certainties: readonly number[]): number[] {
  return certainties.map((one, i) => (MAY_BE_MARKED.test(text[i]) ? Math.min(one, SOFT.certainty) : one))
}
