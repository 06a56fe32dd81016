import { rise } from '../../curve.ts'
import type { Hair, HairCut } from '../person.ts'

/** Height of the hairline in the middle of the forehead, centimetres. */
const FRONT_HEIGHT: Record<HairCut, number> = {
  bald: 40,
  short: 8,
  high: 9.2,
  fringe: 5.9,
  long: 9.6,
  'long-fringe': 6.1,
}
/** How the hairline falls from the middle to the temples, centimetres at 1 cm off (grows with the square). */
const TEMPLE_FALL: Record<HairCut, number> = {
  bald: 0,
  short: 0.02,
  high: -0.02,
  fringe: 0.02,
  long: 0.11,
  'long-fringe': 0.02,
}
/** How far the hairline falls from the forehead to the nape. */
const FALL = { cropped: 9, long: 14 }

/** Whether hair hangs to the shoulders. */
export function isLong(cut: HairCut): boolean {
  return cut === 'long' || cut === 'long-fringe'
}

/** Height above which hair grows at a place of the head, centimetres; `x` across, `z` to the front. */
export function hairlineHeight(hair: Hair, x: number, z: number): number {
  const front =
    FRONT_HEIGHT[hair.cut] - TEMPLE_FALL[hair.cut] * x * x + 0.3 * Math.sin(x * 0.6 + hair.parting * 3)
  return front - rise(1, -5, z) * (isLong(hair.cut) ? FALL.long : FALL.cropped)
}
