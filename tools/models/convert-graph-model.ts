import { createOnnxGraph, type OnnxGraph, type ValueName } from './onnx-graph.ts'
import { readWeights, type Weight, type WeightGroup } from './read-weights.ts'

/** The parts of a TensorFlow.js graph model file that are needed. */
export interface GraphModelFile {
  modelTopology: { node: GraphNode[] }
  weightsManifest: WeightGroup[]
}

interface GraphNode {
  name: string
  op: string
  input?: string[]
  attr?: Record<string, GraphAttribute>
}

interface GraphAttribute {
  /** Text, in base64. */
  s?: string
  list?: { i?: (string | number)[]; s?: string[] }
  shape?: { dim?: { size: string }[]; shape?: { dim: { size: string }[] } }
}

/** A conversion under way. */
interface Conversion {
  graph: OnnxGraph
  nodes: Map<string, GraphNode>
  weights: Map<string, Weight>
  written: Map<string, ValueName>
}

/** Orders of axes: TensorFlow keeps channels last (NHWC), ONNX wants them second (NCHW). */
const CHANNELS_LAST = [0, 2, 3, 1]
/** Of the paddings of four axes, before and after each, the one after the channels. */
const LAST_PADDING = 7

/**
 * Writes a TensorFlow.js graph model as ONNX. The input comes to be NCHW; results keep their shape.
 * `outputs` maps our names of the results to the names of their nodes; what none of them needs is left out.
 * Throws on an operator it does not know.
 */
export function convertGraphModel(model: {
  file: GraphModelFile
  weights: Uint8Array
  outputs: Readonly<Record<string, string>>
}): Uint8Array {
  const conversion: Conversion = {
    graph: createOnnxGraph(),
    nodes: new Map(model.file.modelTopology.node.map((node) => [node.name, node])),
    weights: readWeights(model.file.weightsManifest, model.weights),
    written: new Map(),
  }
  for (const [name, node] of Object.entries(model.outputs)) {
    conversion.graph.addOutput(name, writeNode(conversion, node))
  }
  return conversion.graph.encode()
}

function writeNode(conversion: Conversion, reference: string): ValueName {
  const name = reference.replace(/:\d+$/, '')
  const already = conversion.written.get(name)
  if (already !== undefined) return already
  const node = conversion.nodes.get(name)
  const write = WRITERS[node?.op ?? '']
  if (node === undefined || write === undefined)
    throw new Error(`Cannot convert node "${name}" (${node?.op})`)
  const value = write(conversion, node)
  conversion.written.set(name, value)
  return value
}

type Writer = (conversion: Conversion, node: GraphNode) => ValueName

const WRITERS: Readonly<Record<string, Writer>> = {
  Placeholder: writePlaceholder,
  _FusedConv2D: (conversion, node) => writeConvolution(conversion, node, 'full'),
  DepthwiseConv2dNative: (conversion, node) => writeConvolution(conversion, node, 'depthwise'),
  MaxPool: writeMaxPool,
  Pad: writePad,
  Reshape: writeReshape,
  Prelu: (conversion, node) => writePrelu(conversion, writeInput(conversion, node, 0), inputName(node, 1)),
  AddV2: (conversion, node) =>
    conversion.graph.addOperator('Add', [writeInput(conversion, node, 0), writeInput(conversion, node, 1)]),
  Relu: (conversion, node) => conversion.graph.addOperator('Relu', [writeInput(conversion, node, 0)]),
  Sigmoid: (conversion, node) => conversion.graph.addOperator('Sigmoid', [writeInput(conversion, node, 0)]),
  Identity: (conversion, node) => writeInput(conversion, node, 0),
}

function writePlaceholder({ graph }: Conversion, node: GraphNode): ValueName {
  const [, height, width, channels] = placeholderSizes(node)
  return graph.addInput('input', [1, channels, height, width])
}

function placeholderSizes(node: GraphNode): number[] {
  const shape = node.attr?.shape.shape
  return (shape?.shape?.dim ?? shape?.dim ?? []).map((dimension) => Number(dimension.size))
}

function writeConvolution(conversion: Conversion, node: GraphNode, kind: 'full' | 'depthwise'): ValueName {
  const { graph } = conversion
  const kernel = orderKernel(weightOf(conversion, inputName(node, 1)), kind)
  const fused = (node.attr?.fused_ops?.list?.s ?? []).map(decodeText)
  const inputs = [writeInput(conversion, node, 0), graph.addFloats(kernel.data, kernel.shape)]
  if (fused.includes('BiasAdd')) {
    const bias = weightOf(conversion, inputName(node, 2))
    inputs.push(graph.addFloats(bias.data, [bias.data.length]))
  }
  const result = graph.addOperator('Conv', inputs, {
    kernel_shape: kernel.shape.slice(2),
    strides: spatial(node, 'strides'),
    dilations: spatial(node, 'dilations'),
    auto_pad: autoPad(node),
    group: kind === 'depthwise' ? kernel.shape[0] : 1,
  })
  const activation = fused.find((name) => name !== 'BiasAdd')
  if (activation === undefined) return result
  if (activation === 'Relu') return graph.addOperator('Relu', [result])
  if (activation === 'Prelu') return writePrelu(conversion, result, inputName(node, 3))
  throw new Error(`Cannot convert fused operator "${activation}" of "${node.name}"`)
}

