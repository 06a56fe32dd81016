import {
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  StreamTarget,
  type StreamTargetChunk,
  WebMOutputFormat,
} from 'mediabunny'
import type { FinishedRecording } from '../media.ts'
import { SpillFile } from './spill-file.ts'
import type { EncodedFrame } from './vp8-frames.ts'

/** Largest recording, bytes: two minutes at 4 Mb/s; more is hostile and is left out. */
const MOST_BYTES = 64 * 1024 * 1024
/** Bytes gathered before they are written: some 10 s at 650 kb/s. */
const WRITE_BYTES = 1024 * 1024
/** Most frames waiting for the disk: 10 s at 30 frames/s, some 5 MB. */
const MOST_WAITING = 300
/** Duration of a frame nothing follows, ms: one thirtieth of a second. */
const LAST_FRAME_MS = 33
/** Least time between two frames, ms: Matroska counts in milliseconds (RFC 9559 §11.1). */
const LEAST_STEP_MS = 1

/**
 * Writes VP8 frames as they come into an encrypted WebM file, without transcoding. Begins at a key frame and, when frames
 * had to be left out, goes on at a key frame, so that the file plays from its first to its last frame.
 */
export class WebmRecording {
  readonly #file: SpillFile
  readonly #source = new EncodedVideoPacketSource('vp8')
  #output: Output | null = null
  #writing: Promise<void> = Promise.resolve()
  #failure: unknown = null
  #waiting = 0
  #bytes = 0
  #frames = 0
  #startMs = 0
  #endMs = 0
  #isKeyNeeded = true
  /** The newest frame is held back until the next tells how long it lasts. */
  #held: { frame: EncodedFrame; startMs: number } | null = null

  constructor(path: string) {
    this.#file = new SpillFile(path)
  }

  /** Whether a key frame is needed before anything can be written. */
  get isKeyFrameNeeded(): boolean {
    return this.#isKeyNeeded
  }

  /** Takes the next frame; it is left out before the first key frame and beyond the bounds. */
  add(frame: EncodedFrame): void {
    if (this.#waiting >= MOST_WAITING || this.#bytes + frame.data.length > MOST_BYTES)
      this.#isKeyNeeded = true
    else if (frame.kind === 'key') this.#isKeyNeeded = false
    if (this.#isKeyNeeded || this.#failure) return
    this.#bytes += frame.data.length
    if (!this.#held) this.#open(frame)
    const startMs = this.#held
      ? Math.max(this.#held.startMs + LEAST_STEP_MS, frame.mediaTimeMs - this.#startMs)
      : 0
    if (this.#held) this.#write(this.#held, startMs - this.#held.startMs)
    this.#held = { frame, startMs }
  }

  /** Closes the file; null when it never had a frame. Throws what the disk threw. */
  async finish(): Promise<FinishedRecording | null> {
    const held = this.#held
    this.#held = null
    this.#isKeyNeeded = true
    if (held) this.#write(held, LAST_FRAME_MS)
    await this.#writing
    if (this.#failure) {
      await this.#output?.cancel().catch(() => undefined)
      await this.#file.discard().catch(() => undefined)
      throw this.#failure
    }
    if (!this.#output) return null
    await this.#output.finalize()
    return {
      contentType: 'video/webm',
      frames: this.#frames,
      durationMs: Math.round(this.#endMs),
      read: () => this.#file.read(),
      discard: () => this.#file.discard(),
    }
  }

  /** Closes the file and deletes it, also when the disk has refused it. */
  async discard(): Promise<void> {
    await this.finish().catch(() => null)
    await this.#file.discard()
  }

  #open(frame: EncodedFrame): void {
    this.#startMs = frame.mediaTimeMs
    this.#enqueue(async () => {
      await this.#file.open()
      this.#output = new Output({ format: new WebMOutputFormat(), target: this.#target() })
      this.#output.addVideoTrack(this.#source)
      await this.#output.start()
    })
  }

  #target(): StreamTarget {
    const write = ({ data, position }: StreamTargetChunk) => this.#file.write(data, position)
    return new StreamTarget(new WritableStream({ write }), { chunked: true, chunkSize: WRITE_BYTES })
  }

  #write({ frame, startMs }: { frame: EncodedFrame; startMs: number }, durationMs: number): void {
    const packet = new EncodedPacket(frame.data, frame.kind, startMs / 1000, durationMs / 1000)
    const decoderConfig = describe(frame)
    const isFirst = this.#frames++ === 0
    this.#endMs = startMs + durationMs
    this.#enqueue(() => this.#source.add(packet, isFirst ? { decoderConfig } : undefined))
  }

  #enqueue(step: () => Promise<void>): void {
    this.#waiting++
    this.#writing = this.#writing.then(async () => {
      try {
        if (!this.#failure) await step()
      } catch (error) {
        this.#failure = error
      } finally {
        this.#waiting--
      }
    })
  }
}

function describe({ width, height, colorSpace: { matrix, range } }: EncodedFrame): VideoDecoderConfig {
  return {
    codec: 'vp8',
    codedWidth: width,
    codedHeight: height,
    colorSpace: {
      primaries: matrix === 'bt709' ? 'bt709' : 'smpte170m',
      transfer: matrix === 'bt709' ? 'bt709' : 'smpte170m',
      matrix: matrix === 'bt709' ? 'bt709' : 'smpte170m',
      fullRange: range === 'full',
    },
  }
}
