/** Protocol Buffers wire types (protobuf.dev, Encoding). */
const VARINT = 0
const LENGTH_DELIMITED = 2
const FIXED_32 = 5

/** One field of a message, already encoded. */
export type Field = Uint8Array

/** An integer field (varint); negative numbers take ten bytes. */
export function integerField(field: number, value: number): Field {
  return joinBytes([encodeTag(field, VARINT), encodeVarint(BigInt(value))])
}

/** A 32-bit float field. */
export function floatField(field: number, value: number): Field {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setFloat32(0, value, true)
  return joinBytes([encodeTag(field, FIXED_32), bytes])
}

/** A bytes field. */
export function bytesField(field: number, value: Uint8Array): Field {
  return joinBytes([encodeTag(field, LENGTH_DELIMITED), encodeVarint(BigInt(value.length)), value])
}

/** A text field, UTF-8. */
export function textField(field: number, value: string): Field {
  return bytesField(field, new TextEncoder().encode(value))
}

/** A field that is itself a message. */
export function messageField(field: number, fields: Field[]): Field {
  return bytesField(field, joinBytes(fields))
}

/** Puts encoded fields one after the other: a message. */
export function joinBytes(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

function encodeTag(field: number, wireType: number): Uint8Array {
  return encodeVarint(BigInt(field * 8 + wireType))
}

function encodeVarint(value: bigint): Uint8Array {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, value)
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return Uint8Array.from(bytes)
}
