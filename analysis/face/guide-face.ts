import type { TurnSide } from '../../domain/challenge.ts'
import { isFaceCovered } from '../../domain/faces/is-face-covered.ts'
import type { FrameQuality, HeadPose } from '../../domain/facts.ts'
import type { Guidance, GuidanceRequest } from '../../domain/guidance.ts'
import type { Hint } from '../../domain/hint.ts'
import type { Box, Image } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import { measureQuality } from '../image/measure-quality.ts'
import { facePlainness } from './doubts/face-plainness.ts'
import { facePlane } from './face-plane.ts'
import { faceQuality } from './face-quality.ts'
import { faceWorth } from './face-worth.ts'
import { findMainFace } from './find-main-face.ts'
import { measureTints } from './measure-tints.ts'
import { meshBox } from './mesh/face-mesh.ts'
import { headPose } from './mesh/head-pose.ts'
import { alignFace } from './template/align-face.ts'

/** Mean luma (0-255) below which a frame or a face is too dark to be compared. */
const MIN_LUMA = 40

/** Share of a face that may be burnt out, 0-1. */
const MAX_GLARE_SHARE = 0.25

/** Least width of a face over the shorter side of the frame. */
const MIN_WIDTH_SHARE = 0.25

/** Share of a face's width or height that may lie outside the frame. */
const MAX_OUTSIDE_SHARE = 0.1

/** Sharpness of a face below which it is blurred. */
const MIN_SHARPNESS = 40

/** Angles within which a face looks straight, degrees; pitch is wider for its zero differs from head to head. */
const STRAIGHT = { yaw: 10, pitch: 25 }

/** Yaw at which the turn asked for is reached, degrees: some more than any challenge counts. */
const TURNED_YAW_DEGREES = 20

/** A faster turn leaves too few frames between, degrees a second. */
const MAX_DEGREES_PER_SECOND = 120

/** Judges one frame of a face scene while the camera runs. Takes 12-15 ms. */
export async function guideFace(engine: Engine, image: Image, request: GuidanceRequest): Promise<Guidance> {
  const face = await findMainFace(engine, image, 'quick')
  if (face === null) {
    const quality = measureQuality(image)
    const hint = quality.luma < MIN_LUMA ? 'too-dark' : 'no-face'
    return { hint, worth: 0, quality, quad: null, pose: null }
  }
  const aligned = alignFace(image, face.mesh)
  const plane = facePlane(aligned)
  const quality = faceQuality(aligned, plane)
  if (face.facesAtOnce > 1) return { hint: 'several-faces', worth: 0, quality, quad: null, pose: null }
  const pose = headPose(face.mesh)
  const box = meshBox(face.mesh)
  const worth = faceWorth({ pose, quality, widthPx: box.width }, request.turn === null ? 'frontal' : 'turned')
  const hint =
    placeHint(box, image) ??
    lightHint(quality) ??
    poseHint(pose, quality, request) ??
    (isFaceCovered(facePlainness(plane)) ? 'face-covered' : 'good')
  const tints = request.light ? measureTints(image, face.mesh) : null
  return { hint, worth, quality, quad: null, pose, tints }
}

function placeHint(box: Box, image: Image): Hint | null {
  if (box.width < MIN_WIDTH_SHARE * Math.min(image.width, image.height)) return 'move-closer'
  const outside = Math.max(
    -box.x / box.width,
    -box.y / box.height,
    (box.x + box.width - image.width) / box.width,
    (box.y + box.height - image.height) / box.height,
  )
  return outside > MAX_OUTSIDE_SHARE ? 'partly-out-of-frame' : null
}

function lightHint(quality: FrameQuality): Hint | null {
  if (quality.luma < MIN_LUMA) return 'too-dark'
  return quality.glareShare > MAX_GLARE_SHARE ? 'glare' : null
}

/** What keeps a face from being seen straight; null when nothing does. */
function poseHint(pose: HeadPose, quality: FrameQuality, request: GuidanceRequest): Hint | null {
  if (isTooFast(pose, request)) return 'too-fast'
  if (request.turn !== null) return turnHint(pose, request.turn)
  const isStraight = Math.abs(pose.yaw) <= STRAIGHT.yaw && Math.abs(pose.pitch) <= STRAIGHT.pitch
  if (!isStraight) return 'look-straight'
  return quality.sharpness < MIN_SHARPNESS ? 'blurry' : null
}

function isTooFast(pose: HeadPose, { previous }: GuidanceRequest): boolean {
  if (previous === undefined || previous === null || previous.elapsedMs <= 0) return false
  return (Math.abs(pose.yaw - previous.pose.yaw) * 1000) / previous.elapsedMs > MAX_DEGREES_PER_SECOND
}

/** The applicant's left is the image's right. */
function turnHint(pose: HeadPose, side: TurnSide): Hint {
  const turned = side === 'left' ? pose.yaw : -pose.yaw
  if (turned >= TURNED_YAW_DEGREES) return 'good'
  return side === 'left' ? 'turn-left' : 'turn-right'
}
