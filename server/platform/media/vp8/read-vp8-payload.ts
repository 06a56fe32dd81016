/** One RTP payload of VP8, taken apart; the payload's bytes start at `offset`. */
export interface Vp8Payload {
  /** Where the VP8 data begins. */
  offset: number
  /** Whether the packet begins a frame. */
  startsFrame: boolean
  /** Temporal layer, 0 is the base that all others build on. */
  temporalLayer: number
  /** In the first packet of a key frame: its size, px. */
  keyFrame: { width: number; height: number } | null
}

/** Start code of a key frame (RFC 6386 §9.1). */
const START_CODE = [0x9d, 0x01, 0x2a]
/** Bytes of a key frame's header (RFC 6386 §9.1). */
const KEY_FRAME_HEADER_BYTES = 10
/** Width and height are 14 bits; the two above scale (RFC 6386 §9.1). */
const SIZE_MASK = 0x3fff

/**
 * Reads the payload descriptor (RFC 7741 §4.2) and, in a key frame's first packet, its size (RFC 6386 §9.1).
 * Null for what is no VP8 payload.
 */
export function readVp8Payload(payload: Uint8Array): Vp8Payload | null {
  const descriptor = readDescriptor(payload)
  if (!descriptor || descriptor.offset >= payload.length) return null
  const { offset, startsFrame } = descriptor
  if (!startsFrame || payload[offset] & 0x01) return { ...descriptor, keyFrame: null }
  const keyFrame = readKeyFrame(payload.subarray(offset))
  return keyFrame ? { ...descriptor, keyFrame } : null
}

function readDescriptor(payload: Uint8Array): Omit<Vp8Payload, 'keyFrame'> | null {
  if (payload.length === 0) return null
  const startsFrame = (payload[0] & 0x10) !== 0 && (payload[0] & 0x07) === 0
  if ((payload[0] & 0x80) === 0) return { offset: 1, startsFrame, temporalLayer: 0 }
  if (payload.length < 2) return null
  const extensions = payload[1]
  let offset = 2
  if (extensions & 0x80) offset += (payload[offset] ?? 0) & 0x80 ? 2 : 1
  if (extensions & 0x40) offset += 1
  const temporalLayer = extensions & 0x20 ? (payload[offset] ?? 0) >> 6 : 0
  if (extensions & 0x30) offset += 1
  return { offset, startsFrame, temporalLayer }
}

function readKeyFrame(data: Uint8Array): { width: number; height: number } | null {
  if (data.length < KEY_FRAME_HEADER_BYTES || START_CODE.some((byte, index) => data[3 + index] !== byte)) {
    return null
  }
  const width = (data[6] | (data[7] << 8)) & SIZE_MASK
  const height = (data[8] | (data[9] << 8)) & SIZE_MASK
  return width > 0 && height > 0 ? { width, height } : null
}
