import { SequenceUnwrapper } from './sequence-unwrapper.ts'

/** How long a gap waits for its retransmission, ms: three round trips of a slow mobile network. */
const GAP_PATIENCE_MS = 250
/** A missing packet is asked for again after this, ms: a sender ignores repeats within one round trip. */
const ASK_AGAIN_MS = 40
/** Times a missing packet is asked for. */
const MOST_ASKS = 6
/** Packets held behind a gap: a second of 8 Mb/s; a jump beyond is a new start, not a gap. */
const MOST_WAITING = 1024

/** What ordering needs to know of a packet. */
export interface NumberedPacket {
  /** RTP sequence number, 16 bits. */
  sequenceNumber: number
}

/** Where ordered packets go. */
export interface PacketSink<P> {
  /** The next packet in sequence. */
  onPacket(packet: P): void
  /** Packets before the next one are given up. */
  onLoss(count: number): void
}

/**
 * Puts RTP packets back in sequence: early ones wait for the missing ones, which are asked for again
 * (RFC 4585 §6.2.1) and given up after 250 ms. Holds no clock; times are passed in.
 */
export class PacketOrder<P extends NumberedPacket> {
  readonly #sink: PacketSink<P>
  readonly #unwrapper = new SequenceUnwrapper()
  readonly #waiting = new Map<number, P>()
  readonly #missing = new Map<number, { firstAskedAtMs: number; askedAtMs: number; asks: number }>()
  #next: number | null = null
  #highest = 0

  constructor(sink: PacketSink<P>) {
    this.#sink = sink
  }

  /** Takes a packet as it arrives; those that are late or double are dropped. */
  push(packet: P, nowMs: number): void {
    const number = this.#unwrapper.unwrap(packet.sequenceNumber)
    this.#next ??= number
    if (number < this.#next || this.#waiting.has(number)) return
    if (number - this.#next >= MOST_WAITING) this.#startAnew(number)
    for (let gap = Math.max(this.#highest + 1, this.#next); gap < number; gap++) {
      this.#missing.set(gap, { firstAskedAtMs: nowMs, askedAtMs: Number.NEGATIVE_INFINITY, asks: 0 })
    }
    this.#highest = Math.max(this.#highest, number)
    this.#missing.delete(number)
    this.#waiting.set(number, packet)
    this.#release(nowMs)
  }

  /** The sequence numbers to ask the sender for now, ascending; also gives up on gaps that waited too long. */
  takeAsks(nowMs: number): number[] {
    const asks: number[] = []
    for (const [number, missing] of this.#missing) {
      if (missing.asks >= MOST_ASKS || nowMs - missing.askedAtMs < ASK_AGAIN_MS) continue
      if (missing.asks === 0) missing.firstAskedAtMs = nowMs
      missing.asks++
      missing.askedAtMs = nowMs
      asks.push(number & 0xffff)
    }
    this.#release(nowMs)
    return asks
  }

  #startAnew(number: number): void {
    this.#sink.onLoss(number - (this.#next ?? number) - this.#waiting.size)
    this.#waiting.clear()
    this.#missing.clear()
    this.#next = number
  }

  #release(nowMs: number): void {
    while (this.#waiting.size > 0 && this.#next !== null) {
      const held = this.#waiting.get(this.#next)
      if (held) {
        this.#waiting.delete(this.#next)
        this.#next++
        this.#sink.onPacket(held)
      } else if (!this.#skipGap(nowMs)) {
        return
      }
    }
  }

  /** True when the gap at the front is given up: patience begins when its packet was first asked for. */
  #skipGap(nowMs: number): boolean {
    if (this.#next === null) return false
    const missing = this.#missing.get(this.#next)
    if (missing && (missing.asks === 0 || nowMs - missing.firstAskedAtMs < GAP_PATIENCE_MS)) return false
    const first = Math.min(...this.#waiting.keys())
    for (let gap = this.#next; gap < first; gap++) this.#missing.delete(gap)
    this.#sink.onLoss(first - this.#next)
    this.#next = first
    return true
  }
}
