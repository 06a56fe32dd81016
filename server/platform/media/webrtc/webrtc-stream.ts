import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { CameraFrame, CameraStream, FinishedRecording } from '../media.ts'
import { PacketOrder } from '../rtp/packet-order.ts'
import type { DecoderThreads, FrameDecoder } from '../vp8/decoder-threads.ts'
import { type EncodedFrame, Vp8Frames, type Vp8Packet } from '../vp8/vp8-frames.ts'
import { WebmRecording } from '../vp8/webm-recording.ts'
import { CameraPeer, type PublishedPacket } from './camera-peer.ts'
import { PublisherWatch } from './publisher-watch.ts'
import type { Offer } from './read-offer.ts'
import { writeAnswer } from './write-answer.ts'

/** Least time between two pictures handed out, ms: 8 a second; the base layer of L1T3 brings 7.5. */
const PICTURE_INTERVAL_MS = 115
/** Least time between two requests for a key frame, ms: one is some 100 kB. */
const KEY_FRAME_INTERVAL_MS = 300
/** How often missing packets are asked for, ms. */
const ASK_INTERVAL_MS = 20

/** What a stream is made of. */
export interface StreamParts {
  offer: Offer
  addresses: string[]
  udpPortRange?: [number, number]
  decoders: DecoderThreads
  log: Logger
  /** Called once when the stream has ended, for whatever reason. */
  onEnded(): void
}

type FrameHandler = (frame: CameraFrame) => Promise<void>

