import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GuidanceRequest } from '../../domain/guidance.ts'
import type { Box, Image } from '../../domain/image.ts'
import { loadEngine } from '../../test/fakes/analysis-engine.ts'
import { drawPerson, type PersonView } from '../../test/people/person/draw-person.ts'
import { makePerson } from '../../test/people/person/person.ts'
import type { Engine } from '../engine.ts'
import { resizeImage } from '../image/resize-image.ts'
import { findMainFace } from './find-main-face.ts'
import { guideFace } from './guide-face.ts'
import { meshBox } from './mesh/face-mesh.ts'

const SMALL = { width: 320, height: 240, samplesPerSide: 1 } as const
const PERSON = makePerson(3)
const STRAIGHT: GuidanceRequest = { scene: 'face', turn: null }

const draw = (view: PersonView = {}) => drawPerson(PERSON, { ...SMALL, ...view })
const blur = (image: Image) => resizeImage(resizeImage(image, { width: 60, height: 45 }), SMALL)
/** The picture with a smooth thing, darker towards its bottom, over a box. */
const cover = (image: Image, { x, y, width, height }: Box, tone: number[]): Image => ({
  ...image,
  data: image.data.map((level, i) => {
    const [column, row] = [Math.floor(i / 3) % image.width, Math.floor(i / 3 / image.width)]
    const isIn = column >= x && column < x + width && row >= y && row < y + height
    return isIn ? tone[i % 3] * (1 - (row - y) / height / 5) : level
  }),
})
const darken = (image: Image): Image => ({ ...image, data: image.data.map((value) => value / 5) })

describe('guideFace()', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await loadEngine()
  })
  afterAll(() => engine.close())

  const hint = async (image: Image, request = STRAIGHT) => (await guideFace(engine, image, request)).hint

  test('is content with a sharp frontal face', async () => {
    const guidance = await guideFace(engine, draw(), STRAIGHT)
    expect(guidance.hint).toBe('good')
    expect(guidance.worth).toBeGreaterThan(0.4)
    expect(Math.abs(guidance.pose?.yaw ?? 90)).toBeLessThan(6)
  })

  test('says when nobody is seen', async () => {
    const wall = { data: new Uint8Array(320 * 240 * 3).fill(150), width: 320, height: 240 }
    expect(await guideFace(engine, wall, STRAIGHT)).toMatchObject({ hint: 'no-face', worth: 0, pose: null })
  })

  test('asks for light in the dark, whether or not a face is seen', async () => {
    const night = { data: new Uint8Array(320 * 240 * 3).fill(10), width: 320, height: 240 }
    expect(await hint(night)).toBe('too-dark')
    expect(await hint(darken(draw()))).toBe('too-dark')
  })

  test('asks to come closer, into the frame, or to hold still', async () => {
    expect(await hint(draw({ headShare: 0.25 }))).toBe('move-closer')
    expect(await hint(draw({ offset: { x: 19, y: 0 } }))).toBe('partly-out-of-frame')
    expect(await hint(blur(draw()))).toBe('blurry')
  })

  test('asks to uncover eyes or mouth', async () => {
    const face = await findMainFace(engine, draw(), 'quick')
    if (!face) throw new Error('The drawn face was not found')
    const box = meshBox(face.mesh)
    const [glasses, mask] = [
      { x: box.x, y: box.y + box.height * 0.22, width: box.width, height: box.height * 0.24 },
      { x: box.x, y: box.y + box.height * 0.6, width: box.width, height: box.height * 0.4 },
    ]
    expect(await hint(cover(draw(), glasses, [25, 24, 22]))).toBe('face-covered')
    expect(await hint(cover(draw(), mask, [150, 185, 210]))).toBe('face-covered')
  })

  test('asks to look straight before a turn is asked', async () => {
    expect(await hint(draw({ yaw: 20 }))).toBe('look-straight')
  })

  test("leads to the side asked: left is the applicant's left, the image's right", async () => {
    const left: GuidanceRequest = { scene: 'face', turn: 'left' }
    expect(await hint(draw(), left)).toBe('turn-left')
    expect(await hint(draw({ yaw: -32 }), left)).toBe('turn-left')
    expect(await hint(draw({ yaw: 32 }), left)).toBe('good')
    expect(await hint(draw({ yaw: -32 }), { scene: 'face', turn: 'right' })).toBe('good')
  })

  test('values a turned face that was asked for', async () => {
    const image = draw({ yaw: 25 })
    const asked = await guideFace(engine, image, { scene: 'face', turn: 'left' })
    const unasked = await guideFace(engine, image, STRAIGHT)
    expect(asked.worth).toBeGreaterThan(unasked.worth * 1.5)
  })

  test('slows down a head that turns too fast', async () => {
    const previous = { pose: { yaw: 0, pitch: 0, roll: 0 }, elapsedMs: 100 }
    expect(await hint(draw({ yaw: 20 }), { scene: 'face', turn: 'left', previous })).toBe('too-fast')
    const slower = { ...previous, elapsedMs: 600 }
    expect(await hint(draw({ yaw: 10 }), { scene: 'face', turn: 'left', previous: slower })).toBe('turn-left')
  })
})
