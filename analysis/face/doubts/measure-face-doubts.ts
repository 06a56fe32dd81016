import type { FaceDoubts, FacePlainness } from '../../../domain/faces/face-doubts.ts'
import type { HeadPose } from '../../../domain/facts.ts'
import type { Box, Image } from '../../../domain/image.ts'
import { facePlane } from '../face-plane.ts'
import type { FaceMesh } from '../mesh/face-mesh.ts'
import { alignFace } from '../template/align-face.ts'
import { facePattern } from './face-pattern.ts'
import { facePlainness } from './face-plainness.ts'

/** Frames of which the middle is taken: fewer are no statistic. */
const LEAST_STRAIGHT = 3
const LEAST_PATTERNED = 8
/** A face within these angles shows both eyes and its mouth, degrees. */
const STRAIGHT = { yaw: 12, pitch: 25 }

/** Measures what speaks against a face over the frames that show it. Some 2 ms a frame. */
export function measureFaceDoubts(
  faces: readonly { image: Image; mesh: FaceMesh; box: Box; pose: HeadPose }[],
): FaceDoubts {
  const straight = faces.filter(
    ({ pose }) => Math.abs(pose.yaw) <= STRAIGHT.yaw && Math.abs(pose.pitch) <= STRAIGHT.pitch,
  )
  const looks = straight.map(({ image, mesh }) => facePlainness(facePlane(alignFace(image, mesh))))
  const middle = (part: keyof FacePlainness) => middleOf(looks.map((look) => look[part]))
  const patterns = faces.flatMap(({ image, box }) => facePattern(image, box) ?? [])
  return {
    plainness:
      looks.length < LEAST_STRAIGHT
        ? null
        : {
            frames: looks.length,
            eyesToCheeks: middle('eyesToCheeks'),
            eyesToMouth: middle('eyesToMouth'),
            mouthToCheeks: middle('mouthToCheeks'),
            mouthToEyes: middle('mouthToEyes'),
          },
    pattern: patterns.length < LEAST_PATTERNED ? null : { frames: patterns.length, luma: middleOf(patterns) },
  }
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
