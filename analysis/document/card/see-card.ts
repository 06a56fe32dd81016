import type { Image, Quad } from '../../../domain/image.ts'
import { measureQuality } from '../../image/measure-quality.ts'
import { type CardQuality, cardQuality } from '../quality/card-quality.ts'
import { cardWorth } from '../quality/card-worth.ts'
import { findCard } from './find-card.ts'
import { quadCoverage } from './quad-coverage.ts'
import { lyingQuad } from './rectify-card.ts'

/** A frame of a document scene after a first look. */
export interface CardSight {
  frame: Image
  /** The card as a lying quad (rectify-card), or null when no rim is seen. */
  card: Quad | null
  /** Whether all of that card is in the frame; null without one. */
  extent: 'whole' | 'cut' | null
  quality: CardQuality
  /** How good the frame is for reading, 0-1. */
  worth: number
}

/** Worth of a frame without a rim, of what it were with one: cards held close or over print show none. */
const RIMLESS_WORTH = 0.5

/** Looks for the card in a frame and measures it; the whole frame is measured where there is none. */
export function seeCard(frame: Image): CardSight {
  const found = findCard(frame)
  if (found === null) {
    const quality = wholeFrameQuality(frame)
    return { frame, card: null, extent: null, quality, worth: RIMLESS_WORTH * cardWorth(quality, 1) }
  }
  const card = lyingQuad(found.quad)
  const quality = cardQuality(frame, card)
  return { frame, card, extent: found.extent, quality, worth: cardWorth(quality, quadCoverage(card, frame)) }
}

function wholeFrameQuality(frame: Image): CardQuality {
  const quality = measureQuality(frame)
  // The Laplacian is the sum of both second differences: each has about a quarter of its variance.
  return { ...quality, weakerSharpness: quality.sharpness / 4, strongerSharpness: quality.sharpness / 4 }
}
