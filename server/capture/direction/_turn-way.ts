import { stepAllowedDegrees } from '../../../domain/faces/is-way-broken.ts'
import type { TurnWay } from '../../../domain/faces/stream-signals.ts'

/** A turn and its way back, as far as they were seen. */
export interface WayProgress {
  seen: Required<TurnWay>
  /** The last frame that showed the face, and where it pointed, degrees; null before the first. */
  last: { yaw: number; timeMs: number } | null
  /** Frames without the face up to now, in a row. */
  missed: number
}

/** A turn of which nothing is seen yet. */
export const NEW_WAY: WayProgress = {
  seen: { largestStepDegrees: 0, framesWithoutFace: 0, largestStepShare: 0, longestAwayMs: 0 },
  last: null,
  missed: 0,
}

/** Takes one more frame that shows the face; the way back may be as fast as one likes. */
export function followWay(
  before: WayProgress,
  { yaw, timeMs }: { yaw: number; timeMs: number },
  to: 'there' | 'back',
): WayProgress {
  const elapsedMs = timeMs - (before.last?.timeMs ?? timeMs)
  const longestAwayMs = Math.max(before.seen.longestAwayMs, before.missed > 0 ? Math.round(elapsedMs) : 0)
  const after = { last: { yaw, timeMs }, missed: 0 }
  if (to === 'back') return { ...after, seen: { ...before.seen, longestAwayMs } }
  const step = Math.round(Math.abs(yaw - (before.last?.yaw ?? yaw)) * 10) / 10
  const share = Math.round((step / stepAllowedDegrees(elapsedMs)) * 100) / 100
  return {
    ...after,
    seen: {
      ...before.seen,
      longestAwayMs,
      largestStepDegrees: Math.max(before.seen.largestStepDegrees, step),
      largestStepShare: Math.max(before.seen.largestStepShare, share),
    },
  }
}

/** Takes one more frame that does not. */
export function missFace(before: WayProgress): WayProgress {
  const missed = before.missed + 1
  const framesWithoutFace = Math.max(before.seen.framesWithoutFace, missed)
  return { ...before, missed, seen: { ...before.seen, framesWithoutFace } }
}
