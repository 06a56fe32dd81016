import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, test } from 'vitest'
import { convertGraphModel, type GraphModelFile } from './convert-graph-model.ts'

type Node = GraphModelFile['modelTopology']['node'][number]
type Constants = Record<string, { shape: number[]; data: number[] }>

const INPUT_SIDE = 3
const INPUT: Node = {
  name: 'in',
  op: 'Placeholder',
  attr: { shape: { shape: { dim: [1, INPUT_SIDE, INPUT_SIDE, 2].map((size) => ({ size: String(size) })) } } },
}

/** Converts a graph of these nodes, the last of which is the result, and runs it on 3 by 3 pixels of 2 channels. */
async function run(nodes: Node[], constants: Constants, pixels: number[]): Promise<number[]> {
  const weights = Object.entries(constants).map(([name, { shape }]) => ({ name, shape, dtype: 'float32' }))
  const bytes = Float32Array.from(Object.values(constants).flatMap(({ data }) => data))
  const result = nodes[nodes.length - 1].name
  const model = convertGraphModel({
    file: { modelTopology: { node: [INPUT, ...nodes] }, weightsManifest: [{ weights }] },
    weights: new Uint8Array(bytes.buffer),
    outputs: { result },
  })
  const session = await InferenceSession.create(model)
  const planes = [0, 1].flatMap((channel) => pixels.filter((_, i) => i % 2 === channel))
  const input = new Tensor('float32', Float32Array.from(planes), [1, 2, INPUT_SIDE, INPUT_SIDE])
  const { result: output } = await session.run({ input })
  return [...(output.data as Float32Array)]
}

/** Numbers as an attribute lists them: for every axis. */
const axes = (height: number, width: number) => ({ list: { i: [1, height, width, 1] } })
const text = (word: string) => ({ s: btoa(word) })

/** Pixel n has n in its first channel and 10 n in its second. */
const RAMP = Array.from({ length: 9 }, (_, i) => [i, 10 * i]).flat()

describe('convertGraphModel()', () => {
  test('convolves with a kernel in TensorFlow order, a bias and a fused activation', async () => {
    const convolution: Node = {
      name: 'out',
      op: '_FusedConv2D',
      input: ['in', 'kernel', 'bias'],
      attr: {
        strides: axes(1, 1),
        padding: text('VALID'),
        fused_ops: { list: { s: [btoa('BiasAdd'), btoa('Relu')] } },
      },
    }
    // 1 by 2 pixels, 2 channels in, 1 out: left first + 2 * left second - right first.
    const kernel = { shape: [1, 2, 2, 1], data: [1, 2, -1, 0] }
    const values = await run([convolution], { kernel, bias: { shape: [1], data: [-60] } }, RAMP)
    expect(values).toEqual([0, 1, 3, 4, 6, 7].map((left) => Math.max(0, 21 * left - (left + 1) - 60)))
  })

  test('pads at the far edges as TensorFlow does when the stride leaves a rest', async () => {
    const depthwise: Node = {
      name: 'out',
      op: 'DepthwiseConv2dNative',
      input: ['in', 'kernel'],
      attr: { strides: axes(2, 2), padding: text('SAME') },
    }
    // The first channel takes the pixel to the right, the second the pixel below; beyond the edge is 0.
    const kernel = { shape: [2, 2, 2, 1], data: [0, 0, 1, 0, 0, 1, 0, 0] }
    const reshape: Node = { name: 'flat', op: 'Reshape', input: ['out', 'shape'] }
    const shape = { shape: [1], data: [8] }
    const values = await run([depthwise, reshape], { kernel, shape }, RAMP)
    expect(values).toEqual([1, 30, 0, 50, 7, 0, 0, 0])
  })

  test('adds, pads channels, keeps the largest and bends negative numbers by their slope', async () => {
    const nodes: Node[] = [
      { name: 'bent', op: 'Prelu', input: ['in', 'slopes'] },
      {
        name: 'largest',
        op: 'MaxPool',
        input: ['bent'],
        attr: { ksize: axes(3, 3), strides: axes(1, 1), padding: text('VALID') },
      },
      { name: 'padded', op: 'Pad', input: ['largest', 'paddings'] },
      { name: 'sum', op: 'AddV2', input: ['padded', 'padded'] },
      { name: 'out', op: 'Reshape', input: ['sum', 'shape'] },
    ]
    const constants = {
      slopes: { shape: [1, 1, 2], data: [0.5, 0.1] },
      paddings: { shape: [4, 2], data: [0, 0, 0, 0, 0, 0, 0, 1] },
      shape: { shape: [2], data: [1, 3] },
    }
    const pixels = RAMP.map((value) => value - 100)
    const values = await run(nodes, constants, pixels)
    expect(values.map((value) => Math.round(value * 1000) / 1000)).toEqual([-92, -4, 0])
  })

  test('refuses a border, which no convolution of one pixel writes', async () => {
    const nodes: Node[] = [{ name: 'padded', op: 'Pad', input: ['in', 'paddings'] }]
    const paddings = { shape: [4, 2], data: [0, 0, 1, 1, 0, 0, 0, 1] }
    await expect(run(nodes, { paddings }, RAMP)).rejects.toThrow(
      'Cannot convert the border that "padded" adds',
    )
  })

  test('refuses operators it does not know', async () => {
    const unknown: Node = { name: 'out', op: 'Einsum', input: ['in'] }
    await expect(run([unknown], {}, RAMP)).rejects.toThrow('Cannot convert node "out" (Einsum)')
  })
})
