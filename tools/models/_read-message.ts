/** One field of a message: its number, and what it holds as bytes or as a whole number. */
export interface MessageField {
  number: number
  /** The field as it stands in the message, its tag included. */
  encoded: Uint8Array
  bytes: Uint8Array
  /** Of a varint; 0 for all others. */
  value: number
}

/** Wire types (protobuf.dev, Encoding). */
const VARINT = 0
const FIXED_64 = 1
const LENGTH_DELIMITED = 2
const FIXED_32 = 5

/** The fields of a message in their order. Throws when it is cut off or has a wire type that is no longer in use. */
export function readMessage(message: Uint8Array): MessageField[] {
  const fields: MessageField[] = []
  for (let at = 0; at < message.length; ) {
    const start = at
    const tag = readVarint(message, at)
    const value = (tag.value & 7) === VARINT ? readVarint(message, tag.end) : { value: 0, end: tag.end }
    const { from, end } = contentOf(message, tag.value & 7, value.end)
    if (end > message.length) throw new Error('Message is cut off')
    fields.push({
      number: tag.value >>> 3,
      encoded: message.subarray(start, end),
      bytes: message.subarray(from, end),
      value: value.value,
    })
    at = end
  }
  return fields
}

function contentOf(message: Uint8Array, wireType: number, at: number): { from: number; end: number } {
  switch (wireType) {
    case VARINT:
      return { from: at, end: at }
    case FIXED_64:
      return { from: at, end: at + 8 }
    case FIXED_32:
      return { from: at, end: at + 4 }
    case LENGTH_DELIMITED: {
      const length = readVarint(message, at)
      return { from: length.end, end: length.end + length.value }
    }
    default:
      throw new Error(`Message has a field of wire type ${wireType}`)
  }
}

/** A number of at most 53 bits; negative ones lose their sign, which no field that is looked at has. */
function readVarint(message: Uint8Array, at: number): { value: number; end: number } {
  let [value, factor, end] = [0, 1, at]
  for (; end < message.length && message[end] > 127; end++, factor *= 128)
    value += (message[end] & 127) * factor
  if (end >= message.length) throw new Error('Message is cut off')
  return { value: value + message[end] * factor, end: end + 1 }
}
