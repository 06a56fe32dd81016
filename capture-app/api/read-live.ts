import type { LiveMessage } from '../../domain/capture-plan.ts'
import { ApiFailure } from './api-failure.ts'
import type { CaptureApi } from './capture-api.ts'
import { parseLiveMessage } from './parse-live-message.ts'
import { readLines } from './read-lines.ts'

/** The server beats at least every few seconds; a longer silence means that the connection is dead. */
const LIVE_SILENCE_MS = 12_000
/** Waits between tries to open the channel again; after the last one the connection counts as lost. */
const REOPEN_WAITS_MS = [0, 300, 1000, 2000, 4000] as const

/** What the live channel tells: the server's messages, and when the channel stands (again). */
export type LiveEvent = LiveMessage | { type: 'opened'; time: 'first' | 'again' }

/** Where to read the live channel, and until when. */
export interface LiveSource {
  api: Pick<CaptureApi, 'live'>
  token: string
  /** Ends the reading without an error. */
  signal: AbortSignal
}

/**
 * Reads the live channel and opens it again when it breaks; messages sent in between are lost, which
 * `opened again` tells. Throws ApiFailure: `unreachable` when it cannot be opened any more, or what
 * the server answered.
 */
export async function* readLive(source: LiveSource): AsyncGenerator<LiveEvent> {
  let time: 'first' | 'again' = 'first'
  for (let failures = 0; !source.signal.aborted; ) {
    await pause(REOPEN_WAITS_MS[failures], source.signal)
    const stream = await open(source)
    if (!stream) {
      failures += 1
      if (failures < REOPEN_WAITS_MS.length) continue
      throw new ApiFailure('unreachable', 'The live channel cannot be opened')
    }
    yield { type: 'opened', time }
    time = 'again'
    const heard = yield* readMessages(stream, source.signal)
    // A channel that opens and breaks at once must not be tried for ever without a pause.
    failures = heard === 'something' ? 0 : failures + 1
    if (failures >= REOPEN_WAITS_MS.length)
      throw new ApiFailure('unreachable', 'The live channel stays silent')
  }
}

async function open(source: LiveSource): Promise<ReadableStream<Uint8Array> | null> {
  try {
    return await source.api.live(source.token, source.signal)
  } catch (fault) {
    if (fault instanceof ApiFailure && fault.kind !== 'unreachable' && fault.kind !== 'busy') throw fault
    return null
  }
}

async function* readMessages(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<LiveMessage, 'something' | 'nothing'> {
  let heard: 'something' | 'nothing' = 'nothing'
  try {
    for await (const line of readLines(stream, LIVE_SILENCE_MS)) {
      if (signal.aborted) break
      heard = 'something'
      const message = parseLiveMessage(line)
      if (message) yield message
    }
  } catch {
    // Broken or silent: the caller opens it again.
  }
  return heard
}

function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  if (waitMs === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, waitMs)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', end, { once: true })
  })
}
