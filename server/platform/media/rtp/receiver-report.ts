import { SequenceUnwrapper } from './sequence-unwrapper.ts'

/** RTP ticks a millisecond of video (RFC 7741 §6.1: 90 kHz). */
const TICKS_PER_MS = 90
/** Report delay is counted in 1/65536 s (RFC 3550 §6.4.1). */
const DELAY_UNITS_PER_MS = 65.536
/** Cumulative losses are 24 bits, signed (RFC 3550 §6.4.1). */
const MOST_LOST = 0x7fffff
/** Bytes of a receiver report on one source (RFC 3550 §6.4.2). */
const REPORT_BYTES = 32

/** Reception of one video source, told in RTCP receiver reports (RFC 3550 §6.4.2): the sender's round trip time comes of it. */
export class ReceiverReport {
  readonly #unwrapper = new SequenceUnwrapper()
  #base: number | null = null
  #highest = 0
  #received = 0
  #jitter = 0
  #lastTransit: number | null = null
  #reported = { expected: 0, received: 0 }
  #senderReport: { middle: number; atMs: number } | null = null

  /** Notes a packet of the source. */
  arrived({ sequenceNumber, timestamp }: { sequenceNumber: number; timestamp: number }, atMs: number): void {
    const number = this.#unwrapper.unwrap(sequenceNumber)
    this.#base ??= number
    this.#highest = Math.max(this.#highest, number)
    this.#received++
    const transit = (Math.round(atMs * TICKS_PER_MS) - timestamp) | 0
    const difference = this.#lastTransit === null ? 0 : Math.abs((transit - this.#lastTransit) | 0)
    this.#jitter += (difference - this.#jitter) / 16
    this.#lastTransit = transit
  }

  /** Notes a sender report: its 64-bit NTP time. */
  heard(ntpTime: bigint, atMs: number): void {
    this.#senderReport = { middle: Number((ntpTime >> 16n) & 0xffffffffn), atMs }
  }

  /** One RTCP packet on all that came since the last one; null before the first packet. */
  write({
    senderSsrc,
    mediaSsrc,
    nowMs,
  }: {
    senderSsrc: number
    mediaSsrc: number
    nowMs: number
  }): Buffer | null {
    if (this.#base === null) return null
    const expected = this.#highest - this.#base + 1
    const lost = Math.max(0, Math.min(MOST_LOST, expected - this.#received))
    const packet = Buffer.alloc(REPORT_BYTES)
    packet[0] = 0x81
    packet[1] = 201
    packet.writeUInt16BE(REPORT_BYTES / 4 - 1, 2)
    packet.writeUInt32BE(senderSsrc >>> 0, 4)
    packet.writeUInt32BE(mediaSsrc >>> 0, 8)
    packet[12] = this.#fractionLost(expected)
    packet.writeUIntBE(lost, 13, 3)
    packet.writeUInt32BE(this.#highest >>> 0, 16)
    packet.writeUInt32BE(Math.min(0xffffffff, Math.round(this.#jitter)), 20)
    packet.writeUInt32BE(this.#senderReport?.middle ?? 0, 24)
    packet.writeUInt32BE(this.#delaySinceHeard(nowMs), 28)
    return packet
  }

  /** Share lost since the last report, in 1/256 (RFC 3550 §A.3). */
  #fractionLost(expected: number): number {
    const expectedSince = expected - this.#reported.expected
    const lostSince = expectedSince - (this.#received - this.#reported.received)
    this.#reported = { expected, received: this.#received }
    if (expectedSince <= 0 || lostSince <= 0) return 0
    return Math.min(255, Math.floor((lostSince * 256) / expectedSince))
  }

  #delaySinceHeard(nowMs: number): number {
    if (!this.#senderReport) return 0
    const delay = Math.round((nowMs - this.#senderReport.atMs) * DELAY_UNITS_PER_MS)
    return Math.max(0, Math.min(0xffffffff, delay))
  }
}
