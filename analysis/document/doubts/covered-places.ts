import type { CoveredPlace, DoubtFacts } from '../../../domain/document/doubt-facts.ts'
import type { PrintFacts } from '../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../domain/facts.ts'
import type { Image, Quad } from '../../../domain/image.ts'
import type { Place } from '../layouts/layout.ts'
import { LAYOUTS } from '../layouts/layouts.ts'
import { type ReachingHand, reachingHand } from './reaching-hand.ts'

/** A place counts as covered from this share of it on: places are generous, a value fills about a half. */
const COVERED_SHARE = 0.2
/** A zone has no room to spare: a finger across it, of 17 mm on the 86 of an ID-1 card, hides characters of every line. */
const COVERED_ZONE_SHARE = 0.08
/** The middle of a card, to which nobody reaches who holds it by its rim: a thumb lies 12 mm on it, 0.22 of its height. */
const MIDDLE: Place = [0.3, 0.3, 0.7, 0.7]
/** Share of the side under a hand from which fields are counted as covered whose place the layout does not tell: a finger over half of it. */
const ANYWHERE_SHARE = 0.1
/** The portrait of layouts that do not tell its place (ICAO 9303-4 §2.2, 9303-5 §2.2: to the left, below the title). */
const PORTRAIT: Place = [0.03, 0.22, 0.33, 0.8]
/** Points that a place is looked at in, each way. */
const POINTS = { across: 24, down: 10 }
/** Where zones stand, whatever their format (ICAO 9303-4 §4.2.1, 9303-5 §4.2.1, 9303-6 §4.2.1). */
const ZONES: Readonly<Record<MrzFacts['format'], Place>> = {
  TD1: [0.03, 0.55, 0.97, 0.97],
  TD2: [0.03, 0.74, 0.97, 0.97],
  TD3: [0.03, 0.77, 0.97, 0.97],
  'MRV-A': [0.03, 0.77, 0.97, 0.97],
  'MRV-B': [0.03, 0.74, 0.97, 0.97],
  'FR-2x36': [0.03, 0.74, 0.97, 0.97],
}

/** A side of a document as it was seen and read: the best frame, the card in it the right way up. */
export interface ReadSide {
  frame: Image
  quad: Quad
  print: PrintFacts | null
  mrz: MrzFacts | null
}

/** The places of its layout that a hand lies on; null when no hand lies on the card. */
export function coveredPlaces({ frame, quad, print, mrz }: ReadSide): DoubtFacts['hand'] {
  const hand = reachingHand(frame, quad)
  if (hand === null) return null
  const over = placesOf({ print, mrz }).flatMap(([name, place]) => {
    const least = name === 'zone' ? COVERED_ZONE_SHARE : COVERED_SHARE
    const isCovered = place ? shareUnder(hand, place) >= least : hand.share >= ANYWHERE_SHARE
    return isCovered ? [name] : []
  })
  return { share: hand.share, over: [...new Set(over)], middle: shareUnder(hand, MIDDLE) }
}

/** What a side has and where, by its layout; only the zone where no layout is known. */
function placesOf({ print, mrz }: Pick<ReadSide, 'print' | 'mrz'>): [CoveredPlace, Place | null][] {
  const layout = print && LAYOUTS.find(({ id }) => id === print.template.id)
  const side = layout?.sides.find((one) => one.side === print?.template.side)
  const zone = layout?.zone && layout.zone.side === side?.side ? layout.zone.format : null
  const format = mrz?.format ?? zone
  const places: [CoveredPlace, Place | null][] = (side?.fields ?? []).flatMap(({ name, place }) =>
    name === null ? [] : [[name, place ?? null]],
  )
  if (side?.side === 'front') places.push(['portrait', side.portrait ?? PORTRAIT])
  if (format) places.push(['zone', ZONES[format]])
  return places
}

function shareUnder(hand: ReachingHand, [left, top, right, bottom]: Place): number {
  let covered = 0
  for (let row = 0; row < POINTS.down; row++) {
    for (let column = 0; column < POINTS.across; column++) {
      const x = left + ((right - left) * (column + 0.5)) / POINTS.across
      const y = top + ((bottom - top) * (row + 0.5)) / POINTS.down
      if (hand.covers(x, y)) covered++
    }
  }
  return covered / (POINTS.across * POINTS.down)
}
