/** Packets one entry can name after its first (RFC 4585 §6.2.1). */
const PACKETS_IN_MASK = 16
/** Bytes before the entries: RTCP header and two SSRCs (RFC 4585 §6.1). */
const HEADER_BYTES = 12

/** Who asks whom for what. */
export interface Nack {
  senderSsrc: number
  mediaSsrc: number
  /** Missing sequence numbers in the order they were sent, 16 bits each. */
  missing: number[]
}

/** A generic NACK: the RTCP packet that asks for packets again (RFC 4585 §6.2.1). */
export function writeNack({ senderSsrc, mediaSsrc, missing }: Nack): Buffer {
  const entries: { first: number; mask: number }[] = []
  for (const number of missing) {
    const entry = entries.at(-1)
    const after = entry ? (number - entry.first) & 0xffff : 0
    if (entry && after >= 1 && after <= PACKETS_IN_MASK) entry.mask |= 1 << (after - 1)
    else entries.push({ first: number, mask: 0 })
  }
  const packet = Buffer.alloc(HEADER_BYTES + 4 * entries.length)
  packet[0] = 0x81
  packet[1] = 205
  packet.writeUInt16BE(packet.length / 4 - 1, 2)
  packet.writeUInt32BE(senderSsrc >>> 0, 4)
  packet.writeUInt32BE(mediaSsrc >>> 0, 8)
  entries.forEach(({ first, mask }, index) => {
    packet.writeUInt16BE(first, HEADER_BYTES + 4 * index)
    packet.writeUInt16BE(mask, HEADER_BYTES + 4 * index + 2)
  })
  return packet
}
