import type { FrameQuality } from '../../../domain/facts.ts'
import type { Image, Quad } from '../../../domain/image.ts'
import { glareShare } from '../../image/glare-share.ts'
import { lumaPlane } from '../../image/luma-plane.ts'
import { meanLuma } from '../../image/mean-luma.ts'
import type { Plane } from '../../image/plane.ts'
import { lyingQuad } from '../card/rectify-card.ts'
import { sampleGreen, samplePixels } from './_sample-card.ts'

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

/** Size at which a card's print is measured, px, so that cards of any size in the frame compare. */
const PRINT_SIZE = { width: 640, height: 432 }
/** The rim is left out: it is sharp whatever the print is, px. */
const RIM = 24
/** Differences inside it are with one row of it. */
const SAMPLED = { ...PRINT_SIZE, rim: RIM - 1 }
/** Size at which its light is measured, px. */
const LIGHT_SIZE = { width: 256, height: 172 }

/** Measures the card under the quad, straightened to 640 px width; clean prints are near 1000 sharp. About 8 ms. */
export function cardQuality(image: Image, quad: Quad): CardQuality {
  const lying = lyingQuad(quad)
  const light = samplePixels(image, lying, LIGHT_SIZE)
  const { laplacian, along, down } = measurePrint(sampleGreen(image, lying, SAMPLED))
  return {
    sharpness: laplacian,
    luma: meanLuma(lumaPlane(light)),
    glareShare: glareShare(light),
    weakerSharpness: Math.min(along, down),
    strongerSharpness: Math.max(along, down),
  }
}

/** Mean squares of the Laplacian and of its two parts inside the rim; the mean of each is next to nothing. */
function measurePrint({ data, width, height }: Plane): { laplacian: number; along: number; down: number } {
  let [laplacian, along, down] = [0, 0, 0]
  for (let y = RIM; y < height - RIM; y++) {
    for (let i = y * width + RIM; i < (y + 1) * width - RIM; i++) {
      const across = data[i - 1] + data[i + 1] - 2 * data[i]
      const below = data[i - width] + data[i + width] - 2 * data[i]
      along += across * across
      down += below * below
      laplacian += (across + below) * (across + below)
    }
  }
  const count = (width - 2 * RIM) * (height - 2 * RIM)
  return { laplacian: laplacian / count, along: along / count, down: down / count }
}
