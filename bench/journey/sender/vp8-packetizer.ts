/** Largest RTP payload, bytes: Chromium's packets are 1200 with their headers. */
const MOST_PAYLOAD_BYTES = 1160
/** Bytes of the payload descriptor with all its extensions (RFC 7741 §4.2). */
const DESCRIPTOR_BYTES = 6
/** Picture ids take 15 bits, indexes of the base layer 8 (RFC 7741 §4.2). */
const PICTURE_IDS = 0x8000
const BASE_INDEXES = 0x100
/** Highest layer of L1T3: no frame refers to it. */
const TOP_LAYER = 2

/** An encoded frame, as far as packets need it. */
export interface PacketizedFrame {
  data: Uint8Array
  temporalLayer: number
}

/** Cuts VP8 frames into RTP payloads with a running picture id (RFC 7741 §4). */
export class Vp8Packetizer {
  #pictureId = 0
  #baseIndex = 0

  /** The payloads of the next frame, in order; the marker belongs on the last one. */
  next({ data, temporalLayer }: PacketizedFrame): Buffer[] {
    if (temporalLayer === 0) this.#baseIndex = (this.#baseIndex + 1) % BASE_INDEXES
    this.#pictureId = (this.#pictureId + 1) % PICTURE_IDS
    // Parts of one size: a tiny last packet would cost as much as a full one.
    const parts = Math.ceil(data.length / (MOST_PAYLOAD_BYTES - DESCRIPTOR_BYTES))
    const partBytes = Math.ceil(data.length / parts)
    return Array.from({ length: parts }, (_, index) => {
      const descriptor = this.#describe(temporalLayer, index === 0 ? 'first' : 'later')
      return Buffer.concat([descriptor, data.subarray(index * partBytes, (index + 1) * partBytes)])
    })
  }

  /** X, then I, L and T: picture id, base layer index, temporal layer; one partition a frame. */
  #describe(temporalLayer: number, place: 'first' | 'later'): Buffer {
    const isReferred = temporalLayer < TOP_LAYER
    return Buffer.of(
      0x80 | (isReferred ? 0 : 0x20) | (place === 'first' ? 0x10 : 0),
      0xe0,
      0x80 | (this.#pictureId >> 8),
      this.#pictureId & 0xff,
      this.#baseIndex,
      temporalLayer << 6,
    )
  }
}
