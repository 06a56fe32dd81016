import {
  bytesField,
  type Field,
  floatField,
  integerField,
  joinBytes,
  messageField,
  textField,
} from './_protobuf-writer.ts'
import { readMessage } from './_read-message.ts'

/** Weights of 32-bit floats. */
export interface Tensor {
  data: Float32Array
  shape: readonly number[]
}

/** An operator of a network; attributes are kept as they are encoded. */
export interface NetworkNode {
  type: string
  inputs: readonly string[]
  output: string
  attributes: readonly Field[]
}

/** A network as its file has it. */
export interface NetworkFile {
  /** In an order in which each comes after those it needs. */
  nodes: readonly NetworkNode[]
  /** Fields of the graph and of the model that are no operators. */
  graphFields: readonly Field[]
  modelFields: readonly Field[]
}

/** Numbers of fields in onnx.proto: ModelProto.graph, GraphProto.node, and those of NodeProto and AttributeProto. */
const GRAPH = 7
const NODE = 1
/** GraphProto.output; ValueInfoProto.name and type; TypeProto.tensor_type; its elem_type. */
const OUTPUT = 12
const VALUE_FIELDS = { name: 1, type: 2, tensor: 1, element: 1 }
const NODE_FIELDS = { input: 1, output: 2, name: 3, type: 4, attribute: 5 }
const ATTRIBUTE_FIELDS = { name: 1, float: 2, integer: 3, tensor: 5, integers: 8, type: 20 }
/** TensorProto: dims, data_type, float_data, raw_data; and its type of 32-bit floats. */
const TENSOR_FIELDS = { shape: 1, type: 2, floats: 4, raw: 9 }
const FLOAT = 1
const INT64 = 7
/** AttributeProto.AttributeType. */
const ATTRIBUTE_FLOAT = 1
const ATTRIBUTE_INTEGER = 2
const ATTRIBUTE_TENSOR = 4

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Reads a model file (onnx.proto, ModelProto) whose operators have one result each. */
export function readNetworkFile(bytes: Uint8Array): NetworkFile {
  const model = readMessage(bytes)
  const graph = readMessage(model.find(({ number }) => number === GRAPH)?.bytes ?? new Uint8Array())
  return {
    nodes: graph.flatMap((field) => (field.number === NODE ? [readNode(field.bytes)] : [])),
    graphFields: graph.flatMap(({ number, encoded }) => (number === NODE ? [] : [encoded])),
    modelFields: model.flatMap(({ number, encoded }) => (number === GRAPH ? [] : [encoded])),
  }
}

function readNode(bytes: Uint8Array): NetworkNode {
  const fields = readMessage(bytes)
  const texts = (wanted: number) =>
    fields.flatMap((field) => (field.number === wanted ? [textOf(field.bytes)] : []))
  return {
    type: texts(NODE_FIELDS.type)[0],
    inputs: texts(NODE_FIELDS.input),
    output: texts(NODE_FIELDS.output)[0],
    attributes: fields.flatMap((field) => (field.number === NODE_FIELDS.attribute ? [field.bytes] : [])),
  }
}

/** The bytes of a model file. */
export function encodeNetworkFile({ nodes, graphFields, modelFields }: NetworkFile): Uint8Array {
  const encoded = nodes.map(({ type, inputs, output, attributes }) =>
    messageField(NODE, [
      ...inputs.map((input) => textField(NODE_FIELDS.input, input)),
      textField(NODE_FIELDS.output, output),
      textField(NODE_FIELDS.name, output),
      textField(NODE_FIELDS.type, type),
      ...attributes.map((attribute) => bytesField(NODE_FIELDS.attribute, attribute)),
    ]),
  )
  return joinBytes([...modelFields, messageField(GRAPH, [...encoded, ...graphFields])])
}

/** The whole numbers that an operator has under a name; none when it has no such attribute. */
export function integersOf({ attributes }: NetworkNode, name: string): number[] {
  for (const attribute of attributes) {
    const fields = readMessage(attribute)
    if (textOf(fields[0].bytes) !== name) continue
    return fields.flatMap(({ number, value }) =>
      number === ATTRIBUTE_FIELDS.integer || number === ATTRIBUTE_FIELDS.integers ? [value] : [],
    )
  }
  return []
}

/** The floats that a constant holds; null for other operators and constants. */
export function tensorOf({ type, attributes }: NetworkNode): Tensor | null {
  if (type !== 'Constant') return null
  const tensor = readMessage(attributes[0]).find(({ number }) => number === ATTRIBUTE_FIELDS.tensor)
  const fields = readMessage(tensor?.bytes ?? new Uint8Array())
  const raw = fields.find(({ number }) => number === TENSOR_FIELDS.raw)?.bytes
  if (fields.find(({ number }) => number === TENSOR_FIELDS.type)?.value !== FLOAT || !raw) return null
  const shape = fields.flatMap(({ number, value }) => (number === TENSOR_FIELDS.shape ? [value] : []))
  return { data: new Float32Array(Uint8Array.from(raw).buffer), shape }
}

/** The network with one result, floats of any shape, in place of those that its file declares. */
export function withResult(file: NetworkFile, name: string): NetworkFile {
  const tensor = messageField(VALUE_FIELDS.tensor, [integerField(VALUE_FIELDS.element, FLOAT)])
  const type = messageField(VALUE_FIELDS.type, [tensor])
  const declared = messageField(OUTPUT, [textField(VALUE_FIELDS.name, name), type])
  const others = file.graphFields.filter((field) => readMessage(field)[0].number !== OUTPUT)
  return { ...file, graphFields: [...others, declared] }
}

/** A constant that holds floats. */
export function constantNode(output: string, { data, shape }: Tensor): NetworkNode {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  return constantOf(output, { type: FLOAT, shape, bytes })
}

/** A constant that holds a list of whole numbers of 64 bits. */
export function integersNode(output: string, values: readonly number[]): NetworkNode {
  const bytes = new Uint8Array(values.length * 8)
  const view = new DataView(bytes.buffer)
  for (const [i, value] of values.entries()) view.setBigInt64(i * 8, BigInt(value), true)
  return constantOf(output, { type: INT64, shape: [values.length], bytes })
}

function constantOf(
  output: string,
  { type: element, shape, bytes }: { type: number; shape: readonly number[]; bytes: Uint8Array },
): NetworkNode {
  const tensor = messageField(ATTRIBUTE_FIELDS.tensor, [
    ...shape.map((size) => integerField(TENSOR_FIELDS.shape, size)),
    integerField(TENSOR_FIELDS.type, element),
    bytesField(TENSOR_FIELDS.raw, bytes),
  ])
  const type = integerField(ATTRIBUTE_FIELDS.type, ATTRIBUTE_TENSOR)
  const attribute = joinBytes([textField(ATTRIBUTE_FIELDS.name, 'value'), tensor, type])
  return { type: 'Constant', inputs: [], output, attributes: [attribute] }
}

/** An attribute that is a float. */
export function floatAttribute(name: string, value: number): Field {
  return joinBytes([
    textField(ATTRIBUTE_FIELDS.name, name),
    floatField(ATTRIBUTE_FIELDS.float, value),
    integerField(ATTRIBUTE_FIELDS.type, ATTRIBUTE_FLOAT),
  ])
}

/** An attribute that is a whole number. */
export function integerAttribute(name: string, value: number): Field {
  return joinBytes([
    textField(ATTRIBUTE_FIELDS.name, name),
    integerField(ATTRIBUTE_FIELDS.integer, value),
    integerField(ATTRIBUTE_FIELDS.type, ATTRIBUTE_INTEGER),
  ])
}
