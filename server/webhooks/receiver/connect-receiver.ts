import http from 'node:http'
import { isIP, type Socket } from 'node:net'
import { buildConnector } from 'undici'
import { type ReceiverRules, receiverLookup, resolveReceiver } from './resolve-receiver.ts'

/** Port of a proxy whose URL names none. */
const PROXY_PORT = 80
/** Headers of a proxy's answer, bytes. */
const MAX_HEADER_BYTES = 16 * 1_024

/**
 * How sockets to a receiver are opened: from the operator's source address or through the operator's proxy, and
 * in both cases to an address that was checked. A connection that is not made in time is cut by `signal`.
 */
export function connectReceiver(rules: ReceiverRules, signal: AbortSignal): buildConnector.connector {
  const connect = buildConnector({ lookup: receiverLookup(rules), allowH2: false, maxCachedSessions: 0 })
  return (asked, callback) => {
    const options = { ...asked, localAddress: rules.sourceAddress ?? null }
    const fail = (error: Error) => callback(error, null)
    const host = options.hostname.replace(/^\[(.*)\]$/, '$1')
    if (rules.proxyUrl) {
      openTunnel({ host, port: options.port, proxy: new URL(rules.proxyUrl) }, rules, signal).then(
        (socket) => {
          if (options.protocol === 'https:') connect({ ...options, httpSocket: socket }, callback)
          else callback(null, socket)
        },
        fail,
      )
      // A socket never looks up a host that is an address already.
    } else if (isIP(host) !== 0) resolveReceiver(host, rules).then(() => connect(options, callback), fail)
    else connect(options, callback)
  }
}

/** A tunnel through the proxy (RFC 9110 §9.3.6), to the address checked here: the proxy asks for no name. */
async function openTunnel(
  { host, port, proxy }: { host: string; port: string; proxy: URL },
  rules: ReceiverRules,
  signal: AbortSignal,
): Promise<Socket> {
  const [address] = await resolveReceiver(host, rules)
  const target = isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`
  return new Promise((done, fail) => {
    const request = http.request({
      method: 'CONNECT',
      host: proxy.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: proxy.port || PROXY_PORT,
      path: target,
      headers: { host: target, ...proxyCredentials(proxy) },
      agent: false,
      maxHeaderSize: MAX_HEADER_BYTES,
      signal,
      ...(rules.sourceAddress ? { localAddress: rules.sourceAddress } : {}),
    })
    request.once('connect', ({ statusCode }, socket, head) => {
      if (statusCode === 200 && head.length === 0) return done(socket)
      socket.destroy()
      fail(new Error(`proxy status ${statusCode}`))
    })
    request.once('response', ({ statusCode }) => {
      request.destroy()
      fail(new Error(`proxy status ${statusCode}`))
    })
    request.once('error', (error: NodeJS.ErrnoException) =>
      fail(new Error(`proxy connection failed: ${error.code ?? 'unknown'}`)),
    )
    request.end()
  })
}

function proxyCredentials({ username, password }: URL): Record<string, string> {
  if (username === '') return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}
