import {
  bytesField,
  type Field,
  integerField,
  joinBytes,
  messageField,
  textField,
} from './_protobuf-writer.ts'

/** The name of a value that flows through a graph. */
export type ValueName = string

/** An attribute of an operator: a whole number, whole numbers, or a word. */
export type Attribute = number | readonly number[] | string

/** A network being written down, operator by operator. */
export interface OnnxGraph {
  /** Declares the input, 32-bit floats of the shape given. */
  addInput(name: string, shape: readonly number[]): ValueName
  /** Stores weights. */
  addFloats(data: Float32Array, shape: readonly number[]): ValueName
  /** Stores whole numbers (shapes, paddings) as a 64-bit list. */
  addIntegers(data: readonly number[]): ValueName
  /** Appends an operator (ONNX operator set 13). Gives the name of its result. */
  addOperator(type: string, inputs: readonly ValueName[], attributes?: Record<string, Attribute>): ValueName
  /** Declares a value to be a result of the graph, under a name. */
  addOutput(name: string, value: ValueName): void
  /** The bytes of the model file (onnx.proto, ModelProto). */
  encode(): Uint8Array
}

/** Version of the file format that goes with operator set 13 and is read by every current runtime. */
const IR_VERSION = 8
const OPERATOR_SET_VERSION = 13

/** Codes of onnx.proto: TensorProto.DataType and AttributeProto.AttributeType. */
const FLOAT = 1
const INT64 = 7
const ATTRIBUTE_INT = 2
const ATTRIBUTE_STRING = 3
const ATTRIBUTE_INTS = 7

/** Begins an empty graph. The same calls in the same order give the same bytes. */
export function createOnnxGraph(): OnnxGraph {
  const fields: Field[] = []
  let named = 0
  const nextName = (stem: string) => `${stem}_${named++}`
  const addConstant = (
    stem: string,
    tensor: { type: number; shape: readonly number[]; bytes: Uint8Array },
  ) => {
    const name = nextName(stem)
    fields.push(messageField(5, tensorFields(name, tensor)))
    return name
  }
  return {
    addInput: (name, shape) => {
      fields.push(messageField(11, valueFields(name, shape)))
      return name
    },
    addFloats: (data, shape) => addConstant('weights', { type: FLOAT, shape, bytes: floatBytes(data) }),
    addIntegers: (data) =>
      addConstant('integers', { type: INT64, shape: [data.length], bytes: integerBytes(data) }),
    addOperator: (type, inputs, attributes = {}) => {
      const output = nextName(type)
      fields.push(messageField(1, operatorFields({ type, inputs, output, attributes })))
      return output
    },
    addOutput: (name, value) => {
      fields.push(
        messageField(1, operatorFields({ type: 'Identity', inputs: [value], output: name, attributes: {} })),
      )
      fields.push(messageField(12, valueFields(name, null)))
    },
    encode: () => encodeModel(fields),
  }
}

function encodeModel(graphFields: Field[]): Uint8Array {
  return joinBytes([
    integerField(1, IR_VERSION),
    textField(2, 'vidimus'),
    messageField(7, [...graphFields, textField(2, 'network')]),
    messageField(8, [textField(1, ''), integerField(2, OPERATOR_SET_VERSION)]),
  ])
}

function tensorFields(
  name: string,
  tensor: { type: number; shape: readonly number[]; bytes: Uint8Array },
): Field[] {
  return [
    ...tensor.shape.map((size) => integerField(1, size)),
    integerField(2, tensor.type),
    textField(8, name),
    bytesField(9, tensor.bytes),
  ]
}

function valueFields(name: string, shape: readonly number[] | null): Field[] {
  const dimensions = shape?.map((size) => messageField(1, [integerField(1, size)]))
  const shapeField = dimensions === undefined ? [] : [messageField(2, dimensions)]
  return [textField(1, name), messageField(2, [messageField(1, [integerField(1, FLOAT), ...shapeField])])]
}

function operatorFields(operator: {
  type: string
  inputs: readonly ValueName[]
  output: ValueName
  attributes: Record<string, Attribute>
}): Field[] {
  return [
    ...operator.inputs.map((input) => textField(1, input)),
    textField(2, operator.output),
    textField(3, operator.output),
    textField(4, operator.type),
    ...Object.entries(operator.attributes).map(([name, value]) =>
      messageField(5, attributeFields(name, value)),
    ),
  ]
}

function attributeFields(name: string, value: Attribute): Field[] {
  if (typeof value === 'number') {
    return [textField(1, name), integerField(3, value), integerField(20, ATTRIBUTE_INT)]
  }
  if (typeof value === 'string') {
    return [textField(1, name), textField(4, value), integerField(20, ATTRIBUTE_STRING)]
  }
  return [textField(1, name), ...value.map((item) => integerField(8, item)), integerField(20, ATTRIBUTE_INTS)]
}

function floatBytes(data: Float32Array): Uint8Array {
  const bytes = new Uint8Array(data.length * 4)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < data.length; i++) view.setFloat32(i * 4, data[i], true)
  return bytes
}

function integerBytes(data: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(data.length * 8)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < data.length; i++) view.setBigInt64(i * 8, BigInt(data[i]), true)
  return bytes
}
