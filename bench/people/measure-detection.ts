import type { Engine } from '../../analysis/engine.ts'
import { findMainFace } from '../../analysis/face/find-main-face.ts'
import { headPose } from '../../analysis/face/mesh/head-pose.ts'
import { drawPerson } from '../../test/people/person/draw-person.ts'
import type { BenchSubject } from './bench-subject.ts'
import { mean, quantile } from './statistics.ts'

/** Angles drawn, degrees. */
const YAWS = [-40, -30, -20, -10, 0, 10, 20, 30, 40]
const FRAME = { width: 640, height: 480, samplesPerSide: 1 } as const

/** What was found of the faces at one angle. */
export interface DetectionRow {
  yawDegrees: number
  found: number
  drawn: number
  /** Of the detector, 0-1. */
  lowestConfidence: number
  /** Mean of the measured angles, degrees. */
  measuredYawDegrees: number
}

/** Counts at each angle how many drawn people the detector and the mesh find, and where they seem to look. */
export async function measureDetection(
  engine: Engine,
  subjects: readonly BenchSubject[],
): Promise<DetectionRow[]> {
  const rows: DetectionRow[] = []
  for (const yawDegrees of YAWS) {
    const confidences: number[] = []
    const yaws: number[] = []
    for (const { member } of subjects) {
      const image = drawPerson(member.person, { ...FRAME, yaw: yawDegrees, backdrop: member.person.seed })
      const face = await findMainFace(engine, image, 'exact')
      if (face === null) continue
      confidences.push(face.detection.confidence)
      yaws.push(headPose(face.mesh).yaw)
    }
    rows.push({
      yawDegrees,
      found: yaws.length,
      drawn: subjects.length,
      lowestConfidence: quantile(confidences, 0),
      measuredYawDegrees: mean(yaws),
    })
  }
  return rows
}
