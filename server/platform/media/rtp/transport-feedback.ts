import { SequenceUnwrapper } from './sequence-unwrapper.ts'

/** Reference time of a report, ms a unit (draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1). */
const REFERENCE_UNIT_MS = 64
/** Arrival delta, ms a unit (§3.1.5). */
const DELTA_UNIT_MS = 0.25
/** Largest delta that fits one byte (§3.1.5). */
const SMALL_DELTA_MAXIMUM = 255
/** Bounds of a delta in two signed bytes (§3.1.5). */
const LARGE_DELTA = { minimum: -32_768, maximum: 32_767 }
/** Statuses in a vector chunk of two-bit symbols (§3.1.4). */
const SYMBOLS_IN_VECTOR = 7
/** Longest run of a run-length chunk, 13 bits (§3.1.3). */
const LONGEST_RUN = 8191
/** Most packets one report tells of: some 150 arrive in 50 ms at 25 Mb/s; a jump beyond starts anew. */
const MOST_STATUSES = 2000
/** Bytes before the chunks (§3.1). */
const HEADER_BYTES = 20

const LOST = 0
const SMALL_DELTA = 1
const LARGE_OR_NEGATIVE_DELTA = 2

/**
 * Writes transport-wide congestion control feedback: of every transport sequence number whether and when its
 * packet arrived (draft-holmer-rmcat-transport-wide-cc-extensions-01). The sender's bitrate follows from it.
 */
export class TransportFeedback {
  /** Arrival since the last report, ms, by unwrapped sequence number. */
  readonly #arrivals = new Map<number, number>()
  readonly #unwrapper = new SequenceUnwrapper()
  #highestReported: number | null = null
  #reports = 0

  /** Reports written so far. */
  get reports(): number {
    return this.#reports
  }

  /** Notes a packet; every packet counts, padding and retransmissions included. */
  arrived(sequence: number, atMs: number): void {
    if (this.#arrivals.size >= MOST_STATUSES) return
    this.#arrivals.set(this.#unwrapper.unwrap(sequence), atMs)
  }

  /** One RTCP packet about all that arrived since the last report; null when nothing did. */
  report(senderSsrc: number, mediaSsrc: number): Buffer | null {
    if (this.#arrivals.size === 0) return null
    const { first, last } = this.#span()
    this.#highestReported = Math.max(this.#highestReported ?? last, last)
    const firstArrivalMs = Math.min(...this.#arrivals.values())
    const referenceUnits = Math.floor(firstArrivalMs / REFERENCE_UNIT_MS)
    const { symbols, deltas } = this.#statuses(first, last, referenceUnits * REFERENCE_UNIT_MS)
    this.#arrivals.clear()
    const body = Buffer.concat([...writeChunks(symbols), ...deltas])
    const packet = writeHeader({ senderSsrc, mediaSsrc, bodyBytes: body.length })
    packet.writeUInt16BE(first & 0xffff, 12)
    packet.writeUInt16BE(symbols.length, 14)
    packet.writeUIntBE(referenceUnits & 0xffffff, 16, 3)
    packet[19] = this.#reports & 0xff
    body.copy(packet, HEADER_BYTES)
    this.#reports++
    return packet
  }

  /** From the first number not yet told of to the last that arrived: what is missing between two reports counts. */
  #span(): { first: number; last: number } {
    const numbers = [...this.#arrivals.keys()]
    const last = Math.max(...numbers)
    const earliest = Math.min(...numbers)
    const next = this.#highestReported === null ? earliest : Math.min(earliest, this.#highestReported + 1)
    if (last - next < MOST_STATUSES) return { first: next, last }
    for (const number of numbers) if (last - number >= MOST_STATUSES) this.#arrivals.delete(number)
    return { first: Math.min(...this.#arrivals.keys()), last }
  }

  #statuses(first: number, last: number, referenceMs: number): { symbols: number[]; deltas: Buffer[] } {
    const symbols: number[] = []
    const deltas: Buffer[] = []
    let previousMs = referenceMs
    for (let number = first; number <= last; number++) {
      const arrivalMs = this.#arrivals.get(number)
      if (arrivalMs === undefined) {
        symbols.push(LOST)
        continue
      }
      const units = clampDelta(Math.round((arrivalMs - previousMs) / DELTA_UNIT_MS))
      const isSmall = units >= 0 && units <= SMALL_DELTA_MAXIMUM
      symbols.push(isSmall ? SMALL_DELTA : LARGE_OR_NEGATIVE_DELTA)
      deltas.push(isSmall ? Buffer.of(units) : Buffer.of((units >> 8) & 0xff, units & 0xff))
      // The rounded time, so that rounding errors do not add up.
      previousMs += units * DELTA_UNIT_MS
    }
    return { symbols, deltas }
  }
}

function clampDelta(units: number): number {
  return Math.max(LARGE_DELTA.minimum, Math.min(LARGE_DELTA.maximum, units))
}

/** Packs the statuses: long runs as run-length chunks (§3.1.3), the rest as vectors of two-bit symbols (§3.1.4). */
function writeChunks(symbols: number[]): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = 0; at < symbols.length; ) {
    const run = runLength(symbols, at)
    if (run >= SYMBOLS_IN_VECTOR) {
      chunks.push(uint16((symbols[at] << 13) | run))
      at += run
      continue
    }
    let vector = 0xc000
    for (let index = 0; index < SYMBOLS_IN_VECTOR; index++) {
      vector |= (symbols[at + index] ?? LOST) << (12 - 2 * index)
    }
    chunks.push(uint16(vector))
    at += SYMBOLS_IN_VECTOR
  }
  return chunks
}

function runLength(symbols: number[], from: number): number {
  let run = 1
  while (run < LONGEST_RUN && symbols[from + run] === symbols[from]) run++
  return run
}

function uint16(value: number): Buffer {
  return Buffer.of((value >> 8) & 0xff, value & 0xff)
}

/** RTPFB header with format 15 (RFC 4585 §6.1), zero-padded to whole words with the padding's own length last. */
function writeHeader(packet: { senderSsrc: number; mediaSsrc: number; bodyBytes: number }): Buffer {
  const paddingBytes = -packet.bodyBytes & 3
  const buffer = Buffer.alloc(HEADER_BYTES + packet.bodyBytes + paddingBytes)
  buffer[0] = 0x80 | (paddingBytes > 0 ? 0x20 : 0) | 15
  buffer[1] = 205
  buffer.writeUInt16BE(buffer.length / 4 - 1, 2)
  buffer.writeUInt32BE(packet.senderSsrc >>> 0, 4)
  buffer.writeUInt32BE(packet.mediaSsrc >>> 0, 8)
  if (paddingBytes > 0) buffer[buffer.length - 1] = paddingBytes
  return buffer
}
