import { expect, test } from 'vitest'
import { labelsByLooks } from './labels-by-looks.ts'

/** Boxes of a column from the top, each with its middle, px. */
const column = (...rows: readonly (readonly [middle: number, height: number])[]) =>
  rows.map(([middle, height]) => ({ x: 400, y: middle - height / 2, width: 200, height }))

test('what is low is a label, and what is as high as values only right over one', () => {
  const boxes = column([100, 26], [130, 38], [180, 38], [210, 38], [290, 38])
  const labels = labelsByLooks(boxes)
  expect(boxes.map((box) => labels.has(box))).toEqual([true, false, true, false, false])
})

test('a value over the label of the next one is none', () => {
  const boxes = column([400, 36], [436, 37], [466, 36], [900, 36], [960, 36])
  const labels = labelsByLooks(boxes)
  expect(boxes.map((box) => labels.has(box))).toEqual([false, true, false, false, false])
})

test('a line that begins elsewhere stands over nothing', () => {
  const [first, second] = column([400, 36], [430, 37])
  expect(labelsByLooks([{ ...first, x: 100 }, second]).size).toBe(0)
})
