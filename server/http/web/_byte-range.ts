/** Bytes from `start` up to, but not including, `end`. */
export interface ByteRange {
  start: number
  end: number
}

/**
 * Reads a `Range` header of one range (RFC 9110 §14.1.2). Null where the whole is to be sent: no header,
 * another unit, several ranges, an end before its start, a range of which nothing is there (a server may pass
 * over the header, §14.2; 416 is not of the API text's statuses).
 */
export function readByteRange(header: string | undefined, sizeBytes: number): ByteRange | null {
  const match = /^bytes=(\d*)-(\d*)$/i.exec(header ?? '')
  if (!match) return null
  const [first, last] = [match[1], match[2]].map((digits) => (digits === '' ? null : Number(digits)))
  if (first === null && last === null) return null
  if (first !== null && last !== null && last < first) return null
  const range = first === null ? lastBytes(last ?? 0, sizeBytes) : bytesFrom(first, last, sizeBytes)
  return range.start < range.end ? range : null
}

function lastBytes(count: number, sizeBytes: number): ByteRange {
  return { start: Math.max(0, sizeBytes - count), end: sizeBytes }
}

function bytesFrom(first: number, last: number | null, sizeBytes: number): ByteRange {
  return { start: first, end: last === null ? sizeBytes : Math.min(sizeBytes, last + 1) }
}
