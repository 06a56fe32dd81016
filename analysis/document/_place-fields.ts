import type { MrzFacts } from '../../domain/facts.ts'
import type { Quad } from '../../domain/image.ts'
import { homographyOntoQuad, invertHomography, mapPoint } from '../image/homography.ts'
import type { Size } from '../image/size.ts'
import { fieldBoxes } from '../mrz/fields/field-boxes.ts'
import { MRZ_LAYOUTS } from '../mrz/format/mrz-layout.ts'
import { lyingQuad } from './card/rectify-card.ts'
import type { PlacedReading } from './read-frame-zone.ts'

/** A card that was cut out of a frame, and the zone that was read in that frame; null where none was. */
export interface CutCard {
  quad: Quad
  card: Size
  read: PlacedReading | null
}

/** Where the fields of a zone stand on the card as cut out; null where its frame does not show the zone by itself. */
export function placeFields(
  { format, lines }: MrzFacts,
  { quad, card, read }: CutCard,
): NonNullable<MrzFacts['fieldBoxes']> | null {
  if (read === null || read.reading.format !== format) return null
  const back = invertHomography(homographyOntoQuad(card, lyingQuad(quad)))
  const placed = { plan: MRZ_LAYOUTS[format], lines, quads: read.lines, places: read.reading.places }
  const { width, height } = card
  return fieldBoxes(placed, { width, height, onto: (point) => mapPoint(back, point) })
}
