import { readFileSync } from 'node:fs'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, it } from 'vitest'
import { type ModelName, PINNED_MODELS } from '../../analysis/models/pinned-models.ts'
import { keptCharacters, keptClasses } from '../../analysis/text/kept-characters.ts'
import { keepClasses } from './keep-classes.ts'
import { modelFile } from './model-file.ts'

/** A line 96 px wide and 48 high. */
const SHAPE = [1, 3, 48, 96]

const bytesOf = (name: ModelName) => {
  const model = PINNED_MODELS.filter((one) => one.name === name)[0]
  return new Uint8Array(readFileSync(modelFile(model, model.files[0])))
}
const [network, dictionary] = [bytesOf('text-recognition'), bytesOf('text-dictionary')]

async function run(bytes: Uint8Array) {
  const session = await InferenceSession.create(bytes, { logSeverityLevel: 3 })
  const values = Float32Array.from({ length: SHAPE.reduce((a, b) => a * b) }, (_, i) => Math.sin(i * 0.37))
  const [output] = Object.values(await session.run({ x: new Tensor('float32', values, SHAPE) }))
  await session.release()
  const [, steps, classes] = output.dims
  return { data: output.data as Float32Array, steps, classes }
}

describe('keepClasses()', () => {
  it('gives the probabilities of the classes kept as they were', async () => {
    const classes = keptClasses(dictionary)
    const [all, kept] = [await run(network), await run(keepClasses(network, classes))]
    expect(kept).toMatchObject({ steps: all.steps, classes: classes.length })
    const expected = Array.from({ length: all.steps }, (_, step) =>
      classes.map((index) => all.data[step * all.classes + index]),
    )
    expect(Math.max(...expected.flat())).toBeGreaterThan(0)
    expect([...kept.data]).toEqual(expected.flat())
  })

  it('keeps the blank, the letters of European print, the shapes of a filler and the space', () => {
    const characters = keptCharacters(dictionary).map(({ character }) => character)
    expect(characters).toEqual(expect.arrayContaining([...'AZaz09<éüäÜ', '《']))
    expect(characters).not.toContain('人')
    const classes = keptClasses(dictionary)
    expect(classes).toHaveLength(characters.length + 2)
    expect([classes[0], classes.at(-1)]).toEqual([0, 6624])
  })
})
