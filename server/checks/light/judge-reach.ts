import type { LightColour, LightFacts, LightReach } from '../../../domain/faces/light.ts'
import { isUneven } from './is-uneven.ts'
import { wasLit } from './was-lit.ts'

/**
 * A screen that adds less than this to the light on a face has a room beside it that is too bright for it, share: drawn heads in
 * 200 lux have 3.7 % in the middle, in 500 lux 1.7 % (`bench:accuracy -- --only attacks`). It only guides who is filmed, and decides no
 * answer: so it stands here and not among the thresholds of the checks.
 */
const BRIGHT_ROOM_STRENGTH = 0.025

/** Whether the colours reached the face while the applicant is still there to go where it is darker. */
export function judgeReach(asked: readonly LightColour[], light: LightFacts | null): LightReach {
  const isBright = light !== null && light.strength < BRIGHT_ROOM_STRENGTH
  // A face too noisy to tell from paper gets another try where it is darker, instead of a reviewer.
  if (wasLit(asked, light) && isUneven({ light })) return isBright ? 'weak' : 'enough'
  return isBright ? 'too-bright' : 'unclear'
}
