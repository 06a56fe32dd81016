import { isFrameShape } from '../../../../domain/image.ts'
import { MediaClock } from '../rtp/media-clock.ts'
import { type ColorSpace, VP8_COLOR_SPACE } from '../rtp/read-color-space.ts'
import { readVp8Payload, type Vp8Payload } from './read-vp8-payload.ts'

/** Largest frame, bytes: a key frame of 1080p at the highest bitrate stays below 500 kB. */
const MOST_FRAME_BYTES = 2 * 1024 * 1024
/** Largest picture, px: 2560 x 1440; a header may claim 16383 x 16383, which would take 400 MB to decode. */
const MOST_FRAME_PIXELS = 2560 * 1440
/** Smallest side, px: below one macroblock there is nothing to see. */
const SMALLEST_SIDE = 16

/** An RTP packet of VP8 in sequence. */
export interface Vp8Packet {
  /** RTP timestamp, 32 bits, 90 kHz. */
  timestamp: number
  /** Set on a frame's last packet (RFC 7741 §4.1). */
  marker: boolean
  payload: Uint8Array
  /** On our clock, ms. */
  receivedAtMs: number
  /** When the sender tells; it tells with key frames. */
  colorSpace: ColorSpace | null
}

/** One whole encoded frame. */
export interface EncodedFrame {
  data: Uint8Array<ArrayBuffer>
  kind: 'key' | 'delta'
  temporalLayer: number
  width: number
  height: number
  colorSpace: ColorSpace
  /** Since the stream's first frame, on the sender's clock, ms. */
  mediaTimeMs: number
  /** When its last packet came, on our clock, ms. */
  receivedAtMs: number
}

/** Where frames go. */
export interface FrameSink {
  onFrame(frame: EncodedFrame): void
  /** Nothing can be shown until a key frame comes: ask for one. Called again for each packet in vain. */
  onKeyFrameNeeded(): void
}

interface Assembly {
  timestamp: number
  temporalLayer: number
  isKey: boolean
  parts: Uint8Array[]
  sizeBytes: number
}

/**
 * Joins RTP payloads in sequence to whole VP8 frames (RFC 7741 §4). After a loss nothing is passed on until the
 * next key frame: a VP8 decoder would show garbage without saying so.
 */
export class Vp8Frames {
  readonly #sink: FrameSink
  readonly #clock = new MediaClock()
  #assembly: Assembly | null = null
  #size: { width: number; height: number } | null = null
  #colorSpace = VP8_COLOR_SPACE
  #isKeyNeeded = true
  #frames = 0
  #keyFrames = 0
  #droppedFrames = 0

  constructor(sink: FrameSink) {
    this.#sink = sink
  }

  /** Whole frames passed on, key frames among them, and frames dropped for want of one. */
  get counts(): { frames: number; keyFrames: number; droppedFrames: number } {
    return { frames: this.#frames, keyFrames: this.#keyFrames, droppedFrames: this.#droppedFrames }
  }

  /** Packets are missing before the next one. */
  lost(): void {
    this.#dropAssembly()
    this.#needKey()
  }

  /** Takes the next packet in sequence. */
  take(packet: Vp8Packet): void {
    // Padding only (RFC 3550 §5.1): bandwidth probes carry no payload.
    if (packet.payload.length === 0) return
    const payload = readVp8Payload(packet.payload)
    if (payload?.startsFrame) this.#begin(packet, payload)
    const assembly = this.#assembly
    if (!payload || !assembly || !joins(assembly, packet)) {
      this.lost()
      return
    }
    if (packet.colorSpace) this.#colorSpace = packet.colorSpace
    const part = packet.payload.subarray(payload.offset)
    assembly.sizeBytes += part.length
    assembly.parts.push(part)
    if (packet.marker) this.#finish(assembly, packet)
  }

  #begin(packet: Vp8Packet, payload: Vp8Payload): void {
    if (this.#assembly) this.lost()
    const { temporalLayer, keyFrame } = payload
    if (keyFrame) {
      this.#size = isUsable(keyFrame) ? keyFrame : null
      this.#colorSpace = VP8_COLOR_SPACE
    }
    this.#assembly = {
      timestamp: packet.timestamp,
      temporalLayer,
      isKey: keyFrame !== null,
      parts: [],
      sizeBytes: 0,
    }
  }

  #finish(assembly: Assembly, packet: Vp8Packet): void {
    this.#assembly = null
    const size = this.#size
    if (!size || (this.#isKeyNeeded && !assembly.isKey)) {
      this.#droppedFrames++
      this.#needKey()
      return
    }
    this.#isKeyNeeded = false
    this.#frames++
    if (assembly.isKey) this.#keyFrames++
    this.#sink.onFrame({
      data: join(assembly),
      kind: assembly.isKey ? 'key' : 'delta',
      temporalLayer: assembly.temporalLayer,
      ...size,
      colorSpace: this.#colorSpace,
      mediaTimeMs: this.#clock.read(packet.timestamp, packet.receivedAtMs),
      receivedAtMs: packet.receivedAtMs,
    })
  }

  #dropAssembly(): void {
    if (this.#assembly) this.#droppedFrames++
    this.#assembly = null
  }

  #needKey(): void {
    this.#isKeyNeeded = true
    this.#sink.onKeyFrameNeeded()
  }
}

function joins(assembly: Assembly, packet: Vp8Packet): boolean {
  return (
    assembly.timestamp === packet.timestamp && assembly.sizeBytes + packet.payload.length <= MOST_FRAME_BYTES
  )
}

function isUsable(size: { width: number; height: number }): boolean {
  const { width, height } = size
  return Math.min(width, height) >= SMALLEST_SIDE && width * height <= MOST_FRAME_PIXELS && isFrameShape(size)
}

function join({ parts, sizeBytes }: Assembly): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(sizeBytes)
  let at = 0
  for (const part of parts) {
    data.set(part, at)
    at += part.length
  }
  return data
}