/** Height, width, in, out (in, multiplier for depthwise) becomes out, in, height, width. */
function orderKernel(weight: Weight, kind: 'full' | 'depthwise'): Weight {
  const [height, width, channelsIn, last] = weight.shape
  const area = height * width
  const data = new Float32Array(weight.data.length)
  for (let cell = 0; cell < area; cell++) {
    for (let from = 0; from < channelsIn; from++) {
      for (let to = 0; to < last; to++) {
        const row = kind === 'full' ? to * channelsIn + from : from * last + to
        data[row * area + cell] = weight.data[(cell * channelsIn + from) * last + to]
      }
    }
  }
  const shape = kind === 'full' ? [last, channelsIn, height, width] : [channelsIn * last, 1, height, width]
  return { data, shape }
}

/**
 * x bent by a slope of its channel where it is negative, as slope · x + (1 - slope) · max(x, 0): the runtime has no PRelu in
 * the layout of its convolutions, and would go to another one and back for each.
 */
function writePrelu(conversion: Conversion, value: ValueName, slopes: string): ValueName {
  const { graph } = conversion
  const { data } = weightOf(conversion, slopes)
  const rest = data.map((slope) => 1 - slope)
  const positive = scaleChannels(graph, graph.addOperator('Relu', [value]), rest)
  return graph.addOperator('Add', [scaleChannels(graph, value, data), positive])
}

function scaleChannels(graph: OnnxGraph, value: ValueName, factors: Float32Array): ValueName {
  const kernel = graph.addFloats(factors, [factors.length, 1, 1, 1])
  return graph.addOperator('Conv', [value, kernel], { kernel_shape: [1, 1], group: factors.length })
}

function writeMaxPool(conversion: Conversion, node: GraphNode): ValueName {
  return conversion.graph.addOperator('MaxPool', [writeInput(conversion, node, 0)], {
    kernel_shape: spatial(node, 'ksize'),
    strides: spatial(node, 'strides'),
    auto_pad: autoPad(node),
  })
}

/**
 * Channels of zeros after the others. Written as a convolution, in whose layout the runtime stays; a border as well is none
 * that a network here has.
 */
function writePad(conversion: Conversion, node: GraphNode): ValueName {
  const { graph } = conversion
  const paddings = [...weightOf(conversion, inputName(node, 1)).data]
  const added = paddings[LAST_PADDING]
  if (paddings.some((count, i) => count > 0 && i !== LAST_PADDING))
    throw new Error(`Cannot convert the border that "${node.name}" adds`)
  const from = countChannels(conversion, inputName(node, 0))
  const same = new Float32Array((from + added) * from)
  for (let channel = 0; channel < from; channel++) same[channel * from + channel] = 1
  const kernel = graph.addFloats(same, [from + added, from, 1, 1])
  return graph.addOperator('Conv', [writeInput(conversion, node, 0), kernel], { kernel_shape: [1, 1] })
}

/** How many channels a node's result has. */
function countChannels(conversion: Conversion, reference: string): number {
  const node = conversion.nodes.get(reference)
  if (node === undefined) throw new Error(`Cannot find node "${reference}"`)
  if (node.op === 'Placeholder') return placeholderSizes(node)[3]
  if (node.op === 'Pad')
    return (
      countChannels(conversion, inputName(node, 0)) +
      weightOf(conversion, inputName(node, 1)).data[LAST_PADDING]
    )
  if (node.op !== '_FusedConv2D' && node.op !== 'DepthwiseConv2dNative')
    return countChannels(conversion, inputName(node, 0))
  const [, , from, to] = weightOf(conversion, inputName(node, 1)).shape
  return node.op === '_FusedConv2D' ? to : from * to
}

function writeReshape(conversion: Conversion, node: GraphNode): ValueName {
  const { graph } = conversion
  const shape = [...weightOf(conversion, inputName(node, 1)).data]
  const lastChannels = graph.addOperator('Transpose', [writeInput(conversion, node, 0)], {
    perm: CHANNELS_LAST,
  })
  return graph.addOperator('Reshape', [lastChannels, graph.addIntegers(shape)])
}

function writeInput(conversion: Conversion, node: GraphNode, position: number): ValueName {
  return writeNode(conversion, inputName(node, position))
}

function inputName(node: GraphNode, position: number): string {
  const name = node.input?.[position]
  if (name === undefined) throw new Error(`Cannot convert "${node.name}": input ${position} is missing`)
  return name
}

function weightOf(conversion: Conversion, name: string): Weight {
  const weight = conversion.weights.get(name)
  if (weight === undefined) throw new Error(`Cannot find weights "${name}"`)
  return weight
}

/** Height and width of an attribute that lists all four axes. */
function spatial(node: GraphNode, attribute: string): number[] {
  return (node.attr?.[attribute]?.list?.i ?? [1, 1, 1, 1]).slice(1, 3).map(Number)
}

function autoPad(node: GraphNode): string {
  return decodeText(node.attr?.padding?.s ?? '') === 'SAME' ? 'SAME_UPPER' : 'VALID'
}

function decodeText(base64: string): string {
  return atob(base64)
}
