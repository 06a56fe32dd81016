import { createOnnxGraph, type OnnxGraph, type ValueName } from './onnx-graph.ts'
import { readWeights, type Weight, type WeightGroup } from './read-weights.ts'

/** Side of the square input, pixels. */
const INPUT_SIDE = 150

/** Mean colour the network was trained with, R, G, B, 0-255 (dlib, input_rgb_image_sized<150>). */
const MEAN_RGB = [122.782, 117.001, 104.298]

/** The residual blocks in order; `half` ones halve the picture (dlib, dnn_face_recognition_ex.cpp, anet_type). */
const BLOCKS = [
  { name: 'conv32_1', step: 'same' },
  { name: 'conv32_2', step: 'same' },
  { name: 'conv32_3', step: 'same' },
  { name: 'conv64_down', step: 'half' },
  { name: 'conv64_1', step: 'same' },
  { name: 'conv64_2', step: 'same' },
  { name: 'conv64_3', step: 'same' },
  { name: 'conv128_down', step: 'half' },
  { name: 'conv128_1', step: 'same' },
  { name: 'conv128_2', step: 'same' },
  { name: 'conv256_down', step: 'half' },
  { name: 'conv256_1', step: 'same' },
  { name: 'conv256_2', step: 'same' },
  { name: 'conv256_down_out', step: 'half' },
] as const

/** What flows through the network and its size. */
interface Flow {
  value: ValueName
  channels: number
  side: number
}

/** The network being written and its weights. */
interface Embedder {
  graph: OnnxGraph
  weights: Map<string, Weight>
}

/**
 * Writes dlib's face recognition ResNet as ONNX. Input: [1, 3, 150, 150], R, G, B planes, 0-255 (mean and
 * scale are folded into the first layer). Output `embedding`: [1, 128], not of unit length.
 */
export function convertFaceEmbedder(groups: readonly WeightGroup[], bytes: Uint8Array): Uint8Array {
  const embedder: Embedder = { graph: createOnnxGraph(), weights: readWeights(groups, bytes) }
  const { graph } = embedder
  let flow = addEntry(embedder)
  for (const block of BLOCKS) {
    flow =
      block.step === 'same' ? addResidual(embedder, flow, block.name) : addHalving(embedder, flow, block.name)
  }
  const average = graph.addOperator('ReduceMean', [flow.value], { axes: [2, 3], keepdims: 0 })
  const last = weightOf(embedder, 'fc')
  graph.addOutput('embedding', graph.addOperator('MatMul', [average, graph.addFloats(last.data, last.shape)]))
  return graph.encode()
}

function addEntry(embedder: Embedder): Flow {
  const { graph } = embedder
  const layer = foldNormalization(readLayer(embedder, 'conv32_down'))
  const input = {
    value: graph.addInput('input', [1, 3, INPUT_SIDE, INPUT_SIDE]),
    channels: 3,
    side: INPUT_SIDE,
  }
  const reduced = addLayer(graph, input, { layer, stride: 2 })
  const pooled = graph.addOperator('MaxPool', [graph.addOperator('Relu', [reduced.value])], {
    kernel_shape: [3, 3],
    strides: [2, 2],
  })
  return { value: pooled, channels: reduced.channels, side: Math.floor((reduced.side - 3) / 2) + 1 }
}

function addResidual(embedder: Embedder, flow: Flow, name: string): Flow {
  const { graph } = embedder
  const first = addLayer(graph, flow, { layer: readLayer(embedder, `${name}/conv1`), stride: 1 })
  const bent = { ...first, value: graph.addOperator('Relu', [first.value]) }
  const second = addLayer(graph, bent, { layer: readLayer(embedder, `${name}/conv2`), stride: 1 })
  const sum = graph.addOperator('Add', [second.value, flow.value])
  return { ...flow, value: graph.addOperator('Relu', [sum]) }
}

