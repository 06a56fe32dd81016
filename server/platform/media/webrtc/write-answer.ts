/** Bitrate hints to Chromium, kb/s: it starts sharp at 2.5 Mb/s instead of 0.3, and needs no more than 4. */
const BITRATE_HINT = 'x-google-start-bitrate=2500;x-google-min-bitrate=300;x-google-max-bitrate=4000'
/** Type preference of a host candidate and the one component there is (RFC 8445 §5.1.2.1). */
const HOST_PRIORITY = 126 * 2 ** 24 + 255
/** Local preference of the first address, 16 bits (RFC 8445 §5.1.2.1); each next is one less. */
const FIRST_PREFERENCE = 65_535

/** Where publishers reach us. */
export interface Reachability {
  /** IPv4 addresses, the best first. */
  addresses: string[]
  /** The session's UDP port. */
  port: number
}

/**
 * Finishes the stack's answer: ICE lite where the standard wants it (RFC 8839 §5.3), our own candidates, the
 * bitrate hint.
 */
export function writeAnswer(sdp: string, { addresses, port }: Reachability): string {
  const lines = sdp
    .split(/\r\n|\n/)
    .filter((line) => line !== '' && !/^a=(candidate:|end-of-candidates|ice-lite|ice-options:)/.test(line))
  const firstSection = lines.findIndex((line) => line.startsWith('m='))
  const session = [...lines.slice(0, firstSection), 'a=ice-lite']
  const media = lines.slice(firstSection).flatMap((line) => [line, ...bitrateHintAfter(line)])
  const candidates = addresses.map((address, index) => writeCandidate({ address, index, port }))
  return `${[...session, ...media, ...candidates, 'a=end-of-candidates'].join('\r\n')}\r\n`
}

function bitrateHintAfter(line: string): string[] {
  const type = /^a=rtpmap:(\d+) VP8\/90000$/i.exec(line)?.[1]
  return type ? [`a=fmtp:${type} ${BITRATE_HINT}`] : []
}

function writeCandidate({ address, index, port }: { address: string; index: number; port: number }): string {
  const priority = HOST_PRIORITY + (FIRST_PREFERENCE - index) * 256
  return `a=candidate:${index + 1} 1 udp ${priority} ${address} ${port} typ host`
}
