import type { Logger } from 'pino'
import { Problem } from '../../../../domain/problem.ts'
import type { CameraStream, MediaServer } from '../media.ts'
import { DecoderThreads } from '../vp8/decoder-threads.ts'
import { hostAddresses } from './host-addresses.ts'
import { readOffer } from './read-offer.ts'
import type { WebrtcStream } from './webrtc-stream.ts'

/** Where and how many publishers are taken in. */
export interface MediaServerOptions {
  /** Most streams at once. */
  maxStreams: number
  /** UDP ports to listen on, one a stream, both ends included; left out, the system chooses. */
  udpPortRange?: [number, number]
  /** IPv4 addresses publishers reach us at beside the machine's own, such as one behind address translation. */
  announcedAddresses?: string[]
  log: Logger
}

/** How long what the first stream needs waits to be loaded: a start has more urgent things to load. */
const LOAD_AFTER_MS = 1000

/** WebRTC and WebM take a third of a second of a processor to load. */
const loadStreams = () => import('./webrtc-stream.ts')

/** Takes publishers in over WebRTC, signalled by WHIP (RFC 9725), VP8 alone. */
export function startMediaServer(options: MediaServerOptions): MediaServer {
  return new WebrtcMediaServer(options)
}

class WebrtcMediaServer implements MediaServer {
  readonly #options: MediaServerOptions
  readonly #decoders: DecoderThreads
  readonly #streams = new Set<WebrtcStream>()
  /** Places taken: streams, and offers being answered. */
  #taken = 0
  #answering: Promise<unknown> = Promise.resolve()
  #isClosed = false
  /** Loads ahead what the first stream would wait for. */
  readonly #warmingUp: NodeJS.Timeout

  constructor(options: MediaServerOptions) {
    this.#options = options
    this.#decoders = new DecoderThreads(options.log)
    this.#warmingUp = setTimeout(() => {
      this.#decoders.warmUp()
      // Each publisher is told too; what failed once is not loaded again in this process.
      loadStreams().catch((error) => options.log.error({ err: error }, 'Streams cannot be taken in'))
    }, LOAD_AFTER_MS)
  }

  async accept(sdp: string): Promise<CameraStream> {
    const offer = readOffer(sdp)
    if (this.#isClosed || this.#taken >= this.#options.maxStreams) {
      throw new Problem('unavailable', 'All places for live streams are taken')
    }
    this.#taken++
    // One after the other: the stack looks for a free port and then binds it, and two would find the same.
    const answered = this.#answering.then(() => this.#open(offer))
    this.#answering = answered.catch(() => undefined)
    return answered
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#warmingUp)
    await this.#answering
    await Promise.all([...this.#streams].map((stream) => stream.close()))
    await this.#decoders.close()
  }

  async #open(offer: ReturnType<typeof readOffer>): Promise<WebrtcStream> {
    const { udpPortRange, announcedAddresses, log } = this.#options
    let stream: WebrtcStream | null = null
    let isFree = false
    const free = (): void => {
      if (isFree) return
      isFree = true
      this.#taken--
      if (stream) this.#streams.delete(stream)
    }
    try {
      const { WebrtcStream } = await loadStreams()
      const addresses = [...(announcedAddresses ?? []), ...hostAddresses()]
      stream = await WebrtcStream.open({
        offer,
        addresses,
        udpPortRange,
        decoders: this.#decoders,
        log,
        onEnded: free,
      })
      this.#streams.add(stream)
      return stream
    } catch (error) {
      free()
      throw error
    }
  }
}
