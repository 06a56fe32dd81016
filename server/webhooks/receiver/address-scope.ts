import { BlockList, isIP } from 'node:net'

/** What a receiver's address may be: on the Internet, this machine, or neither. */
export type AddressScope = 'public' | 'loopback' | 'refused'

/** Networks that are not the Internet (IANA IPv4 Special-Purpose Address Registry, RFC 6890 §2.2.2; RFC 5771 multicast). */
const REFUSED_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Global unicast (RFC 4291 §2.4): outside it lie ::1, mapped IPv4, NAT64, ULA, link-local, multicast. */
const GLOBAL_IPV6 = '2000::/3'
/** Parts of it that lead elsewhere: Teredo, ORCHID and benchmarks, documentation, 6to4 (RFC 6890 §2.2.3, RFC 9637). */
const REFUSED_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

// One list a family: a list with rules for IPv4 also matches IPv4-mapped IPv6 addresses, which are never taken.
const LOOPBACK = { ipv4: listOf(['127.0.0.0/8']), ipv6: listOf(['::1/128']) }
const REFUSED = { ipv4: listOf(REFUSED_IPV4), ipv6: listOf(REFUSED_IPV6) }
const GLOBAL = { ipv4: listOf(['0.0.0.0/0']), ipv6: listOf([GLOBAL_IPV6]) }

/** Where an IP address leads; anything that is not an address, or names a network interface, is refused. */
export function addressScope(address: string): AddressScope {
  if (isIP(address) === 0 || address.includes('%')) return 'refused'
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
  if (LOOPBACK[family].check(address, family)) return 'loopback'
  const isPublic = GLOBAL[family].check(address, family) && !REFUSED[family].check(address, family)
  return isPublic ? 'public' : 'refused'
}

function listOf(networks: string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address, prefix] = network.split('/')
    list.addSubnet(address, Number(prefix), isIP(address) === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}
