import type { Box } from '../../../../domain/image.ts'
import { boxMiddle } from './box-middle.ts'

/** Lines below this share of the height of most values' are taken for labels. */
const LABEL_HEIGHT = 0.87
/** Values are the higher part of the lines, and some titles and marks higher than they: a value is this far among them. */
const VALUES_SHARE = 0.6
/** A value stands so far under its label, from middle to middle, label heights: rows of values are further apart. */
const DROP = { from: 0.45, to: 1.3 }

/** Lines lower than this are labels by their looks, which a glance tells, px. */
export function heightOfLabels(boxes: readonly Box[]): number {
  const heights = boxes.map(({ height }) => height).sort((a, b) => a - b)
  return (heights[Math.floor(heights.length * VALUES_SHARE)] ?? 0) * LABEL_HEIGHT
}

/** The boxes that look like labels over values: those that are low, and those that stand right over a value and begin where it begins. */
export function labelsByLooks(boxes: readonly Box[]): Set<Box> {
  const labelHeight = heightOfLabels(boxes)
  const labels = new Set(boxes.filter(({ height }) => height < labelHeight))
  for (const box of boxes.toSorted((a, b) => boxMiddle(b) - boxMiddle(a))) {
    if (boxes.some((other) => !labels.has(other) && isRightOver(box, other))) labels.add(box)
  }
  return labels
}

function isRightOver(box: Box, other: Box): boolean {
  const drop = (boxMiddle(other) - boxMiddle(box)) / box.height
  return drop > DROP.from && drop < DROP.to && Math.abs(other.x - box.x) < box.height
}
