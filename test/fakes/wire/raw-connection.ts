import { connect, type TLSSocket } from 'node:tls'

/** Milliseconds an answer may take before the exchange is given up. */
const ANSWER_LIMIT_MS = 20_000
const HEAD_END = '\r\n\r\n'

/** An answer, byte by byte as it came. */
export interface RawAnswer {
  status: number
  /** Names in lower case; of a name sent twice, both values joined by a comma. */
  headers: Record<string, string>
  body: Buffer
}

/** A TLS connection over which any bytes can be sent. */
export interface RawConnection {
  /**
   * Sends bytes and gives the next whole answer; null when the server ends the connection without one.
   * `bodyless` is for requests whose answers have no body, as HEAD. Throws when nothing happens in time.
   */
  exchange(bytes: string | Buffer, options?: { bodyless: true }): Promise<RawAnswer | null>
  isOpen(): boolean
  close(): void
}

/** Opens a connection that shows no certificate. */
export function openRawConnection(url: string, ca: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), ca })
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      socket.off('error', reject)
      resolve(new OpenConnection(socket))
    })
  })
}

class OpenConnection implements RawConnection {
  private readonly socket: TLSSocket
  private received: Buffer = Buffer.alloc(0)
  private hasEnded = false
  private onChange = (): void => {}

  constructor(socket: TLSSocket) {
    this.socket = socket
    socket.on('data', (chunk: Buffer) => {
      this.received = Buffer.concat([this.received, chunk])
      this.onChange()
    })
    // How a connection ends tells nothing more than that it ended.
    socket.on('error', () => {})
    for (const event of ['end', 'close'] as const) {
      socket.on(event, () => {
        this.hasEnded = true
        this.onChange()
      })
    }
  }

  exchange(bytes: string | Buffer, options?: { bodyless: true }): Promise<RawAnswer | null> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.socket.destroy()
        reject(new Error(`Await an answer: none came in ${ANSWER_LIMIT_MS} ms`))
      }, ANSWER_LIMIT_MS)
      this.onChange = () => {
        const taken = takeAnswer(this.received, {
          isBodyless: options !== undefined,
          hasEnded: this.hasEnded,
        })
        if (!taken && !this.hasEnded) return
        clearTimeout(timer)
        this.onChange = () => {}
        this.received = taken?.rest ?? Buffer.alloc(0)
        resolve(taken?.answer ?? null)
      }
      if (!this.hasEnded) this.socket.write(bytes)
      this.onChange()
    })
  }

  isOpen(): boolean {
    return !this.hasEnded && this.socket.writable
  }

  close(): void {
    this.socket.destroy()
  }
}

/** Cuts the first whole answer off what was received; null when there is none yet. */
function takeAnswer(
  received: Buffer,
  how: { isBodyless: boolean; hasEnded: boolean },
): { answer: RawAnswer; rest: Buffer } | null {
  const end = received.indexOf(HEAD_END)
  if (end < 0) return null
  const [statusLine, ...lines] = received.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1])
  const headers = readHeaders(lines)
  const after = received.subarray(end + HEAD_END.length)
  // An interim answer says only that the request may go on (RFC 9110 §15.2).
  if (status === 100) return takeAnswer(after, how)
  const size = how.isBodyless || status === 204 ? 0 : sizeOf(after, headers, how.hasEnded)
  if (size === null || after.length < size) return null
  return { answer: { status, headers, body: after.subarray(0, size) }, rest: after.subarray(size) }
}

function readHeaders(lines: string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value
  }
  return headers
}

/** Bytes of a body, framing included; null while its end is not there. */
function sizeOf(after: Buffer, headers: Record<string, string>, hasEnded: boolean): number | null {
  if (headers['content-length'] !== undefined) return Number(headers['content-length'])
  if (headers['transfer-encoding'] === 'chunked') {
    const last = after.indexOf('0\r\n\r\n')
    return last < 0 ? null : last + 5
  }
  return hasEnded ? after.length : null
}
