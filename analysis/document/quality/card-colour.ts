import type { Image } from '../../../domain/image.ts'
import { samplePixels } from './_sample-card.ts'
import { type ColourSpread, colourSpread } from './colour-spread.ts'

/** Size at which colour is measured, px. */
const COLOUR_SIZE = { width: 256, height: 172 }
/** Rim left out: the desk shows there when the quad is a little off, share of each side. */
const RIM_SHARE = 0.05

/** Colour of a rectified card beyond the tint of the light (colourSpread). About 2 ms. */
export function cardColour(card: Image): ColourSpread {
  const [left, top] = [card.width * RIM_SHARE, card.height * RIM_SHARE]
  const [right, bottom] = [card.width - left, card.height - top]
  const inside = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ] satisfies [unknown, unknown, unknown, unknown]
  return colourSpread(samplePixels(card, inside, COLOUR_SIZE))
}
