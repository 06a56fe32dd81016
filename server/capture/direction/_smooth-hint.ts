import type { Hint } from '../../../domain/hint.ts'

/** Frames in a row a new hint needs before it replaces the one shown: 0.3 s at 7 frames/s, no flicker. */
const FRAMES_TO_CHANGE = 2

/** The hint shown and the one that may follow it. */
export interface SteadyHint {
  shown: Hint | null
  next: { hint: Hint; frames: number } | null
}

/** Nothing shown yet: the first hint comes at once. */
export const NO_HINT: SteadyHint = { shown: null, next: null }

/** Takes the hint of one more frame. */
export function smoothHint({ shown, next }: SteadyHint, hint: Hint): SteadyHint {
  if (shown === null || hint === shown) return { shown: hint, next: null }
  const frames = next?.hint === hint ? next.frames + 1 : 1
  return frames >= FRAMES_TO_CHANGE ? { shown: hint, next: null } : { shown, next: { hint, frames } }
}
