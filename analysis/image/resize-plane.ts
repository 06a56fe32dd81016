import { resample } from './_resample.ts'
import type { Plane } from './plane.ts'
import type { Size } from './size.ts'

/** The plane at another size, its shape stretched to it: by area when shrinking, linear when growing. */
export function resizePlane(plane: Plane, size: Size): Plane {
  if (plane.width === size.width && plane.height === size.height) return plane
  return { data: resample({ ...plane, channels: 1 }, size), width: size.width, height: size.height }
}
