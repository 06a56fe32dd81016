import type { Color } from './color.ts'

/** A place on the skin, in centimetres on the canonical face seen from the front. */
export interface Spot {
  x: number
  y: number
  /** Distance from the middle line. */
  out: number
}

/** One layer of paint: gives the colour over what is there. */
export type Paint = (below: Color, spot: Spot) => Color
