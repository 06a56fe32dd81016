import type { FacePlainness } from './face-doubts.ts'

/**
 * How plain eyes and mouth are beside other places of a face that looks straight when something covers them. The 64 photos of
 * open faces for development have up to -0.4 and 0.3 for eyes, with drawn sunglasses 0.8 and 1.8 and more; for the mouth up to 0.1
 * and 1.2, never both beyond the limits, with drawn masks -0.3 and 0.7 and more. Nobody held out is taken for covered but one,
 * who wears sunglasses (`bench:accuracy --only attacks`).
 */
export const COVERED_FACE = {
  eyes: { toCheeks: 0.6, toMouth: 1 },
  mouth: { toCheeks: -0.4, toEyes: 1 },
} as const

/** Whether sunglasses or a mask hide eyes or mouth: nobody could say whose face it is. */
export function isFaceCovered(plainness: FacePlainness): boolean {
  const { eyes, mouth } = COVERED_FACE
  return (
    (plainness.eyesToCheeks >= eyes.toCheeks && plainness.eyesToMouth >= eyes.toMouth) ||
    (plainness.mouthToCheeks >= mouth.toCheeks && plainness.mouthToEyes >= mouth.toEyes)
  )
}
