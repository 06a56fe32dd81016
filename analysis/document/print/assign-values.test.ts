import { expect, it } from 'vitest'
import { assignValues } from './assign-values.ts'
import type { TextLine } from './text-line.ts'

const CARD = { width: 1200, height: 845 }

/** A line of print at a height of the card. */
function line(text: string, top: number): TextLine {
  const letters = [...text]
  return {
    text,
    confidence: 0.99,
    positions: letters.map((_, i) => (i + 0.5) / letters.length),
    certainties: letters.map(() => 0.99),
    left: 100,
    top,
    right: 100 + letters.length * 15,
    bottom: top + 30,
    isGlance: false,
  }
}

it('takes what stands under a label for its value, unless it is a piece of a zone', () => {
  const side = {
    side: 'front' as const,
    words: [],
    labels: 'above' as const,
    fields: [{ name: 'firstNames' as const, kind: 'names' as const, labels: ['Given names'] }],
  }
  const valueUnder = (value: string) =>
    assignValues(side, [line('Given names', 300), line(value, 345)], CARD).map(({ line: { text } }) => text)
  expect(valueUnder('ANNA')).toEqual(['ANNA'])
  expect(valueUnder('ANNA<<<<<<')).toEqual([])
})
