import type { FaceBands } from '../face-bands.ts'
import type { FrameQuality } from '../facts.ts'

/** What is concluded of two faces: the same person, nobody can tell, two people. */
export type MatchBand = 'accept' | 'review' | 'reject'

/** How well a face was seen; null where it was not measured. */
export interface SeenFaceQuality {
  quality: FrameQuality | null
  /** Width of the face in its picture, px. */
  widthPx: number | null
}

/** How well both faces must be seen for a conclusion (decision 50; `bench:accuracy -- --only faces`). */
export const SEEN_FACE = {
  /** Width in its picture, px: faces of portraits of 100 px measure 31-46, those of 150 px 59 and more. */
  widthPxMinimum: 50,
  /** Of a face laid out; below it is a blur: the worst prints that still match measure 16 and more. */
  sharpnessMinimum: 12,
  /** Mean luma 0-255: the limits of documents, chosen for faces, not measured on them. */
  lumaMinimum: 40,
  lumaMaximum: 245,
} as const

/**
 * The band of a likeness. A face seen badly leads to review, however alike or unlike: neither a match nor a mismatch rests on
 * weak evidence.
 */
export function judgeLikeness(
  likeness: number,
  bands: FaceBands,
  faces: readonly SeenFaceQuality[],
): MatchBand {
  if (faces.some(isWeak)) return 'review'
  if (likeness >= bands.accept) return 'accept'
  return likeness < bands.reject ? 'reject' : 'review'
}

function isWeak({ quality, widthPx }: SeenFaceQuality): boolean {
  if (widthPx !== null && widthPx < SEEN_FACE.widthPxMinimum) return true
  if (quality === null) return false
  const { sharpness, luma } = quality
  return (
    sharpness < SEEN_FACE.sharpnessMinimum || luma < SEEN_FACE.lumaMinimum || luma > SEEN_FACE.lumaMaximum
  )
}
