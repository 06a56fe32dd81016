import { expect, it } from 'vitest'
import { fakeLine } from '../../../test/fakes/pixels/fake-line.ts'
import { assignValues } from './assign-values.ts'
import type { TextLine } from './text-line.ts'

const CARD = { width: 1200, height: 845 }

function line(text: string, top: number): TextLine {
  return fakeLine(text, { top })
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
