import type { Point } from '../../../domain/image.ts'

/** A shifted, turned and scaled rectangle of an image, by three of its corners. */
export interface Region {
  topLeft: Point
  topRight: Point
  bottomLeft: Point
}
