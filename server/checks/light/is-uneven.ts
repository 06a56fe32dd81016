import type { LightFacts, Unevenness } from '../../../domain/faces/light.ts'
import type { TurnLightFacts } from '../../../domain/faces/turn-light.ts'
import { THRESHOLDS } from '../rules/thresholds.ts'

/**
 * Whether the places of the face gained from the colours as unevenly as those of a head do, over the straight face and all of
 * the turns together: faces on paper, however many, gain evenly from each side. Facts of before it was measured tell nothing.
 */
export function isUneven({
  light,
  turnLight,
}: {
  light?: LightFacts | null
  turnLight?: TurnLightFacts | null
}): boolean {
  if (light?.unevenness === undefined) return true
  // A screen in the turns is more uneven than any head, and the rim of a cut-out face comes into sight: the straight face counts by itself.
  if ((light.unevenness?.ratio ?? 0) < THRESHOLDS.lightStraightUnevennessMinimum) return false
  const measured = [light.unevenness, ...(turnLight?.parts ?? []).map(({ unevenness }) => unevenness)]
  return meanRatio(measured.filter((one) => !!one)) >= THRESHOLDS.lightUnevennessMinimum
}

/** Weighed by how many places were compared; nothing compared is nothing uneven. */
function meanRatio(measured: readonly Unevenness[]): number {
  const degrees = measured.reduce((sum, one) => sum + one.degrees, 0)
  return degrees === 0 ? 0 : measured.reduce((sum, one) => sum + one.ratio * one.degrees, 0) / degrees
}
