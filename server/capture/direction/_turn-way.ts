import type { TurnWay } from '../../../domain/faces/stream-signals.ts'

/** A turn and its way back, as far as they were seen. */
export interface WayProgress extends TurnWay {
  /** Of the last frame that showed the face, degrees; null before the first. */
  yaw: number | null
  /** Frames without the face up to now, in a row. */
  missed: number
}

/** A turn of which nothing is seen yet. */
export const NEW_WAY: WayProgress = { yaw: null, missed: 0, largestStepDegrees: 0, framesWithoutFace: 0 }

/** Takes one more frame that shows the face; the way back may be as fast as one likes. */
export function followWay(before: WayProgress, yaw: number, to: 'there' | 'back'): WayProgress {
  if (to === 'back') return { ...before, yaw, missed: 0 }
  const step = Math.round(Math.abs(yaw - (before.yaw ?? yaw)) * 10) / 10
  return { ...before, yaw, missed: 0, largestStepDegrees: Math.max(before.largestStepDegrees, step) }
}

/** Takes one more frame that does not. */
export function missFace(before: WayProgress): WayProgress {
  const missed = before.missed + 1
  return { ...before, missed, framesWithoutFace: Math.max(before.framesWithoutFace, missed) }
}
