import type { Guidance } from '../../domain/guidance.ts'
import { directScene, type SceneDirection } from '../../server/capture/direction/direct-scene.ts'

/** Time between two judged frames, ms: 7.5 frames a second. */
export const STEP_MS = 133

/** Plays judged frames to a scene's direction and gives every state, the first before any frame. */
export function playScene(
  start: SceneDirection,
  guidances: readonly Guidance[],
  fromFrame = 0,
): SceneDirection[] {
  const states = [start]
  for (const [index, guidance] of guidances.entries()) {
    const frame = fromFrame + index
    states.push(directScene(states[states.length - 1], { guidance, frame, timeMs: frame * STEP_MS }))
  }
  return states
}
