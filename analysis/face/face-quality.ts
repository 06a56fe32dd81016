import type { FrameQuality } from '../../domain/facts.ts'
import type { Image } from '../../domain/image.ts'
import { glareShare } from '../image/glare-share.ts'
import { lumaPlane } from '../image/luma-plane.ts'
import { meanLuma } from '../image/mean-luma.ts'
import { resizePlane } from '../image/resize-plane.ts'
import { sharpness } from '../image/sharpness.ts'

/** Side at which an aligned face is measured, pixels, so that faces of any size compare. */
const MEASURE_SIDE = 112

/** Mean luma that sharpness is brought to, so that a dark face does not count as a blurred one. */
const MIDDLE_LUMA = 128

/**
 * Sharpness, light and glare of an aligned face. Sharpness is the variance of the
 * Laplacian at 112 px, at middle luma: below 60 soft, below 25 useless.
 */
export function faceQuality(aligned: Image): FrameQuality {
  const plane = resizePlane(lumaPlane(aligned), { width: MEASURE_SIDE, height: MEASURE_SIDE })
  const luma = meanLuma(plane)
  const gain = MIDDLE_LUMA / Math.max(1, luma)
  return { sharpness: sharpness(plane) * gain * gain, luma, glareShare: glareShare(aligned) }
}
