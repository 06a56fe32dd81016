import type { Engine } from '../../../../analysis/engine.ts'
import { findMainFace } from '../../../../analysis/face/find-main-face.ts'
import { headPose } from '../../../../analysis/face/mesh/head-pose.ts'
import { drawPerson } from '../../../../test/people/person/draw-person.ts'
import { benchSubjects } from '../../../people/bench-subject.ts'

const YAWS = [-30, -15, 0, 15, 30]
const FRAME = { width: 640, height: 480, samplesPerSide: 1 } as const

/** What is measured of heads drawn at one angle, degrees. */
export interface YawOutcome {
  drawn: number
  measured: number[]
  missed: number
}

/** Measures the yaw of drawn heads, of the cast and of people drawn by lot. */
export async function measureYaw(engine: Engine): Promise<YawOutcome[]> {
  const outcomes: YawOutcome[] = []
  for (const drawn of YAWS) {
    const measured: number[] = []
    let missed = 0
    for (const { member } of benchSubjects()) {
      const image = drawPerson(member.person, { ...FRAME, yaw: drawn, backdrop: member.person.seed })
      const face = await findMainFace(engine, image, 'exact')
      if (face === null) missed++
      else measured.push(headPose(face.mesh).yaw)
    }
    outcomes.push({ drawn, measured, missed })
  }
  return outcomes
}
