import type { TurnWay } from './stream-signals.ts'

/**
 * A head passes through all angles on its way. From one judged frame to the next it may turn by so many degrees, however long that
 * takes: where frames are few, a greater step would leave room to exchange one thing for another between them. Drawn heads that turn by
 * 6° from frame to frame are read to turn by up to 14.7: the quick mesh wavers.
 */
export const TURN_STEP_DEGREES_MAXIMUM = 20
/** In less than 140 ms less: what the mesh wavers by, and what a head turns by; beyond 120° a second it is asked to be slower. */
const WAVER_DEGREES = 9
const TURN_DEGREES_PER_SECOND = 80
/** Frames in a row that may be without the face, however few there are: a detector misses one now and then. */
export const MISSED_FRAMES_MAXIMUM = 1
/** Where they are many, as long as that one is at seven frames a second, ms: nobody exchanges paper by hand so fast. */
export const AWAY_MS_MAXIMUM = 300

/** How far a head may turn between two judged frames, degrees. */
export function stepAllowedDegrees(elapsedMs: number): number {
  return Math.min(TURN_STEP_DEGREES_MAXIMUM, WAVER_DEGREES + (TURN_DEGREES_PER_SECOND * elapsedMs) / 1000)
}

/** Whether the face jumped between two frames. Ways of before steps were measured by their time go by their degrees alone. */
export function isStepTooFar({ largestStepDegrees, largestStepShare }: TurnWay): boolean {
  return (largestStepShare ?? largestStepDegrees / TURN_STEP_DEGREES_MAXIMUM) > 1
}

/** Whether one thing may have been exchanged for another on the way: the face jumped, or was away. */
export function isWayBroken(way: TurnWay): boolean {
  const { framesWithoutFace, longestAwayMs = Number.POSITIVE_INFINITY } = way
  return isStepTooFar(way) || (framesWithoutFace > MISSED_FRAMES_MAXIMUM && longestAwayMs > AWAY_MS_MAXIMUM)
}
