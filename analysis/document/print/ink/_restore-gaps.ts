import type { TextLine } from '../text-line.ts'
import { type LettersInk, quantile } from './_letters-ink.ts'

/** Words are apart by this much at least, heights of capitals, and by this many usual gaps between letters. */
const WORD_GAP = { height: 0.36, usual: 2 }
/** Two characters that a space may be missing between: points, and digits of one number, have room around. */
const JOINED = /^(?:\p{L}[\p{L}\d]|\d\p{L})$/u
/** The rows that print of the line crosses, heights of capitals from its lower end. */
const ROWS = { above: 1.1, below: 0.2 }

/** Puts spaces where the ink leaves room for one and none was read. */
export function restoreGaps(line: TextLine, ink: LettersInk): TextLine {
  const wide = wideGaps(ink)
  const positions: number[] = []
  const certainties: number[] = []
  let text = ''
  for (let i = 0; i < line.text.length; i++) {
    const [before, here] = [ink.xs[i - 1], ink.xs[i]]
    const isParted = i > 0 && wide.some((x) => x > before && x < here)
    if (isParted && JOINED.test(line.text.slice(i - 1, i + 1))) {
      text += ' '
      positions.push((line.positions[i - 1] + line.positions[i]) / 2)
      certainties.push(1)
    }
    text += line.text[i]
    positions.push(line.positions[i])
    certainties.push(line.certainties[i])
  }
  return { ...line, text, positions, certainties }
}

/** The middles of the gaps between words, px from the left. */
function wideGaps(ink: LettersInk): number[] {
  const spans = columnsOf(ink)
  const gaps = spans.slice(1).map((span, i) => ({ from: spans[i].right, to: span.left }))
  const widths = gaps.map(({ from, to }) => to - from)
  const least = Math.max(WORD_GAP.height * ink.capital, WORD_GAP.usual * quantile(widths, 0.5))
  return gaps.filter(({ from, to }) => to - from >= least).map(({ from, to }) => (from + to) / 2)
}

/** The stretches of columns that print stands in, marks and all. */
function columnsOf({ parts, baseline, capital }: LettersInk): { left: number; right: number }[] {
  const rows = { from: baseline - capital * ROWS.above, to: baseline + capital * ROWS.below }
  const inLine = parts.filter(({ top, bottom }) => bottom > rows.from && top < rows.to)
  const spans: { left: number; right: number }[] = []
  for (const { left, right } of inLine.sort((a, b) => a.left - b.left)) {
    const last = spans[spans.length - 1]
    if (last && left <= last.right) last.right = Math.max(last.right, right)
    else spans.push({ left, right })
  }
  return spans
}
