/** Ports below the first free one that web servers listen on (RFC 9110 §4.2). */
const WEB_PORTS = [80, 443]
const FIRST_FREE_PORT = 1_024
/** Ports beyond it that no browser sends a request to (Fetch Standard §2.9, "port blocking"). */
const BLOCKED_PORTS = [
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
]

/**
 * The address of a receiver, with the host as a lookup takes it. Throws an Error for what is not http(s),
 * leads to a port of another kind of service, or carries a user or a password: those would be sent to whoever
 * answers.
 */
export function parseReceiverUrl(text: string): { url: URL; host: string } {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Error('url refused')
  }
  // The scheme's own port is written as none.
  if (url.port !== '' && !isOpenPort(Number(url.port))) throw new Error('port refused')
  return { url, host: url.hostname.replace(/^\[(.*)\]$/, '$1') }
}

function isOpenPort(port: number): boolean {
  return WEB_PORTS.includes(port) || (port >= FIRST_FREE_PORT && !BLOCKED_PORTS.includes(port))
}