/** The two branches may differ by a channel count or a row: the smaller is filled up with zeros, as dlib does. */
function addHalving(embedder: Embedder, flow: Flow, name: string): Flow {
  const { graph } = embedder
  const first = addLayer(graph, flow, { layer: readLayer(embedder, `${name}/conv1`), stride: 2 })
  const bent = { ...first, value: graph.addOperator('Relu', [first.value]) }
  const second = addLayer(graph, bent, { layer: readLayer(embedder, `${name}/conv2`), stride: 1 })
  const pooled: Flow = {
    value: graph.addOperator('AveragePool', [flow.value], { kernel_shape: [2, 2], strides: [2, 2] }),
    channels: flow.channels,
    side: Math.floor(flow.side / 2),
  }
  const size = { channels: second.channels, side: Math.max(second.side, pooled.side) }
  const sum = graph.addOperator('Add', [fill(graph, pooled, size), fill(graph, second, size)])
  return { ...size, value: graph.addOperator('Relu', [sum]) }
}

function fill(graph: OnnxGraph, flow: Flow, size: { channels: number; side: number }): ValueName {
  const channels = size.channels - flow.channels
  const rows = size.side - flow.side
  if (channels === 0 && rows === 0) return flow.value
  return graph.addOperator('Pad', [flow.value, graph.addIntegers([0, 0, 0, 0, 0, channels, rows, rows])])
}

/** A convolution with its scale layer folded in: kernel as out, in, height, width. */
interface Layer {
  kernel: Weight
  bias: Float32Array
}

function addLayer(graph: OnnxGraph, flow: Flow, options: { layer: Layer; stride: 1 | 2 }): Flow {
  const { kernel, bias } = options.layer
  const [channels, , height] = kernel.shape
  const padding = options.stride === 1 ? Math.floor(height / 2) : 0
  const value = graph.addOperator(
    'Conv',
    [flow.value, graph.addFloats(kernel.data, kernel.shape), graph.addFloats(bias, [channels])],
    {
      kernel_shape: kernel.shape.slice(2),
      strides: [options.stride, options.stride],
      pads: [padding, padding, padding, padding],
    },
  )
  return { value, channels, side: Math.floor((flow.side + 2 * padding - height) / options.stride) + 1 }
}

function readLayer(embedder: Embedder, name: string): Layer {
  const filters = weightOf(embedder, `${name}/conv/filters`)
  const bias = weightOf(embedder, `${name}/conv/bias`).data
  const scale = weightOf(embedder, `${name}/scale/weights`).data
  const shift = weightOf(embedder, `${name}/scale/biases`).data
  const [height, width, from, to] = filters.shape
  const area = height * width
  const data = new Float32Array(filters.data.length)
  for (let cell = 0; cell < area; cell++) {
    for (let i = 0; i < from; i++) {
      for (let o = 0; o < to; o++) {
        data[(o * from + i) * area + cell] = filters.data[(cell * from + i) * to + o] * scale[o]
      }
    }
  }
  return {
    kernel: { data, shape: [to, from, height, width] },
    bias: bias.map((value, o) => value * scale[o] + shift[o]),
  }
}

/** (x - mean) / 255 before a convolution without padding is the same as another kernel and bias. */
function foldNormalization(layer: Layer): Layer {
  const [to, from, height, width] = layer.kernel.shape
  const area = height * width
  const data = layer.kernel.data.map((value) => value / 255)
  const bias = Float32Array.from(layer.bias)
  for (let o = 0; o < to; o++) {
    let shift = 0
    for (let k = 0; k < from * area; k++) {
      shift += (layer.kernel.data[o * from * area + k] * MEAN_RGB[Math.floor(k / area)]) / 255
    }
    bias[o] -= shift
  }
  return { kernel: { data, shape: layer.kernel.shape }, bias }
}

function weightOf(embedder: Embedder, name: string): Weight {
  const weight = embedder.weights.get(name)
  if (weight === undefined) throw new Error(`Cannot find weights "${name}"`)
  return weight
}
