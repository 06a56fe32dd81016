import type { MrzFormat } from '../../../domain/facts.ts'
import type { Point, Quad } from '../../../domain/image.ts'
import { MRZ_LAYOUTS } from '../../mrz/format/mrz-layout.ts'

/** Sizes of documents and where their zone is printed, mm. */
interface ZonePlace {
  width: number
  height: number
  /** From the left edge to the first character. */
  left: number
  /** From the lower edge to the middle of the last line. */
  bottom: number
}

/** Width of a character's cell: ten to the inch (ICAO 9303-3 §4.3). */
const PITCH_MM = 2.54

/** Sizes and zone places (ICAO 9303-4 §2 and §4.2.1, 9303-5, -6, -7 alike; the French card has the place of TD2). */
const ZONE_PLACES: Readonly<Record<MrzFormat, ZonePlace>> = {
  TD1: { width: 85.6, height: 53.98, left: 4, bottom: 6.5 },
  TD2: { width: 105, height: 74, left: 4, bottom: 9.4 },
  TD3: { width: 125, height: 88, left: 6, bottom: 9.4 },
  'MRV-A': { width: 120, height: 80, left: 4, bottom: 9.4 },
  'MRV-B': { width: 105, height: 74, left: 4, bottom: 9.4 },
  'FR-2x36': { width: 105, height: 74, left: 4, bottom: 9.4 },
}

/** Shares of a card's width that its zone may seem to fill, given the exact share: rims and boxes are inexact. */
const WIDTH_TOLERANCE = 1.1

/** The lines of a zone by their corners, from top to bottom, and their format. */
export interface PlacedZone {
  lines: readonly Quad[]
  format: MrzFormat
}

/**
 * Where the card must be, going by its zone alone: right in place, turn and size, without perspective. For frames
 * where no rim is seen.
 */
export function cardFromZone({ lines, format }: PlacedZone): Quad {
  const place = ZONE_PLACES[format]
  const last = lines[lines.length - 1]
  const begin = middle(last[0], last[3])
  const end = middle(last[1], last[2])
  const length = MRZ_LAYOUTS[format].lineLength * PITCH_MM
  const right = { x: (end.x - begin.x) / length, y: (end.y - begin.y) / length }
  const at = (x: number, y: number): Point => ({
    x: begin.x + right.x * (x - place.left) - right.y * (y - (place.height - place.bottom)),
    y: begin.y + right.y * (x - place.left) + right.x * (y - (place.height - place.bottom)),
  })
  return [at(0, 0), at(place.width, 0), at(place.width, place.height), at(0, place.height)]
}

/** Whether a card of a lying quad may have the zone: its lines fill the right share of the card's width. */
export function isCardOfZone(card: Quad, zone: PlacedZone): boolean {
  const place = ZONE_PLACES[zone.format]
  const expected = (MRZ_LAYOUTS[zone.format].lineLength * PITCH_MM) / place.width
  const [topLeft, topRight, bottomRight, bottomLeft] = card
  const line = zone.lines[zone.lines.length - 1]
  const cardWidth = (distance(topLeft, topRight) + distance(bottomLeft, bottomRight)) / 2
  const share = distance(middle(line[0], line[3]), middle(line[1], line[2])) / cardWidth
  return share < expected * WIDTH_TOLERANCE && share > expected / WIDTH_TOLERANCE
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
