import {
  constantNode,
  encodeNetworkFile,
  floatAttribute,
  integersOf,
  type NetworkFile,
  type NetworkNode,
  readNetworkFile,
  type Tensor,
  tensorOf,
} from './_network-file.ts'

/** What reading a pattern needs: who makes a value, who uses it, and what is constant. */
interface Wiring {
  makers: Map<string, NetworkNode>
  users: Map<string, NetworkNode[]>
  constants: Map<string, Tensor>
}

/** A value times a factor plus an offset. */
interface Scaling {
  /** The value that is scaled, and what holds the result. */
  of: string
  output: string
  factor: number
  offset: number
}

/**
 * Writes a network with fewer operators that computes the same: numbers that a convolution's result is multiplied by and
 * that are added to it go into its weights, and a hard swish of four operators becomes one of two. What no weights take up
 * without changing the border becomes a batch normalization, which the runtime does in one pass.
 */
export function simplifyNetwork(bytes: Uint8Array): Uint8Array {
  const steps = [writeHardSwishes, scaleResults, scaleInputs]
  const network = steps.reduce((file, step) => dropUnused(step(file)), readNetworkFile(bytes))
  return encodeNetworkFile(network)
}

function wire({ nodes }: NetworkFile): Wiring {
  const users = new Map<string, NetworkNode[]>()
  for (const node of nodes) {
    for (const input of node.inputs) users.set(input, [...(users.get(input) ?? []), node])
  }
  const constants = nodes.flatMap((node): [string, Tensor][] => {
    const tensor = tensorOf(node)
    return tensor ? [[node.output, tensor]] : []
  })
  return { makers: new Map(nodes.map((node) => [node.output, node])), users, constants: new Map(constants) }
}

/** x · min(max(x + 3, 0), 6) / 6 as x times a hard sigmoid of it. */
function writeHardSwishes(file: NetworkFile): NetworkFile {
  const wiring = wire(file)
  const nodes = file.nodes.flatMap((node) => {
    const x = hardSwishOf(node, wiring)
    if (x === null) return [node]
    const gate = `${node.output}.gate`
    const attributes = [floatAttribute('alpha', 1 / 6), floatAttribute('beta', 0.5)]
    return [
      { type: 'HardSigmoid', inputs: [x], output: gate, attributes },
      { type: 'Mul', inputs: [x, gate], output: node.output, attributes: [] },
    ]
  })
  return { ...file, nodes }
}

/** The value of which a division by 6 ends the hard swish; null when it ends none. */
function hardSwishOf(division: NetworkNode, wiring: Wiring): string | null {
  if (division.type !== 'Div' || scalar(wiring, division.inputs[1]) !== 6) return null
  const product = wiring.makers.get(division.inputs[0])
  if (product?.type !== 'Mul') return null
  const [x, clipped] = product.inputs
  const clip = wiring.makers.get(clipped)
  const sum = clip?.type === 'Clip' ? wiring.makers.get(clip.inputs[0]) : undefined
  return sum?.type === 'Add' && sum.inputs[0] === x && scalar(wiring, sum.inputs[1]) === 3 ? x : null
}

/** Scaling after a convolution goes into its weights. */
function scaleResults(file: NetworkFile): NetworkFile {
  const wiring = wire(file)
  const added: NetworkNode[] = []
  const changed = new Map<string, NetworkNode>()
  for (const scaling of scalingsIn(file, wiring)) {
    const convolution = wiring.makers.get(scaling.of)
    if (convolution?.type !== 'Conv' || wiring.users.get(scaling.of)?.length !== 1) continue
    const weights = weightsOf(convolution, wiring)
    if (weights === null) continue
    const { factor, offset } = scaling
    const kernel = { ...weights.kernel, data: weights.kernel.data.map((value) => value * factor) }
    const bias = { ...weights.bias, data: weights.bias.data.map((value) => value * factor + offset) }
    const scaled = withWeights({ ...convolution, output: scaling.output }, { kernel, bias })
    added.push(...scaled.constants)
    changed.set(scaling.output, scaled.node)
  }
  return replace(file, changed, added)
}

/** Scaling before convolutions goes into their weights where they add no border, which would be scaled too. */
function scaleInputs(file: NetworkFile): NetworkFile {
  const wiring = wire(file)
  const added: NetworkNode[] = []
  const changed = new Map<string, NetworkNode>()
  for (const scaling of scalingsIn(file, wiring)) {
    const users = wiring.users.get(scaling.output) ?? []
    const scaled = users.map((user) => scaleInput(user, scaling, wiring))
    if (scaled.length > 0 && scaled.every((one) => one !== null)) {
      for (const { node, constants } of scaled) {
        added.push(...constants)
        changed.set(node.output, node)
      }
      continue
    }
    const channels = users.flatMap((user) => channelsInto(user, wiring) ?? [])[0]
    if (channels === undefined) continue
    const normal = asNormalization(scaling, channels)
    added.push(...normal.constants)
    changed.set(scaling.output, normal.node)
  }
  return replace(file, changed, added)
}

