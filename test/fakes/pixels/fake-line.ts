import type { TextLine } from '../../../analysis/document/print/text-line.ts'

/** A line that was surely read, at a place of the card: letters of 15 by 30 px. */
export function fakeLine(text: string, { left = 100, top = 0 } = {}): TextLine {
  const letters = [...text]
  return {
    text,
    confidence: 0.99,
    positions: letters.map((_, i) => (i + 0.5) / letters.length),
    certainties: letters.map(() => 0.99),
    left,
    top,
    right: left + letters.length * 15,
    bottom: top + 30,
    isGlance: false,
  }
}
