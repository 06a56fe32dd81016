import { Resolver } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { addressScope } from './address-scope.ts'

/** How long one question to a name server may take; the whole delivery has ten seconds. */
const RESOLVE_TIMEOUT_MS = 2_000
const RESOLVE_TRIES = 2
/** Addresses tried of a name that has many. */
const MAX_ADDRESSES = 8
/** Names of this machine (RFC 6761 §6.3), asked of nobody. */
const LOCAL_NAME = /^(.+\.)?localhost\.?$/i

/** Where webhooks may go, and who is asked for names. */
export interface ReceiverRules {
  /** `allowed` opens this machine's loopback, for development. */
  localReceivers: 'allowed' | 'refused'
  /** Name servers, as `address` or `address:port`; left out, those of the machine. */
  nameServers?: string[]
  /** Address of this machine that deliveries are sent from. */
  sourceAddress?: string
  /** HTTP proxy that deliveries are tunnelled through. */
  proxyUrl?: string
}

/**
 * The addresses of a receiver's host, each of which may be connected to. Throws an Error when it has none, or
 * when any of them is not on the Internet: a name that mixes both is not trusted for the rest.
 */
export async function resolveReceiver(host: string, rules: ReceiverRules): Promise<string[]> {
  const addresses = isIP(host) === 0 ? await resolveName(host, rules) : [host]
  const refused = addresses.filter((address) => !isAllowed(address, rules))
  if (refused.length > 0) throw new Error('address refused')
  if (addresses.length === 0) throw new Error('name not found')
  const family = isIP(rules.sourceAddress ?? '')
  const reachable = addresses.filter((address) => family === 0 || rules.proxyUrl || isIP(address) === family)
  if (reachable.length === 0) throw new Error(`no IPv${family} address`)
  return reachable.slice(0, MAX_ADDRESSES)
}

/**
 * The same as a socket's lookup function: the addresses that are checked here are the ones connected to, so
 * that a name which answers differently the next time gains nothing.
 */
export function receiverLookup(rules: ReceiverRules): LookupFunction {
  return (host, options, answer) => {
    resolveReceiver(host, rules).then(
      (addresses) => {
        const all = addresses.map((address) => ({ address, family: isIP(address) }))
        if (options.all) answer(null, all)
        else answer(null, all[0].address, all[0].family)
      },
      (error) => answer(error, '', 0),
    )
  }
}

function isAllowed(address: string, { localReceivers }: ReceiverRules): boolean {
  const scope = addressScope(address)
  return scope === 'public' || (scope === 'loopback' && localReceivers === 'allowed')
}

// Not dns.lookup(): it blocks a thread of the pool that files and pictures need, for as long as a hostile
// name server likes.
async function resolveName(name: string, { nameServers }: ReceiverRules): Promise<string[]> {
  if (LOCAL_NAME.test(name)) return ['127.0.0.1', '::1']
  const resolver = new Resolver({ timeout: RESOLVE_TIMEOUT_MS, tries: RESOLVE_TRIES })
  if (nameServers) resolver.setServers(nameServers)
  const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}
