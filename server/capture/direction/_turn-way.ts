import type { TurnWay } from '../../../domain/faces/stream-signals.ts'

/** A turn and its way back, as far as they were seen. */
export interface WayProgress extends TurnWay {
  /** Of the last frame that showed the face, degrees; null before the first. */
  yaw: number | null
}

/** A turn of which nothing is seen yet. */
export const NEW_WAY: WayProgress = { yaw: null, largestStepDegrees: 0, framesWithoutFace: 0 }

/** Takes one more frame that shows the face; the way back may be as fast as one likes. */
export function followWay(before: WayProgress, yaw: number, phase: string): WayProgress {
  if (phase === 'returning') return { ...before, yaw }
  const step = Math.round(Math.abs(yaw - (before.yaw ?? yaw)) * 10) / 10
  return { ...before, yaw, largestStepDegrees: Math.max(before.largestStepDegrees, step) }
}

/** Takes one more frame that does not. */
export function missFace(before: WayProgress): WayProgress {
  return { ...before, framesWithoutFace: before.framesWithoutFace + 1 }
}
