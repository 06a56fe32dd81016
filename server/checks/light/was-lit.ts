import { type LightColour, type LightFacts, NOSE_PATCH } from '../../../domain/faces/light.ts'
import { THRESHOLDS } from '../rules/thresholds.ts'

/**
 * Whether a face was seen in the colours that were asked for. What shines by itself, as another screen, does not follow; in
 * daylight nobody can tell. A picture on paper follows at all places alike, as no head does.
 */
export function wasLit(asked: readonly LightColour[], light: LightFacts | null | undefined): boolean {
  if (asked.length === 0) return true
  if (!light || light.match <= light.otherMatch) return false
  // Glass that mirrors the phone over a face mirrors in its middle the dark picture of the camera.
  if (typeof light.patchMatches[NOSE_PATCH] !== 'number') return false
  const matches = light.patchMatches.filter((match) => match !== null)
  const shares = light.patchShares.filter((share) => share !== null)
  return (
    light.match >= THRESHOLDS.lightMatchMinimum &&
    light.strength >= THRESHOLDS.lightStrengthMinimum &&
    matches.length >= THRESHOLDS.lightPatchesMinimum &&
    matches.every((match) => match >= THRESHOLDS.lightPatchMatchMinimum) &&
    light.patchShares.every((share, place) => isShare(share, light.patchMatches[place])) &&
    deviationOf(shares) >= THRESHOLDS.lightReliefMinimum
  )
}

/** A place that follows clearly may gain less: the lamp of the room shines on it. None gains as much as where glass mirrors the phone. */
function isShare(share: number | null, match: number | null | undefined): boolean {
  if (share === null) return true
  const isClear = (match ?? 0) >= THRESHOLDS.lightClearPatchMatchMinimum
  const least = isClear ? THRESHOLDS.lightClearPatchShareMinimum : THRESHOLDS.lightPatchShareMinimum
  return share >= least && share <= THRESHOLDS.lightPatchShareMaximum
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}
