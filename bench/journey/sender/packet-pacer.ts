/** Packets a millisecond: 25 Mb/s, so that a key frame of 100 kB leaves within 35 ms and no socket overflows. */
const PACKETS_PER_MS = 2.6
/** Most packets at once, also after a pause: the kernel's buffer of a socket holds about 90. */
const LARGEST_BURST = 24

/** Spreads the packets of large frames over time, as a browser's pacer does. */
export class PacketPacer<Packet> {
  readonly #waiting: Packet[] = []
  #allowance = 0
  #lookedAtMs: number | null = null

  /** Puts packets behind those that wait. */
  add(packets: Packet[]): void {
    this.#waiting.push(...packets)
  }

  /** The packets that may leave now, in order. */
  take(nowMs: number): Packet[] {
    const elapsedMs = nowMs - (this.#lookedAtMs ?? nowMs - 1)
    this.#lookedAtMs = nowMs
    this.#allowance = Math.min(LARGEST_BURST, this.#allowance + elapsedMs * PACKETS_PER_MS)
    const packets = this.#waiting.splice(0, Math.floor(this.#allowance))
    this.#allowance -= packets.length
    return packets
  }
}
