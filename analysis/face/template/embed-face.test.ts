import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FaceModel } from '../../../domain/faces/face-model.ts'
import { similarity } from '../../../domain/similarity.ts'
import { loadModels } from '../../../server/platform/analysts/load-models.ts'
import { CAST } from '../../../test/people/cast.ts'
import { drawPerson } from '../../../test/people/person/draw-person.ts'
import { buildModels } from '../../../tools/models/build-models.ts'
import { createOnnxGraph } from '../../../tools/models/onnx-graph.ts'
import { createEngine, type Engine } from '../../engine.ts'
import { findMainFace } from '../find-main-face.ts'
import { embedFace } from './embed-face.ts'

const NUMBERS = 48
const CHOSEN: FaceModel = {
  name: 'chosen',
  sha256: 'c'.repeat(64),
  licence: 'none',
  provenance: 'drawn by a test',
  layout: 'arcface-112',
  channels: 'bgr',
  mean: 127.5,
  scale: 1 / 128,
  bands: { accept: 0.6, reject: 0.4 },
}

/** A network of one convolution, whose numbers are the mean colours of the picture, blue first, and nothing else. */
function tinyModel(numbers: number): Uint8Array {
  const graph = createOnnxGraph()
  const input = graph.addInput('face', [1, 3, 112, 112])
  const kernel = new Float32Array(numbers * 3)
  for (let channel = 0; channel < 3; channel++) kernel[channel * 3 + channel] = 1
  const weights = graph.addFloats(kernel, [numbers, 3, 1, 1])
  const convolved = graph.addOperator('Conv', [input, weights], { kernel_shape: [1, 1] })
  graph.addOutput('template', graph.addOperator('ReduceMean', [convolved], { axes: [2, 3], keepdims: 0 }))
  return graph.encode()
}

async function engineWith(numbers: number): Promise<Engine> {
  await buildModels({ log: () => {} })
  const models = { ...(await loadModels()), 'face-embedding': tinyModel(numbers) }
  return await createEngine(models, { faceModel: CHOSEN })
}

describe('embedFace() by a model the operator chose', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await engineWith(NUMBERS)
  })
  afterAll(() => engine.close())

  test('gives the model its layout and its order of colours', async () => {
    const image = drawPerson(CAST.luca.person, { width: 320, height: 240, samplesPerSide: 1 })
    const face = await findMainFace(engine, image, 'quick')
    if (face === null) throw new Error('No face found')
    const red = { ...image, data: image.data.map((value, i) => (i % 3 === 0 ? 255 : value)) }
    const template = await embedFace(engine, red, face.mesh)
    expect(template).toHaveLength(NUMBERS)
    expect(similarity(template, template)).toBeCloseTo(1, 6)
    // Blue comes first, red third.
    expect(template[2]).toBeGreaterThan(template[0])
    expect(template[2]).toBeGreaterThan(template[1])
  })

  test('names the model in the facts in place of the default', () => {
    expect(engine.uses(['face-embedding'])).toEqual([{ name: 'chosen', sha256: CHOSEN.sha256 }])
  })

  test('does not begin with a model that gives no template', async () => {
    await expect(engineWith(4)).rejects.toThrow('Face model chosen gives 4 numbers, which is no template')
  })
})
