import type { CardQuality } from './card-quality.ts'

/** Sharpness of the weaker direction from which more says nothing; below a tenth of it print is unreadable. */
const FULL_SHARPNESS = 150
/** Share of the frame's width from which a larger card says nothing. */
const FULL_COVERAGE = 0.75
/** Glare that takes all worth, share of the card. */
const WORTHLESS_GLARE = 0.4
/** Luma between which print keeps its contrast. */
const GOOD_LUMA = { from: 60, to: 235 }

/** How good a frame is for reading the card in it, 0-1: sharp, large, well lit. */
export function cardWorth(quality: CardQuality, coverage: number): number {
  const sharp = Math.min(1, quality.weakerSharpness / FULL_SHARPNESS)
  const large = Math.min(1, coverage / FULL_COVERAGE)
  const clear = Math.max(0, 1 - quality.glareShare / WORTHLESS_GLARE)
  const lit = Math.min(1, quality.luma / GOOD_LUMA.from, (255 - quality.luma) / (255 - GOOD_LUMA.to))
  return sharp * large * clear * Math.max(0, lit)
}
