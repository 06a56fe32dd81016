import { type LightFacts, NOSE_PATCH } from '../../../domain/faces/light.ts'
import type { TurnLightFacts, TurnLightPart } from '../../../domain/faces/turn-light.ts'
import { THRESHOLDS } from '../rules/thresholds.ts'
import { isUneven } from './is-uneven.ts'

/**
 * Whether the face that turned is the one that shone in the colours: on the way and while it was held turned it must go on
 * following them, about as strongly as when it looked straight, at nearly every place that is in sight. A screen that plays turns
 * sends back what its glass mirrors, on some places alone; paper, all over alike.
 */
export function wasLitTurning(
  asked: readonly unknown[] | undefined,
  { light, turnLight }: { light?: LightFacts | null; turnLight?: TurnLightFacts | null },
): boolean {
  if (!asked || asked.length === 0) return true
  if (!light || !turnLight || turnLight.match <= turnLight.otherMatch) return false
  if (turnLight.match < THRESHOLDS.turnLightMatchMinimum) return false
  return turnLight.parts.every((part) => isFollowing(part, light.strength)) && isUneven({ light, turnLight })
}

function isFollowing(part: TurnLightPart, straightStrength: number): boolean {
  const { side, patchMatches } = part
  const share = part.strength / straightStrength
  if (!(share >= THRESHOLDS.turnLightShareMinimum && share <= THRESHOLDS.turnLightShareMaximum)) return false
  if (!isSpread(part)) return false
  const matches = patchMatches.filter((match) => match !== null).toSorted((a, b) => a - b)
  const middle = matches[matches.length >> 1] ?? 0
  if (matches.length < THRESHOLDS.turnLightPatchesMinimum || middle < THRESHOLDS.turnLightPatchMatchMinimum)
    return false
  const least = middle * THRESHOLDS.turnLightPatchShareMinimum
  const missing = matches.filter((match) => match < least)
  const nose = patchMatches[NOSE_PATCH]
  // Where glass mirrors the phone over a face that is nearly straight, its middle is the dark picture of the camera.
  const hasNose = side !== null || (typeof nose === 'number' && nose >= least)
  return missing.length <= THRESHOLDS.turnLightPatchesMissedMaximum && hasNose
}

/** Whether all places but one gain something like the others: what is mirrored in glass lies on some and makes them many times as bright. */
function isSpread({ strength, patchStrengths }: TurnLightPart): boolean {
  const shares = patchStrengths.filter((one) => one !== null).map((one) => one / strength)
  const dark = shares.filter((share) => share < THRESHOLDS.turnLightPatchGainMinimum)
  const isBright = shares.some((share) => share > THRESHOLDS.turnLightPatchGainMaximum)
  return dark.length <= THRESHOLDS.turnLightPatchesMissedMaximum && !isBright
}
