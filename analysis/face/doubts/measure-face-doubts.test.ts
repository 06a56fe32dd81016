import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Image } from '../../../domain/image.ts'
import { loadEngine } from '../../../test/fakes/analysis-engine.ts'
import { compressFrame } from '../../../test/people/film/compress-frame.ts'
import { drawPerson } from '../../../test/people/person/draw-person.ts'
import { makePerson } from '../../../test/people/person/person.ts'
import type { Engine } from '../../engine.ts'
import { findMainFace } from '../find-main-face.ts'
import { meshBox } from '../mesh/face-mesh.ts'
import { headPose } from '../mesh/head-pose.ts'
import { measureFaceDoubts } from './measure-face-doubts.ts'

const FRAMES = 8

describe('measureFaceDoubts()', () => {
  let engine: Engine
  let face: Image
  beforeAll(async () => {
    engine = await loadEngine()
    face = drawPerson(makePerson(3), { width: 480, height: 360, samplesPerSide: 1 })
  })
  afterAll(() => engine.close())

  const measure = async (image: Image, frames = FRAMES) => {
    const found = await findMainFace(engine, image, 'exact')
    if (!found) throw new Error('The face was not found')
    const { mesh } = found
    const seen = { image, mesh, box: meshBox(mesh), pose: headPose(mesh) }
    return measureFaceDoubts(Array.from({ length: frames }, () => seen))
  }

  test('sees an open face as eyes and a mouth, without a pattern, compressed too', async () => {
    for (const image of [face, await compressFrame(face, 50)]) {
      const { plainness, pattern } = await measure(image)
      expect(plainness).toMatchObject({ frames: FRAMES })
      expect(plainness?.eyesToCheeks).toBeLessThan(0.3)
      expect(plainness?.mouthToEyes).toBeLessThan(0.9)
      expect(pattern?.luma).toBeLessThan(3)
    }
  })

  test('sees the grid of a screen stand out, and no blocks of a codec', async () => {
    const grid = (every: number): Image => ({
      ...face,
      data: face.data.map((level, i) => {
        const pixel = Math.floor(i / 3)
        const [x, y] = [pixel % face.width, Math.floor(pixel / face.width)]
        return Math.floor(x / every) !== Math.floor((x + 1) / every) ||
          Math.floor(y / every) !== Math.floor((y + 1) / every)
          ? level * 0.85
          : level
      }),
    })
    expect((await measure(grid(2.6))).pattern?.luma).toBeGreaterThan(3.4)
    expect((await measure(grid(8))).pattern?.luma).toBeLessThan(3)
  })

  test('says nothing of too few frames, turned faces and small ones', async () => {
    expect(await measure(face, 2)).toEqual({ plainness: null, pattern: null })
    expect((await measure(face, 7)).pattern).toBeNull()
    const turned = drawPerson(makePerson(3), { width: 320, height: 240, yaw: 25, samplesPerSide: 1 })
    expect(await measure(turned)).toEqual({ plainness: null, pattern: null })
  })
})
