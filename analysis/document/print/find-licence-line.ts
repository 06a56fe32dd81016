import type { Box } from '../../../domain/image.ts'
import type { LayoutSide } from '../layouts/layout.ts'
import { findLabel, lettersOf } from './find-label.ts'
import type { TextLine } from './text-line.ts'

/**
 * Where the one machine readable line of a side stands on the upright card, px: all that is printed in the row that begins
 * as the layout says. Null where the layout has none or it was not read.
 */
export function findLicenceLine({ licenceLine }: LayoutSide, lines: readonly TextLine[]): Box | null {
  if (licenceLine === undefined) return null
  const first = lines.find(({ text }) => findLabel(lettersOf(text).letters, licenceLine)?.start === 0)
  if (!first) return null
  const middle = (first.top + first.bottom) / 2
  const row = lines.filter(({ left, top, bottom }) => left >= first.left && top < middle && bottom > middle)
  const left = Math.min(...row.map((line) => line.left))
  const top = Math.min(...row.map((line) => line.top))
  const right = Math.max(...row.map((line) => line.right))
  const bottom = Math.max(...row.map((line) => line.bottom))
  return { x: left, y: top, width: right - left, height: bottom - top }
}
