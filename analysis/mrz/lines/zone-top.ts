import type { MrzFormat } from '../../../domain/facts.ts'
import type { Size } from '../../image/size.ts'
import type { TextBox } from '../../text/text-box.ts'

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

/**
 * The height, px, from which on a side has its zone and no other print: where the first of its long lines begins, for
 * cards are not always cut out at their rim; else where it begins on all.
 */
export function zoneTop(found: readonly TextBox[], card: Size, format: MrzFormat): number {
  const tops = found
    .filter(
      ({ width, center }) => width > ZONE_LINE.width * card.width && center.y > ZONE_LINE.from * card.height,
    )
    .map(({ center, height }) => center.y - height / 2)
  return tops.length > 0 ? Math.min(...tops) : ZONE_TOPS[format] * card.height
}
