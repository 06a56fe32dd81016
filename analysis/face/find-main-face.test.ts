import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Image } from '../../domain/image.ts'
import { loadEngine } from '../../test/fakes/analysis-engine.ts'
import { drawPerson, type PersonView } from '../../test/people/person/draw-person.ts'
import { makePerson } from '../../test/people/person/person.ts'
import type { Engine } from '../engine.ts'
import { detectFaces } from './detect-faces.ts'
import { findMainFace } from './find-main-face.ts'
import { headPose } from './mesh/head-pose.ts'

const SMALL = { width: 320, height: 240, samplesPerSide: 1 } as const
const PERSON = makePerson(3)

/** Two pictures of one height side by side. */
function beside(left: Image, right: Image): Image {
  const width = left.width + right.width
  const data = new Uint8Array(width * left.height * 3)
  for (let y = 0; y < left.height; y++) {
    data.set(left.data.subarray(y * left.width * 3, (y + 1) * left.width * 3), y * width * 3)
    data.set(
      right.data.subarray(y * right.width * 3, (y + 1) * right.width * 3),
      (y * width + left.width) * 3,
    )
  }
  return { data, width, height: left.height }
}

describe('findMainFace()', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await loadEngine()
  })
  afterAll(() => engine.close())

  async function poseOf(view: PersonView) {
    const face = await findMainFace(engine, drawPerson(PERSON, { ...SMALL, ...view }), 'exact')
    if (face === null) throw new Error('No face found')
    return headPose(face.mesh)
  }

  test('finds the one face of a drawn person where it is', async () => {
    const faces = await detectFaces(engine, drawPerson(PERSON, { ...SMALL, offset: { x: 5, y: 0 } }))
    expect(faces).toHaveLength(1)
    const { box, confidence, eyes } = faces[0]
    expect(confidence).toBeGreaterThan(0.7)
    expect(box.x + box.width / 2).toBeGreaterThan(170)
    expect(box.height).toBeGreaterThan(60)
    expect(eyes[0].x).toBeLessThan(eyes[1].x)
  })

  test('finds nothing where nobody is', async () => {
    const wall = { data: new Uint8Array(320 * 240 * 3).fill(150), width: 320, height: 240 }
    expect(await findMainFace(engine, wall, 'quick')).toBeNull()
  })

  test('takes the larger of two faces and counts both', async () => {
    const near = drawPerson(PERSON, { ...SMALL, headShare: 0.75 })
    const far = drawPerson(PERSON, { ...SMALL, headShare: 0.5 })
    const face = await findMainFace(engine, beside(far, near), 'quick')
    expect(face?.facesAtOnce).toBe(2)
    expect(face?.detection.box.x).toBeGreaterThan(320)
  })

  test("measures yaw as positive when the face points to the image's right, the applicant's left", async () => {
    expect((await poseOf({ yaw: 20 })).yaw).toBeGreaterThan(13)
    expect((await poseOf({ yaw: -20 })).yaw).toBeLessThan(-13)
    expect(Math.abs((await poseOf({ yaw: 0 })).yaw)).toBeLessThan(4)
  })

  test('measures pitch as positive upwards and roll as positive clockwise', async () => {
    const [up, down] = [await poseOf({ pitch: 15 }), await poseOf({ pitch: -15 })]
    expect(up.pitch).toBeGreaterThan(down.pitch + 20)
    expect((await poseOf({ roll: 15 })).roll).toBeCloseTo(15, -1)
    expect((await poseOf({ roll: -15 })).roll).toBeCloseTo(-15, -1)
  })
})
