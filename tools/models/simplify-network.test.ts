import { readFileSync } from 'node:fs'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, it } from 'vitest'
import { PINNED_MODELS } from '../../analysis/models/pinned-models.ts'
import { readNetworkFile } from './_network-file.ts'
import { modelFile } from './model-file.ts'
import { simplifyNetwork } from './simplify-network.ts'

const SIMPLIFIED = PINNED_MODELS.filter(({ conversion }) =>
  ['simplified', 'kept-classes'].includes(conversion),
)
/** Any picture does: 96 by 64 pixels that are not all alike; the recognisers of lines are 48 high. */
const SHAPES: Readonly<Record<string, number[]>> = {
  'text-detection': [1, 3, 64, 96],
  'text-recognition': [1, 3, 48, 96],
}

async function run(network: Uint8Array, shape: number[]): Promise<Float32Array> {
  const session = await InferenceSession.create(network, { logSeverityLevel: 3 })
  const values = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => Math.sin(i * 0.37))
  const [output] = Object.values(await session.run({ x: new Tensor('float32', values, shape) }))
  await session.release()
  return output.data as Float32Array
}

describe('simplifyNetwork()', () => {
  it.each(SIMPLIFIED)('computes what $name computed, with fewer operators', async (model) => {
    const file = new Uint8Array(readFileSync(modelFile(model, model.files[0])))
    const simplified = simplifyNetwork(file)
    const before = await run(file, SHAPES[model.name])
    const after = await run(simplified, SHAPES[model.name])
    expect(Math.max(...before)).toBeGreaterThan(0)
    expect(Math.max(...after.map((value, i) => Math.abs(value - before[i])))).toBeLessThan(1e-4)
    const count = (bytes: Uint8Array) =>
      readNetworkFile(bytes).nodes.filter(({ type }) => type !== 'Constant').length
    expect(count(simplified)).toBeLessThan(count(file) * 0.75)
  })

  it('refuses a file that is cut off', () => {
    const file = readFileSync(modelFile(SIMPLIFIED[0], SIMPLIFIED[0].files[0]))
    expect(() => simplifyNetwork(new Uint8Array(file.subarray(0, 5000)))).toThrow(/cut off/)
  })
})
