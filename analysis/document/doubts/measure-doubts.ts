import type { DoubtFacts } from '../../../domain/document/doubt-facts.ts'
import type { PrintFacts } from '../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../domain/facts.ts'
import type { Image, Quad } from '../../../domain/image.ts'
import type { CardSight } from '../card/see-card.ts'
import { coveredPlaces } from './covered-places.ts'
import { missingCorner } from './missing-corner.ts'
import { screenStripes } from './screen-stripes.ts'
import { slantingValue } from './slanting-value.ts'
import { viewChange } from './view-change.ts'

/** A corner this far outside the frame cuts the card, share of the frame's width: zones place cards no better. */
const OUTSIDE_TOLERANCE = 0.03

/** A corner that looks less than this like its surroundings is not looked at again. */
const CORNER_TO_LOOK_AGAIN = 0.5

/** A side to doubt: the best frame, the card in it, and what was read of it. */
export interface DoubtedSide {
  sight: CardSight
  /** Every frame looked at, the best for reading first. */
  sights: readonly CardSight[]
  /** A lying quad, the right way up where that is known; null where no card was found: screens hide their card's rim. */
  quad: Quad | null
  /** The card as its print was read; null where none was cut out. */
  card?: Image | null
  print: PrintFacts | null
  mrz: MrzFacts | null
}

/** Measures what speaks against the best frame's card. About 50 ms. */
export function measureDoubts({ sight, sights, quad, card, print, mrz }: DoubtedSide): DoubtFacts {
  const { frame, quality } = sight
  if (quad === null) {
    return {
      stripes: screenStripes(frame, wholeOf(frame)),
      weakerSharpness: null,
      cardWidth: null,
      extent: null,
    }
  }
  const [topLeft, topRight, bottomRight, bottomLeft] = quad
  const length = (a: typeof topLeft, b: typeof topLeft) => Math.hypot(a.x - b.x, a.y - b.y)
  return {
    stripes: screenStripes(frame, quad),
    weakerSharpness: quality.weakerSharpness,
    cardWidth: Math.round((length(topLeft, topRight) + length(bottomLeft, bottomRight)) / 2),
    extent: sight.extent === 'cut' || !isInside(quad, frame) ? 'cut' : 'whole',
    hand: coveredPlaces({ frame, quad, print, mrz }),
    view: viewChange({ frame, quad }, sights),
    missingCorner: missingInTwo({ frame, quad }, sights),
    slant: card && print ? slantingValue(card, print.fields) : null,
  }
}

/** What a hand or a shadow does to a corner in one frame it seldom does in another. */
function missingInTwo(
  { frame, quad }: { frame: CardSight['frame']; quad: Quad },
  sights: readonly CardSight[],
): number | null {
  const missing = missingCorner(frame, quad)
  const other = sights.find((sight) => sight.card !== null && sight.frame !== frame)
  if (missing === null || missing < CORNER_TO_LOOK_AGAIN || !other?.card) return missing
  return Math.min(missing, missingCorner(other.frame, other.card) ?? 0)
}

function wholeOf({ width, height }: { width: number; height: number }): Quad {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ]
}

function isInside(quad: Quad, { width, height }: { width: number; height: number }): boolean {
  const slack = OUTSIDE_TOLERANCE * width
  return quad.every(({ x, y }) => x > -slack && y > -slack && x < width + slack && y < height + slack)
}
