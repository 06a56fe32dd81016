import type { Engine } from '../../analysis/engine.ts'
import { findMainFace } from '../../analysis/face/find-main-face.ts'
import { headPose } from '../../analysis/face/mesh/head-pose.ts'
import { drawFlatPrint } from '../../test/people/person/draw-flat-print.ts'
import { drawPerson } from '../../test/people/person/draw-person.ts'
import type { BenchSubject } from './bench-subject.ts'

/** How far a flat print and a head are turned, degrees. */
const TURN_DEGREES = 40
const HEAD_TURN_DEGREES = 24
const FRAME = { width: 640, height: 480, samplesPerSide: 1 } as const

/** Measured changes of yaw, degrees, one for each person and side. */
export interface PrintTurns {
  flatPrint: number[]
  head: number[]
}

/** Compares how far a turned flat print seems to turn with how far a turned head does. */
export async function measurePrints(engine: Engine, subjects: readonly BenchSubject[]): Promise<PrintTurns> {
  const turns: PrintTurns = { flatPrint: [], head: [] }
  for (const { member } of subjects) {
    const straight = drawPerson(member.person, FRAME)
    const start = await yawOf(engine, straight)
    if (start === null) continue
    for (const side of [-1, 1]) {
      const print = await yawOf(engine, drawFlatPrint(straight, { yaw: side * TURN_DEGREES }))
      const head = await yawOf(engine, drawPerson(member.person, { ...FRAME, yaw: side * HEAD_TURN_DEGREES }))
      if (print !== null) turns.flatPrint.push((print - start) * side)
      if (head !== null) turns.head.push((head - start) * side)
    }
  }
  return turns
}

async function yawOf(engine: Engine, image: Parameters<typeof findMainFace>[1]): Promise<number | null> {
  const face = await findMainFace(engine, image, 'exact')
  return face && headPose(face.mesh).yaw
}
