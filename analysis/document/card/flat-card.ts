import type { Image, Point, Quad } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import { rotateImage } from '../../image/rotate-image.ts'
import { brightenDark } from '../../text/brighten-dark.ts'
import { detectText } from '../../text/detect-text.ts'
import type { TextBox } from '../../text/text-box.ts'
import { sideLengths } from './quad-shape.ts'
import { rectifyCard } from './rectify-card.ts'

/** Longer side at which a card is searched for text, px: its smallest labels are then 6 px high, lines of a zone 16. */
const SEARCH_SIDE = 736
/** The same for cards that are smaller in their frame: enlarged further, their print is too soft to be found. */
const SMALL_SEARCH_SIDE = 640

/** A card cut out of its frame, lying, with the runs of text on it. */
export interface FlatCard {
  picture: Image
  boxes: readonly TextBox[]
}

/** Cuts the card under a lying quad out of a frame. */
export type CardCutter = (frame: Image, quad: Quad) => Promise<FlatCard>

/** Cuts cards out and finds their text, 0.15 s each, but each only once, whichever way up it is asked for. */
export function cardCutter(engine: Engine): CardCutter {
  const known = new Map<Point, FlatCard>()
  return async (frame, quad) => {
    const [begin, , opposite] = quad
    const turned = known.get(opposite)
    const card = known.get(begin) ?? (turned ? turnCard(turned) : await cutCard(engine, frame, quad))
    known.set(begin, card)
    return card
  }
}

function cutCard(engine: Engine, frame: Image, quad: Quad): Promise<FlatCard> {
  return withText(engine, rectifyCard(frame, quad), Math.max(...sideLengths(quad)))
}

/** A picture of a lying card, with the text that is found on it; `width` is what the card had in its frame. About 0.1 s. */
export async function withText(engine: Engine, picture: Image, width = picture.width): Promise<FlatCard> {
  const side = width < SMALL_SEARCH_SIDE ? SMALL_SEARCH_SIDE : SEARCH_SIDE
  return { picture, boxes: await detectText(engine, brightenDark(picture), side) }
}

function turnCard({ picture, boxes }: FlatCard): FlatCard {
  const turned = boxes.map((box) => ({
    ...box,
    center: { x: picture.width - box.center.x, y: picture.height - box.center.y },
  }))
  return { picture: rotateImage(picture, 2), boxes: turned }
}
