import type { Image } from '../../../../domain/image.ts'
import type { TextLine } from '../text-line.ts'
import { lettersInk } from './_letters-ink.ts'
import { lineInk } from './_line-ink.ts'
import { restoreGaps } from './_restore-gaps.ts'
import { restoreMarks } from './_restore-marks.ts'
import { restoreZeros } from './_restore-zeros.ts'

/**
 * A line with the marks of its letters and the gaps between its words as its ink has them, and zeros told from the
 * letter O: the recogniser knows few marks of capitals, drops many, and runs words together. 1-2 ms.
 */
export function restorePrint(card: Image, line: TextLine): TextLine {
  const cut = lineInk(card, line)
  const ink = cut && lettersInk(cut)
  if (ink === null) return line
  const text = restoreZeros(restoreMarks(line.text, ink), ink)
  return restoreGaps({ ...line, text }, ink)
}
