import type { FrameQuality, HeadPose } from '../../domain/facts.ts'

/** Sharpness of a face from which more says nothing. */
const FULL_SHARPNESS = 150

/** Angle at which a face has lost all its worth for comparing, degrees. */
const WORTHLESS_ANGLE_DEGREES = 45

/** Width of a face from which more pixels say nothing: the embedder sees 100 px of it. */
const FULL_WIDTH_PX = 160

/** Luma between which a face is well lit. */
const GOOD_LUMA = { from: 70, to: 200 }

/** How good a picture of a face is for comparing it, 0-1; `turned` leaves the angle out. */
export function faceWorth(
  face: { pose: HeadPose; quality: FrameQuality; widthPx: number },
  wanted: 'frontal' | 'turned',
): number {
  const { pose, quality } = face
  const sharp = Math.min(1, quality.sharpness / FULL_SHARPNESS)
  const large = Math.min(1, face.widthPx / FULL_WIDTH_PX)
  const lit = Math.min(1, quality.luma / GOOD_LUMA.from, (255 - quality.luma) / (255 - GOOD_LUMA.to))
  const angle = Math.hypot(pose.yaw, pose.pitch / 2)
  const straight = wanted === 'turned' ? 1 : Math.max(0, 1 - angle / WORTHLESS_ANGLE_DEGREES)
  return sharp * large * Math.max(0, lit) * straight
}
