import type { TurnWay } from './stream-signals.ts'

/**
 * A head passes through all angles on its way. From one judged frame to the next it may turn by so many degrees. Drawn heads that
 * turn by 6° from frame to frame are read to turn by up to 14.7: the quick mesh wavers.
 */
export const TURN_STEP_DEGREES_MAXIMUM = 20
/** Frames in a row that may be without the face: a detector misses one now and then, and nobody exchanges paper by hand so fast. */
export const MISSED_FRAMES_MAXIMUM = 1

/** Whether one thing may have been exchanged for another on the way: the face jumped, or was away. */
export function isWayBroken({ largestStepDegrees, framesWithoutFace }: TurnWay): boolean {
  return largestStepDegrees > TURN_STEP_DEGREES_MAXIMUM || framesWithoutFace > MISSED_FRAMES_MAXIMUM
}
