import type { Point } from '../../domain/image.ts'

/** A box around a run of text, turned with it. */
export interface TextBox {
  center: Point
  /** Along the text, px. */
  width: number
  /** Across the text, px. */
  height: number
  /** Of the text's direction from the x axis, radians, y down; between -pi/2 and pi/2. */
  angle: number
  /** Mean probability of text inside, 0-1. */
  confidence: number
}
