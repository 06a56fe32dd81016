/**
 * How plain places of a face are beside others: the natural logarithm of how much less light changes over them. Of the eyes the
 * one that shows more counts. Open faces have 0 and less for eyes; sunglasses leave 1 and more.
 */
export interface FacePlainness {
  eyesToCheeks: number
  eyesToMouth: number
  mouthToCheeks: number
  mouthToEyes: number
}

/** What was measured over the frames of a face scene to doubt it by; middle values. Never a judgement. */
export interface FaceDoubts {
  /** In the frames that look straight, so many of them; null where there were too few. */
  plainness: (FacePlainness & { frames: number }) | null
  /**
   * How far the strongest regular pattern on the face stands out, natural logarithm of a factor: skin has 2.7 and less, a
   * screen whose pixels are larger than the camera's 3.5 and more. Null where too few frames show the face large enough.
   */
  pattern: { luma: number; frames: number } | null
}
