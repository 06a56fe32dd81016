/** Latencies kept: the newest, some two minutes of one stream. */
const MOST_KEPT = 1000

/** The newest latencies, of which percentiles can be told. */
export class Latencies {
  readonly #values: number[] = []
  #next = 0

  /** Adds one, ms; the oldest makes room. */
  add(latencyMs: number): void {
    this.#values[this.#next] = latencyMs
    this.#next = (this.#next + 1) % MOST_KEPT
  }

  /** The latency that a share (0-1) of them do not exceed, ms (nearest rank); -1 when there is none. */
  percentile(share: number): number {
    if (this.#values.length === 0) return -1
    const sorted = this.#values.toSorted((a, b) => a - b)
    return Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)])
  }
}
