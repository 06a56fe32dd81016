import { isIPv6 } from 'node:net'

/** Groups of 16 bits of an IPv6 address, and those of its network: sites get a /64 at least (RFC 6177 §1). */
const GROUPS = 8
const NETWORK_GROUPS = 4

/**
 * What counts as one address when requests are counted: an IPv4 address, also where IPv6 wraps it (RFC 4291
 * §2.5.5.2), and the /64 network of an IPv6 address, whose owner can use every address of it.
 */
export function groupAddress(address: string): string {
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return plain
  const wrapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)
  if (wrapped) return wrapped[1]
  const [before, after = null] = plain.split('::')
  const head = splitGroups(before)
  const tail = after === null ? [] : splitGroups(after)
  const zeros = Array.from({ length: Math.max(0, GROUPS - head.length - tail.length) }, () => '0')
  const network = [...head, ...zeros, ...tail].slice(0, NETWORK_GROUPS)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

function splitGroups(text: string): string[] {
  return text === '' ? [] : text.split(':')
}
