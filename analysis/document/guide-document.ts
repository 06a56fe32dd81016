import type { Guidance } from '../../domain/guidance.ts'
import type { Hint } from '../../domain/hint.ts'
import type { Image, Quad } from '../../domain/image.ts'
import { measureQuality } from '../image/measure-quality.ts'
import { DARK_LUMA } from '../text/brighten-dark.ts'
import { type FoundCard, findCard } from './card/find-card.ts'
import { quadCoverage } from './card/quad-coverage.ts'
import { type CardQuality, cardQuality } from './quality/card-quality.ts'
import { cardWorth } from './quality/card-worth.ts'

/** A card must fill this share of the frame's width: a zone's characters are then at least 13 px apart at 720p. */
const MIN_COVERAGE = 0.5
/** Share of the card that may be burnt out. */
const MAX_GLARE_SHARE = 0.05
/** Sharpness in the weaker direction below which zones are no longer read: 6-19 at a blur of 2.4 px, 40-90 at 1.2 px. */
const MIN_SHARPNESS = 25
/** A movement smears one direction: the other stays this many times sharper. */
const SMEAR_RATIO = 4
/** Corners that move further than this between two looked at frames are not held still, share of the frame's width. */
const MAX_MOVEMENT = 0.03
/** Confidence from which four edges are told to be a card rather than chance. */
const MIN_CONFIDENCE = 0.65

/** What a cut card is worth of a whole one: its zone may still be seen. */
const CUT_WORTH = 0.3

/**
 * Judges one frame of a document scene while the camera runs; `previous` is the quad of the frame judged before, to
 * sense movement, or null. Takes 20-25 ms.
 */
export function guideDocument(image: Image, previous: Quad | null): Guidance {
  const card = findCard(image)
  if (card === null || card.confidence < MIN_CONFIDENCE) return guideWithoutCard(image)
  const quality = cardQuality(image, card.quad)
  const coverage = quadCoverage(card.quad, image)
  const hint =
    placeHint(card, coverage) ??
    lightHint(quality) ??
    sharpnessHint(quality) ??
    movementHint(card.quad, previous, image)
  const { sharpness, luma, glareShare } = quality
  return {
    hint: hint ?? 'good',
    worth: cardWorth(quality, coverage) * (card.extent === 'cut' ? CUT_WORTH : 1),
    quality: { sharpness, luma, glareShare },
    quad: card.quad,
    pose: null,
  }
}

/** In the dark no rim is seen, so light comes before the card. */
function guideWithoutCard(image: Image): Guidance {
  const quality = measureQuality(image)
  const hint = quality.luma < DARK_LUMA ? 'too-dark' : 'no-document'
  return { hint, worth: 0, quality, quad: null, pose: null }
}

function placeHint(card: FoundCard, coverage: number): Hint | null {
  if (card.extent === 'cut') return 'partly-out-of-frame'
  return coverage < MIN_COVERAGE ? 'too-far' : null
}

function lightHint(quality: CardQuality): Hint | null {
  if (quality.luma < DARK_LUMA) return 'too-dark'
  return quality.glareShare > MAX_GLARE_SHARE ? 'glare' : null
}

function sharpnessHint({ weakerSharpness, strongerSharpness }: CardQuality): Hint | null {
  if (weakerSharpness >= MIN_SHARPNESS) return null
  return strongerSharpness > SMEAR_RATIO * weakerSharpness ? 'hold-still' : 'blurry'
}

function movementHint(quad: Quad, previous: Quad | null, frame: Image): Hint | null {
  if (previous === null) return null
  const moved = quad.map(({ x, y }, i) => Math.hypot(x - previous[i].x, y - previous[i].y))
  return Math.max(...moved) > MAX_MOVEMENT * frame.width ? 'hold-still' : null
}
