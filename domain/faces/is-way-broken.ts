import type { TurnWay } from './stream-signals.ts'

/**
 * A head passes through all angles on its way. From one judged frame to the next it may turn by so many degrees: a hundred a
 * second at seven frames a second, which is about where the page asks to turn more slowly.
 */
export const TURN_STEP_DEGREES_MAXIMUM = 15

/** Whether one thing may have been exchanged for another on the way: the face jumped, or was away for a frame. */
export function isWayBroken({ largestStepDegrees, framesWithoutFace }: TurnWay): boolean {
  return largestStepDegrees > TURN_STEP_DEGREES_MAXIMUM || framesWithoutFace > 0
}
