import { networkInterfaces } from 'node:os'

/** Most addresses offered: machines with many container bridges have dozens, and each costs a check. */
const MOST_ADDRESSES = 8
const LOOPBACK = '127.0.0.1'

/** The machine's IPv4 addresses, loopback last; link-local ones left out (RFC 3927 §2.6.2). */
export function hostAddresses(): string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((interfaces) => interfaces ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)
  return [...new Set(addresses)].slice(0, MOST_ADDRESSES - 1).concat(LOOPBACK)
}
