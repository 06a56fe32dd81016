import type { FrameQuality } from '../../domain/facts.ts'
import type { Image } from '../../domain/image.ts'
import { glareShare } from '../image/glare-share.ts'
import { meanLuma } from '../image/mean-luma.ts'
import type { Plane } from '../image/plane.ts'
import { sharpness } from '../image/sharpness.ts'
import { facePlane } from './face-plane.ts'

/** Mean luma that sharpness is brought to, so that a dark face does not count as a blurred one. */
const MIDDLE_LUMA = 128

/**
 * Sharpness, light and glare of an aligned face. Sharpness is the variance of the
 * Laplacian at 112 px, at middle luma: below 60 soft, below 25 useless.
 */
export function faceQuality(aligned: Image, plane: Plane = facePlane(aligned)): FrameQuality {
  const luma = meanLuma(plane)
  const gain = MIDDLE_LUMA / Math.max(1, luma)
  return { sharpness: sharpness(plane) * gain * gain, luma, glareShare: glareShare(aligned) }
}
