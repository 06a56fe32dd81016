/** Values of a 16-bit sequence number. */
const SEQUENCE_RANGE = 65_536
/** Half of them: further away than this counts as the other direction. */
const HALF_RANGE = SEQUENCE_RANGE / 2

/**
 * Continues a 16-bit sequence number beyond 65535 (RFC 3550 §A.1), relative to the highest seen. A number less
 * than half the range ahead is taken as newer, any other as older.
 */
export class SequenceUnwrapper {
  #highest: number | null = null

  /** The unwrapped number; the first one seen is itself. */
  unwrap(sequence: number): number {
    if (this.#highest === null) {
      this.#highest = sequence
      return sequence
    }
    const ahead = (((sequence - this.#highest) % SEQUENCE_RANGE) + SEQUENCE_RANGE) % SEQUENCE_RANGE
    const unwrapped = this.#highest + (ahead < HALF_RANGE ? ahead : ahead - SEQUENCE_RANGE)
    this.#highest = Math.max(this.#highest, unwrapped)
    return unwrapped
  }
}
