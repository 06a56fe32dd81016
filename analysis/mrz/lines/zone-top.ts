import type { MrzFormat } from '../../../domain/facts.ts'
import type { Size } from '../../image/size.ts'
import type { TextBox } from '../../text/text-box.ts'
import { MRZ_LAYOUTS } from '../format/mrz-layout.ts'

/** Where zones begin at the earliest, shares of the height of a side that was cut out at its rim, by format. */
const ZONE_TOPS: Readonly<Record<MrzFormat, number>> = {
  TD1: 0.53,
  TD2: 0.7,
  TD3: 0.72,
  'MRV-A': 0.7,
  'MRV-B': 0.7,
  'FR-2x36': 0.72,
}
/** Lines of zones fill most of the width (0.87-0.93 by ICAO 9303-4 to -7) of the lower half; no other print does. */
const ZONE_LINE = { width: 0.75, from: 0.5 }

/** Lines of a zone are these line heights apart: 6.35 mm over boxes of about 3 to 5 mm (ICAO 9303-3 §4.2). */
const SPACING = { from: 0.75, to: 2.6 }
/** Pieces of a zone's lines are as high as its whole ones, within this ratio. */
const LIKE_HEIGHT = 1.6
/** Pieces of one line lie on one axis within this share of its height. */
const ROW_TOLERANCE = 0.45

/**
 * The height, px, from which on a side has its zone and no other print: where the first of its long lines begins, for
 * cards are not always cut out at their rim, or a line above it that was found in pieces; else where it begins on all.
 */
export function zoneTop(found: readonly TextBox[], card: Size, format: MrzFormat): number {
  const long = found.filter(
    ({ width, center }) => width > ZONE_LINE.width * card.width && center.y > ZONE_LINE.from * card.height,
  )
  if (long.length === 0) return ZONE_TOPS[format] * card.height
  const first = long.reduce((a, b) => (topOf(b) < topOf(a) ? b : a))
  const alike = found.filter(
    ({ height }) => height < LIKE_HEIGHT * first.height && first.height < LIKE_HEIGHT * height,
  )
  let row = first.center.y
  let top = topOf(first)
  const missing = MRZ_LAYOUTS[format].lines.length - rowsFrom(first, alike)
  for (let i = 0; i < missing; i++) {
    const above = alike.filter(({ center }) => isOneAbove(row - center.y, first.height))
    if (above.length === 0) return top
    row = Math.max(...above.map(({ center }) => center.y))
    const pieces = above.filter(({ center }) => row - center.y < ROW_TOLERANCE * first.height)
    top = Math.min(top, ...pieces.map(topOf))
  }
  return top
}

function topOf({ center, height }: TextBox): number {
  return center.y - height / 2
}

/** How many rows of print a zone's long line is the first of, whole or in pieces. */
function rowsFrom({ center, height }: TextBox, alike: readonly TextBox[]): number {
  const below = alike.map((box) => box.center.y - center.y).sort((a, b) => a - b)
  let [rows, row] = [1, 0]
  for (const y of below) {
    if (!isOneAbove(y - row, height)) continue
    rows++
    row = y
  }
  return rows
}

function isOneAbove(distance: number, height: number): boolean {
  return distance > SPACING.from * height && distance < SPACING.to * height
}
