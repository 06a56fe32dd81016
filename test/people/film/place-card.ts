import type { Point } from '../../../domain/image.ts'
import { seededRandom } from '../random.ts'
import type { Distortion } from './distortion.ts'

/** Distance of the camera in card widths: a hand's length from a card that fills the frame. */
const CAMERA_DISTANCE = 2.2
/** Amplitude of a hand's sway: share of the frame's width, and degrees. */
const SWAY = { share: 0.006, degrees: 1.1 }
/** Frames of one sway; the film is a loop of it, so that its end meets its beginning. */
const RADIANS_PER_TURN = 2 * Math.PI

/** Where the card's corners stand in a frame: top-left, top-right, bottom-right, bottom-left, px. */
export type PlacedCard = [Point, Point, Point, Point]

/** Places a card that a hand holds before a camera, at a moment 0-1 of a looped film. */
export function placeCard(options: {
  seed: number
  moment: number
  /** Height of the card over its width. */
  aspect: number
  frame: { width: number; height: number }
  distortion: Distortion
}): PlacedCard {
  const { seed, moment, aspect, frame, distortion } = options
  const random = seededRandom(seed, 'hold')
  const tilt = distortion.tiltDegrees ?? 0
  const sway = (amplitude: number, phase = random.uniform()) =>
    amplitude * Math.sin(RADIANS_PER_TURN * (moment + phase))
  const pose = {
    pitch: radians(random.between(-tilt, tilt) + sway(SWAY.degrees)),
    yaw: radians(random.between(-tilt, tilt) + sway(SWAY.degrees)),
    roll: radians(
      random.between(-tilt / 2, tilt / 2) + sway(SWAY.degrees / 2) + (distortion.rollDegrees ?? 0),
    ),
  }
  const width = fittingWidth(distortion.coverage ?? 0.72, aspect, frame)
  const shift = {
    x:
      sway(SWAY.share) * frame.width +
      (distortion.outsideShare ? outsideShift(distortion.outsideShare, width, frame) : 0),
    y: sway(SWAY.share) * frame.width,
  }
  const corners = [
    [-0.5, -aspect / 2],
    [0.5, -aspect / 2],
    [0.5, aspect / 2],
    [-0.5, aspect / 2],
  ].map(([x, y]) => project({ x, y }, pose))
  return corners.map(({ x, y }) => ({
    x: frame.width / 2 + shift.x + x * width,
    y: frame.height / 2 + shift.y + y * width,
  })) as PlacedCard
}

/** A card never gets taller than the frame lets it, whatever share of its width was asked for. */
function fittingWidth(coverage: number, aspect: number, frame: { width: number; height: number }): number {
  return Math.min(coverage * frame.width, (0.92 * frame.height) / aspect)
}

function outsideShift(share: number, width: number, frame: { width: number }): number {
  return frame.width / 2 - width / 2 + share * width
}

/** Turns a point of the card's plane and looks at it in perspective. */
function project({ x, y }: Point, pose: { pitch: number; yaw: number; roll: number }): Point {
  const rolled = {
    x: x * Math.cos(pose.roll) - y * Math.sin(pose.roll),
    y: x * Math.sin(pose.roll) + y * Math.cos(pose.roll),
  }
  const depth = rolled.x * Math.sin(pose.yaw) + rolled.y * Math.sin(pose.pitch)
  const nearness = CAMERA_DISTANCE / (CAMERA_DISTANCE + depth)
  return { x: rolled.x * Math.cos(pose.yaw) * nearness, y: rolled.y * Math.cos(pose.pitch) * nearness }
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