/** A publisher's stream over WebRTC: packets -> frames -> recording and pictures. */
export class WebrtcStream implements CameraStream {
  readonly id = randomUUID()
  answer = ''
  etag = ''
  readonly #parts: StreamParts
  readonly #openedAtMs = performance.now()
  readonly #order: PacketOrder<PublishedPacket & Vp8Packet>
  readonly #frames: Vp8Frames
  readonly #watch: PublisherWatch
  #peer: CameraPeer | null = null
  #decoder: FrameDecoder | null = null
  #recording: WebmRecording | null = null
  #asking: NodeJS.Timeout | null = null
  #handler: FrameHandler | null = null
  #isPictureOut = false
  #pictureDueAtMs = 0
  #keyFrameAskedAtMs = Number.NEGATIVE_INFINITY
  #goneHandlers: (() => void)[] = []
  #state: 'live' | 'gone' | 'closed' = 'live'
  #counts = {
    packets: 0,
    packetsLost: 0,
    packetsAskedAgain: 0,
    keyFramesAsked: 0,
    pictures: 0,
    picturesSkipped: 0,
    firstFrameMs: -1,
    width: 0,
    height: 0,
  }

  private constructor(parts: StreamParts) {
    this.#parts = parts
    this.#frames = new Vp8Frames({
      onFrame: (frame) => this.#take(frame),
      onKeyFrameNeeded: () => this.#requestKeyFrame(),
    })
    this.#order = new PacketOrder({
      onPacket: (packet) => this.#frames.take(packet),
      onLoss: (count) => {
        this.#counts.packetsLost += count
        this.#frames.lost()
      },
    })
    this.#watch = new PublisherWatch(performance.now(), (reason) => this.#goAway(reason))
  }

  /** Answers the offer and waits for media. Throws `Problem` as `CameraPeer.open` does. */
  static async open(parts: StreamParts): Promise<WebrtcStream> {
    const stream = new WebrtcStream(parts)
    const peer = await CameraPeer.open(parts.offer, {
      udpPortRange: parts.udpPortRange,
      events: {
        onPacket: (packet) => stream.#arrived(packet),
        onAlive: () => stream.#watch.alive(performance.now()),
        onClosed: () => stream.#goAway('transport closed'),
      },
    })
    stream.#peer = peer
    stream.answer = writeAnswer(peer.answer, { addresses: parts.addresses, port: peer.port })
    stream.etag = `"${/^a=ice-ufrag:(\S+)/m.exec(peer.answer)?.[1] ?? stream.id}"`
    stream.#asking = setInterval(() => stream.#askAgain(), ASK_INTERVAL_MS)
    stream.#asking.unref()
    stream.#watch.start()
    return stream
  }

  onFrame(handler: FrameHandler): void {
    this.#handler = handler
    if (this.#decoder || this.#state !== 'live') return
    this.#decoder = this.#parts.decoders.open({
      onPicture: (picture) => {
        if (picture) void this.#handOut(picture)
        else this.#isPictureOut = false
      },
      onKeyFrameNeeded: () => this.#requestKeyFrame(),
    })
    this.#requestKeyFrame()
  }

  onGone(handler: () => void): void {
    if (this.#state === 'gone') handler()
    else this.#goneHandlers.push(handler)
  }

  async startRecording(path: string): Promise<void> {
    if (this.#recording) throw new Error('Start a recording while another runs')
    this.#recording = new WebmRecording(path)
    this.#requestKeyFrame()
  }

  async stopRecording(): Promise<FinishedRecording | null> {
    const recording = this.#recording
    this.#recording = null
    return recording ? await recording.finish() : null
  }

  async discardRecording(): Promise<void> {
    const recording = this.#recording
    this.#recording = null
    await recording?.discard()
  }

  stats(): Record<string, number> {
    return {
      ...this.#counts,
      ...this.#frames.counts,
      decoded: this.#decoder?.counts.decoded ?? 0,
      undecodable: this.#decoder?.counts.undecodable ?? 0,
      decodingSkipped: this.#decoder?.counts.skipped ?? 0,
      bytes: this.#watch.mediaBytes,
      congestionReports: this.#peer?.reports ?? 0,
      ageMs: Math.round(performance.now() - this.#openedAtMs),
    }
  }

  async close(): Promise<void> {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#goneHandlers = []
    await this.#release()
    await this.discardRecording()
  }

  /** The applicant is gone: what was recorded can still be fetched by `stopRecording`. */
  #goAway(reason: string): void {
    if (this.#state !== 'live') return
    this.#state = 'gone'
    this.#parts.log.info({ stream: this.id, reason, ...this.stats() }, 'A publisher is gone')
    const handlers = this.#goneHandlers
    this.#goneHandlers = []
    this.#release().catch((error) => this.#parts.log.warn({ err: error }, 'A stream did not close'))
    for (const handler of handlers) handler()
  }

  async #release(): Promise<void> {
    if (this.#asking) clearInterval(this.#asking)
    this.#watch.stop()
    this.#decoder?.close()
    this.#decoder = null
    this.#parts.onEnded()
    await this.#peer?.close()
  }

  #arrived(packet: PublishedPacket): void {
    if (this.#state !== 'live') return
    const receivedAtMs = performance.now()
    this.#counts.packets++
    this.#watch.media(packet.payload.length, receivedAtMs)
    this.#order.push({ ...packet, receivedAtMs }, receivedAtMs)
  }

  #askAgain(): void {
    const missing = this.#order.takeAsks(performance.now())
    if (missing.length === 0) return
    this.#counts.packetsAskedAgain += missing.length
    this.#peer?.requestPackets(missing)
  }

  #take(frame: EncodedFrame): void {
    const { width, height } = frame
    if (this.#counts.firstFrameMs < 0) {
      this.#counts.firstFrameMs = Math.round(performance.now() - this.#openedAtMs)
    }
    Object.assign(this.#counts, { width, height })
    this.#recording?.add(frame)
    if (this.#recording?.isKeyFrameNeeded) this.#requestKeyFrame()
    // The base layer of L1T3 refers to itself alone: the layers above it need no decoding (RFC 7741 §4.2).
    if (this.#decoder && frame.temporalLayer === 0) this.#decode(this.#decoder, frame)
  }

  #decode(decoder: FrameDecoder, frame: EncodedFrame): void {
    const isDue = frame.receivedAtMs >= this.#pictureDueAtMs
    const isWanted = isDue && !this.#isPictureOut
    if (isDue && !isWanted) this.#counts.picturesSkipped++
    if (isWanted) {
      this.#isPictureOut = true
      this.#pictureDueAtMs = frame.receivedAtMs + PICTURE_INTERVAL_MS
    }
    decoder.decode(frame, isWanted ? 'wanted' : 'unwanted')
  }

  /** One picture at a time: while a handler works, the next ones are skipped. */
  async #handOut({ image, frame }: { image: CameraFrame['image']; frame: EncodedFrame }): Promise<void> {
    try {
      this.#counts.pictures++
      const { mediaTimeMs, receivedAtMs } = frame
      if (this.#state === 'live') await this.#handler?.({ image, mediaTimeMs, receivedAtMs })
    } catch (error) {
      this.#parts.log.error({ err: error, stream: this.id }, 'A frame handler failed')
    } finally {
      this.#isPictureOut = false
    }
  }

  #requestKeyFrame(): void {
    const nowMs = performance.now()
    if (this.#state !== 'live' || nowMs - this.#keyFrameAskedAtMs < KEY_FRAME_INTERVAL_MS) return
    this.#keyFrameAskedAtMs = nowMs
    this.#counts.keyFramesAsked++
    this.#peer?.requestKeyFrame()
  }
}
