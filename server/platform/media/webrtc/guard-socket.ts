import { type Message, parseMessage, type StunProtocol } from 'werift'

/** STUN binding requests are class 0 of method 1 (RFC 8489 §5). */
const BINDING_REQUEST = 0x0001
/** Most network paths a publisher may try: its interfaces times our addresses. */
const MOST_PATHS = 32
/** Message types take two bytes. */
const TYPE_BYTES = 2

/** What passes the guard. */
export interface GuardEvents {
  /** A packet of the publisher came: proof of life. */
  onAlive(): void
}

/**
 * Lets through to the stack what the publisher sends alone: connectivity checks signed with this session's ICE
 * password (RFC 8445 §7.3; the stack does not verify them itself), and media from where such a check came.
 */
export function guardSocket(protocol: StunProtocol, password: string, events: GuardEvents): void {
  const key = Buffer.from(password, 'utf8')
  const paths = new Set<string>()
  const deliver = protocol.transport.onData
  protocol.transport.onData = (data, from) => {
    const path = `${from[0]}:${from[1]}`
    if (isBindingRequest(data)) {
      if (!isSigned(data, key) || (!paths.has(path) && paths.size >= MOST_PATHS)) return
      paths.add(path)
    } else if (!paths.has(path)) {
      return
    }
    events.onAlive()
    deliver(data, from)
  }
}

function isBindingRequest(data: Buffer): boolean {
  return data.length >= TYPE_BYTES && data.readUInt16BE(0) === BINDING_REQUEST
}

function isSigned(data: Buffer, key: Buffer): boolean {
  let message: Message | undefined
  try {
    message = parseMessage(data, key)
  } catch {
    return false
  }
  return message !== undefined
}
