import type { ServerResponse } from 'node:http'
import type { LiveListener } from '../../capture/live-attempt.ts'

/** Time between signs of life, ms: pages take 12 s of silence for a dead connection. */
const HEARTBEAT_MS = 2000
/** Bytes that may wait for a page that does not read; then its channel ends. */
const MOST_WAITING_BYTES = 65_536

/**
 * Opens the live channel on an answer: one JSON object a line (application/x-ndjson), blank lines as signs of
 * life. `onClosed` is called once, whoever ends it.
 */
export function openLiveChannel(answer: ServerResponse, onClosed: () => void): LiveListener {
  answer.writeHead(200, {
    'content-type': 'application/x-ndjson',
    'cache-control': 'no-store',
    // Proxies that gather answers would hold hints back.
    'x-accel-buffering': 'no',
  })
  const write = (line: string): void => {
    if (answer.writableEnded || answer.destroyed) return
    if (answer.writableLength > MOST_WAITING_BYTES) answer.destroy()
    else answer.write(`${line}\n`)
  }
  write('')
  const beating = setInterval(() => write(''), HEARTBEAT_MS)
  answer.once('close', () => {
    clearInterval(beating)
    onClosed()
  })
  // A page that has left is no fault.
  answer.on('error', () => undefined)
  return { say: (message) => write(JSON.stringify(message)), end: () => answer.end() }
}
