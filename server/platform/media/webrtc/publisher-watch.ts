/** Silence after which a publisher is gone, ms: nothing at all came, not even a connectivity check. */
const SILENCE_MS = 4000
/** Time without media after which it is gone though its transport lives, ms: a phone may ask again for a camera. */
const NO_MEDIA_MS = 60_000
/** Time to send the first media, ms: ICE and DTLS over a slow network. */
const CONNECT_MS = 15_000
/** How often it is looked, ms. */
const LOOK_INTERVAL_MS = 250
/** Highest bitrate borne, bytes a second: ten times what is asked for; more is hostile. */
const MOST_BYTES_A_SECOND = 5_000_000
/** Span over which it is measured, ms. */
const RATE_SPAN_MS = 2000

/** Watches whether a publisher still sends, and not too much. Starts to run with `start`. */
export class PublisherWatch {
  readonly #onGone: (reason: string) => void
  readonly #startedAtMs: number
  #aliveAtMs: number | null = null
  #mediaAtMs: number | null = null
  #mediaBytes = 0
  #span: { startedAtMs: number; bytes: number }
  #timer: NodeJS.Timeout | null = null

  constructor(nowMs: number, onGone: (reason: string) => void) {
    this.#onGone = onGone
    this.#startedAtMs = nowMs
    this.#span = { startedAtMs: nowMs, bytes: 0 }
  }

  /** Bytes of media so far. */
  get mediaBytes(): number {
    return this.#mediaBytes
  }

  /** Any packet of the publisher came. */
  alive(nowMs: number): void {
    this.#aliveAtMs = nowMs
  }

  /** Media came. */
  media(sizeBytes: number, nowMs: number): void {
    this.#mediaAtMs = nowMs
    this.#mediaBytes += sizeBytes
    this.#span.bytes += sizeBytes
  }

  /** Looks four times a second. */
  start(): void {
    this.#timer = setInterval(() => {
      const reason = this.look(performance.now())
      if (reason) this.#onGone(reason)
    }, LOOK_INTERVAL_MS)
    this.#timer.unref()
  }

  /** Stops looking. */
  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  /** Why the publisher has to go, or null. */
  look(nowMs: number): string | null {
    if (this.#isTooMuch(nowMs)) return 'too much media'
    if (this.#mediaAtMs === null) return nowMs - this.#startedAtMs > CONNECT_MS ? 'never any media' : null
    if (nowMs - (this.#aliveAtMs ?? this.#mediaAtMs) > SILENCE_MS) return 'silence'
    return nowMs - this.#mediaAtMs > NO_MEDIA_MS ? 'no media' : null
  }

  #isTooMuch(nowMs: number): boolean {
    const spanMs = nowMs - this.#span.startedAtMs
    if (spanMs < RATE_SPAN_MS) return false
    const bytesASecond = (this.#span.bytes * 1000) / spanMs
    this.#span = { startedAtMs: nowMs, bytes: 0 }
    return bytesASecond > MOST_BYTES_A_SECOND
  }
}
