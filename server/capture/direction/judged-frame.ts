import type { Guidance } from '../../../domain/guidance.ts'

/** One frame as it was judged. */
export interface JudgedFrame {
  guidance: Guidance
  /** The frame's running number in its scene. */
  frame: number
  /** Since the scene began, ms. */
  timeMs: number
}
