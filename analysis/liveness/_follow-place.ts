import type { LightSample } from '../../domain/faces/light.ts'
import { residualsOf } from './_residuals-of.ts'

/**
 * How the colour of a place changed, without brightness, less what upright columns explain; null when it was burnt out at any time,
 * for then it could not follow.
 */
export function followPlace(
  samples: readonly LightSample[],
  place: number,
  upright: readonly number[][],
): number[] | null {
  const tints = samples.flatMap(({ patches }) => patches[place] ?? [])
  return tints.length < samples.length * 3 ? null : residualsOf(tints, upright)
}
