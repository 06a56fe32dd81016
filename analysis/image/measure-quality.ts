import type { FrameQuality } from '../../domain/facts.ts'
import { type Image, MAX_FRAME_ASPECT } from '../../domain/image.ts'
import { glareShare } from './glare-share.ts'
import { lumaPlane } from './luma-plane.ts'
import { meanLuma } from './mean-luma.ts'
import type { Plane } from './plane.ts'
import { resizePlane } from './resize-plane.ts'
import { sharpness } from './sharpness.ts'

/** Width at which sharpness is measured, px, so that frames of any camera compare. */
const MEASURE_WIDTH = 640
/** Heights at which it is measured, px: the Laplacian wants three rows, and a strip is not made higher than any frame. */
const MEASURE_HEIGHTS = { least: 3, most: MAX_FRAME_ASPECT * MEASURE_WIDTH }

/** Sharpness, light and glare of a whole frame or crop. */
export function measureQuality(image: Image): FrameQuality {
  const luma = lumaPlane(image)
  const plane = resizePlane(luma, measureSize(luma))
  return { sharpness: sharpness(plane), luma: meanLuma(luma), glareShare: glareShare(image) }
}

function measureSize(plane: Plane): { width: number; height: number } {
  const height = Math.round((plane.height * MEASURE_WIDTH) / plane.width)
  const { least, most } = MEASURE_HEIGHTS
  return { width: MEASURE_WIDTH, height: Math.max(least, Math.min(most, height)) }
}
