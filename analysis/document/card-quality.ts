import type { FrameQuality } from '../../domain/facts.ts'
import type { Image, Quad } from '../../domain/image.ts'
import { glareShare } from '../image/glare-share.ts'
import { lumaPlane } from '../image/luma-plane.ts'
import { meanLuma } from '../image/mean-luma.ts'
import type { Plane } from '../image/plane.ts'
import { sharpness } from '../image/sharpness.ts'
import { rectifyCard } from './rectify-card.ts'

/** Sharpness and light of a card, and whether it moved while the frame was taken. */
export interface CardQuality extends FrameQuality {
  /**
   * Mean square of the second difference along the card's width and along its height, whichever is less: out of
   * focus both are small, smeared by movement one is.
   */
  weakerSharpness: number
  /** The same in the other direction. */
  strongerSharpness: number
}

/** Width at which a card is measured, px, so that cards of any size in the frame compare. */
const MEASURE_WIDTH = 640
/** The rim is left out: it is sharp whatever the print is. Share of the card's width. */
const RIM_SHARE = 0.04

/** Measures the card under the quad, straightened to 640 px width; clean prints are near 1000 sharp. About 15 ms. */
export function cardQuality(image: Image, quad: Quad): CardQuality {
  const card = rectifyCard(image, quad, MEASURE_WIDTH)
  const luma = withoutRim(lumaPlane(card))
  const along = secondDifference(luma, 1)
  const down = secondDifference(luma, luma.width)
  return {
    sharpness: sharpness(luma),
    luma: meanLuma(luma),
    glareShare: glareShare(card),
    weakerSharpness: Math.min(along, down),
    strongerSharpness: Math.max(along, down),
  }
}

function withoutRim({ data, width, height }: Plane): Plane {
  const rim = Math.round(RIM_SHARE * width)
  const inner = { width: width - 2 * rim, height: height - 2 * rim }
  const kept = new Uint8Array(inner.width * inner.height)
  for (let y = 0; y < inner.height; y++) {
    const from = (y + rim) * width + rim
    kept.set(data.subarray(from, from + inner.width), y * inner.width)
  }
  return { data: kept, ...inner }
}

/** Mean square of the second difference between pixels a step apart. */
function secondDifference({ data }: Plane, step: number): number {
  let sum = 0
  for (let i = step; i < data.length - step; i++) {
    const value = data[i - step] + data[i + step] - 2 * data[i]
    sum += value * value
  }
  return sum / Math.max(1, data.length - 2 * step)
}
