import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { Image } from '../../../../domain/image.ts'
import type { DecoderAnswer, DecoderRequest } from './decoder-message.ts'
import type { EncodedFrame } from './vp8-frames.ts'

/** Most frames a stream may have waiting in its thread; beyond, it waits for a fresh key frame. */
const MOST_PENDING = 12
/** After an overflow decoding goes on once so few are left. */
const FEW_PENDING = 3
/** Most threads, however many cores: 8 streams of 7.5 frames/s at 720p need less than one core. */
const MOST_THREADS = 4

/** What a stream's decoder tells its stream. */
export interface DecoderEvents {
  /** A wanted picture, or null when it could not be made. */
  onPicture(picture: { image: Image; frame: EncodedFrame } | null): void
  /** Decoding can only go on from a key frame. */
  onKeyFrameNeeded(): void
}

/** Counters of one decoder. */
export interface DecoderCounts {
  decoded: number
  undecodable: number
  skipped: number
}

/** One stream's decoder. */
export interface FrameDecoder {
  readonly counts: Readonly<DecoderCounts>
  /** Decodes the next frame; `wanted` ones come back through `onPicture`, each exactly once. */
  decode(frame: EncodedFrame, picture: 'wanted' | 'unwanted'): void
  close(): void
}

/** Worker threads that decode VP8 off the event loop, streams spread over them. */
export class DecoderThreads {
  readonly #threads: DecoderThread[] = []
  #nextStream = 1
  readonly #log: Logger

  constructor(log: Logger) {
    this.#log = log
  }

  /** Opens a decoder on the thread with the fewest streams. */
  open(events: DecoderEvents): FrameDecoder {
    return new StreamDecoder({ thread: this.#freestThread(), stream: this.#nextStream++, events })
  }

  /** Starts the first thread, so that the first stream need not wait for it. */
  warmUp(): void {
    this.#freestThread()
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map((thread) => thread.close()))
  }

  #freestThread(): DecoderThread {
    const most = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1))
    const [freest] = [...this.#threads].sort((a, b) => a.streams.size - b.streams.size)
    if (freest && (freest.streams.size === 0 || this.#threads.length >= most)) return freest
    const thread = new DecoderThread(this.#log)
    this.#threads.push(thread)
    return thread
  }
}

/** One worker; started anew when it has died. */
class DecoderThread {
  readonly streams = new Map<number, StreamDecoder>()
  readonly #log: Logger
  #worker: Worker
  #isClosed = false

  constructor(log: Logger) {
    this.#log = log
    this.#worker = this.#start()
  }

  post(request: DecoderRequest): void {
    this.#worker.postMessage(request, request.type === 'decode' ? [request.data.buffer] : [])
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#worker.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./decoder-thread.ts', import.meta.url))
    worker.on('message', (answer: DecoderAnswer) => this.streams.get(answer.stream)?.answered(answer))
    worker.on('error', (error) => this.#log.error({ err: error }, 'A decoder thread failed'))
    worker.on('exit', () => {
      if (this.#isClosed) return
      this.#worker = this.#start()
      for (const stream of this.streams.values()) stream.restart()
    })
    worker.unref()
    return worker
  }
}

class StreamDecoder implements FrameDecoder {
  readonly counts: DecoderCounts = { decoded: 0, undecodable: 0, skipped: 0 }
  readonly #thread: DecoderThread
  readonly #stream: number
  readonly #events: DecoderEvents
  /** Frames on their way, by number; those with a wanted picture keep what it is handed out with. */
  readonly #pending = new Map<number, EncodedFrame | null>()
  #nextFrame = 1
  #isKeyNeeded = true

  constructor({
    thread,
    stream,
    events,
  }: {
    thread: DecoderThread
    stream: number
    events: DecoderEvents
  }) {
    this.#thread = thread
    this.#stream = stream
    this.#events = events
    thread.streams.set(stream, this)
  }

  decode(frame: EncodedFrame, picture: 'wanted' | 'unwanted'): void {
    if (this.#pending.size >= MOST_PENDING) this.#isKeyNeeded = true
    if (frame.kind === 'key' && this.#pending.size <= FEW_PENDING) this.#isKeyNeeded = false
    if (this.#isKeyNeeded) {
      this.counts.skipped++
      if (this.#pending.size <= FEW_PENDING) this.#events.onKeyFrameNeeded()
      if (picture === 'wanted') this.#events.onPicture(null)
      return
    }
    const number = this.#nextFrame++
    this.#pending.set(number, picture === 'wanted' ? frame : null)
    const { kind, width, height, colorSpace } = frame
    // The recorder keeps the original; the thread is given its own bytes.
    const data = frame.data.slice()
    this.#thread.post({
      type: 'decode',
      stream: this.#stream,
      frame: number,
      data,
      kind,
      width,
      height,
      colorSpace,
      picture,
    })
  }

  /** An answer of the thread. */
  answered({ frame: number, outcome, image }: DecoderAnswer): void {
    const frame = this.#pending.get(number)
    this.#pending.delete(number)
    if (outcome === 'undecodable') {
      this.counts.undecodable++
      this.#isKeyNeeded = true
      this.#events.onKeyFrameNeeded()
    } else {
      this.counts.decoded++
    }
    if (frame) this.#events.onPicture(image ? { image, frame } : null)
  }

  /** The thread was lost with all it had. */
  restart(): void {
    const wanted = [...this.#pending.values()].filter((frame) => frame !== null)
    this.#pending.clear()
    this.#isKeyNeeded = true
    this.#events.onKeyFrameNeeded()
    for (let count = 0; count < wanted.length; count++) this.#events.onPicture(null)
  }

  close(): void {
    this.#thread.streams.delete(this.#stream)
    this.#thread.post({ type: 'close', stream: this.#stream })
  }
}