/** The scalings of a network, each by the addition that ends it. */
function scalingsIn({ nodes }: NetworkFile, wiring: Wiring): Scaling[] {
  return nodes.flatMap((node) => {
    const sum = node.type === 'Add' ? scalarAndValue(node, wiring) : null
    const product = sum && wiring.makers.get(sum.value)
    const scaled = product?.type === 'Mul' ? scalarAndValue(product, wiring) : null
    if (sum === null || scaled === null || wiring.users.get(sum.value)?.length !== 1) return []
    return [{ of: scaled.value, output: node.output, factor: scaled.scalar, offset: sum.scalar }]
  })
}

function scalarAndValue(
  { inputs: [a, b] }: NetworkNode,
  wiring: Wiring,
): { scalar: number; value: string } | null {
  const [first, second] = [scalar(wiring, a), scalar(wiring, b)]
  if (first !== null) return { scalar: first, value: b }
  return second === null ? null : { scalar: second, value: a }
}

function scalar({ constants }: Wiring, name: string): number | null {
  const constant = constants.get(name)
  return constant?.data.length === 1 ? constant.data[0] : null
}

interface Weights {
  kernel: Tensor
  bias: Tensor
}

/** Weights of a convolution, its bias 0 where it has none; null when they are not constant. */
function weightsOf({ inputs }: NetworkNode, { constants }: Wiring): Weights | null {
  const kernel = constants.get(inputs[1])
  if (!kernel) return null
  const none = { data: new Float32Array(kernel.shape[0]), shape: [kernel.shape[0]] }
  const bias = inputs.length > 2 ? constants.get(inputs[2]) : none
  return bias ? { kernel, bias } : null
}

function withWeights(
  convolution: NetworkNode,
  { kernel, bias }: Weights,
): { node: NetworkNode; constants: NetworkNode[] } {
  const names = [`${convolution.output}.kernel`, `${convolution.output}.bias`]
  return {
    node: { ...convolution, inputs: [convolution.inputs[0], ...names] },
    constants: [constantNode(names[0], kernel), constantNode(names[1], bias)],
  }
}

/** A convolution without a border, of the value before its scaling; null for other operators. */
function scaleInput(user: NetworkNode, { of, factor, offset }: Scaling, wiring: Wiring) {
  const weights = user.type === 'Conv' && user.inputs[0] !== of ? weightsOf(user, wiring) : null
  if (weights === null || integersOf(user, 'pads').some((pad) => pad !== 0)) return null
  const { kernel, bias } = weights
  const size = kernel.data.length / kernel.shape[0]
  const offsets = bias.data.map((value, channel) => {
    const own = kernel.data.subarray(channel * size, (channel + 1) * size)
    return value + offset * own.reduce((sum, weight) => sum + weight, 0)
  })
  return withWeights(
    { ...user, inputs: [of, ...user.inputs.slice(1)] },
    {
      kernel: { ...kernel, data: kernel.data.map((value) => value * factor) },
      bias: { ...bias, data: offsets },
    },
  )
}

/** How many channels flow into a convolution; null for other operators. */
function channelsInto(user: NetworkNode, wiring: Wiring): number | null {
  const weights = user.type === 'Conv' ? weightsOf(user, wiring) : null
  return weights && weights.kernel.shape[1] * (integersOf(user, 'group')[0] ?? 1)
}

function asNormalization(
  { of, output, factor, offset }: Scaling,
  channels: number,
): { node: NetworkNode; constants: NetworkNode[] } {
  const values = { factor, offset, mean: 0, variance: 1 }
  const constants = Object.entries(values).map(([name, value]) =>
    constantNode(`${output}.${name}`, { data: new Float32Array(channels).fill(value), shape: [channels] }),
  )
  const inputs = [of, ...constants.map((constant) => constant.output)]
  const attributes = [floatAttribute('epsilon', 0)]
  return { node: { type: 'BatchNormalization', inputs, output, attributes }, constants }
}

/** New nodes in the place of those with their results; constants first. */
function replace(
  file: NetworkFile,
  changed: Map<string, NetworkNode>,
  added: readonly NetworkNode[],
): NetworkFile {
  return { ...file, nodes: [...added, ...file.nodes.map((node) => changed.get(node.output) ?? node)] }
}

/** Without the operators whose result nobody uses; the last one's is the network's. */
function dropUnused(file: NetworkFile): NetworkFile {
  const { users } = wire(file)
  const nodes = file.nodes.filter((node, index) => users.has(node.output) || index === file.nodes.length - 1)
  return nodes.length === file.nodes.length ? file : dropUnused({ ...file, nodes })
}
