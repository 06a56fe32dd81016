import { readLight } from '../../analysis/liveness/read-light.ts'
import type { LightColour, LightReach, LightSignals } from '../../domain/faces/light.ts'
import { judgeReach } from '../checks/light/judge-reach.ts'

/** Reads and judges the light of a recording while it goes on; some 40 ms, once in most recordings. */
export function judgeLight(asked: readonly LightColour[], signals: LightSignals | null): LightReach {
  return judgeReach(asked, readLight(asked, signals))
}
