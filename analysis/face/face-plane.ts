import type { Image } from '../../domain/image.ts'
import { lumaPlane } from '../image/luma-plane.ts'
import type { Plane } from '../image/plane.ts'
import { resizePlane } from '../image/resize-plane.ts'

/** Side at which an aligned face is measured, px, so that faces of any size compare. */
const MEASURE_SIDE = 112

/** The luma of an aligned face at the size at which faces are measured. */
export function facePlane(aligned: Image): Plane {
  return resizePlane(lumaPlane(aligned), { width: MEASURE_SIDE, height: MEASURE_SIDE })
}
