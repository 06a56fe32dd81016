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

/**
 * Width of a face below which too little of it is there for a conclusion, px: portraits of 100 px measure 31-46,
 * those of 150 px 59 and more (decision 50).
 */
const MIN_WIDTH_PX = 50

/** Sharpness of a face laid out below which it is a blur: the worst prints that still match measure 16 and more. */
const MIN_SHARPNESS = 12

/** Luma between which a face is seen, 0-255. */
const SEEN_LUMA = { from: 40, to: 245 }

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
  if (widthPx !== null && widthPx < MIN_WIDTH_PX) return true
  if (quality === null) return false
  const { sharpness, luma } = quality
  return sharpness < MIN_SHARPNESS || luma < SEEN_LUMA.from || luma > SEEN_LUMA.to
}
