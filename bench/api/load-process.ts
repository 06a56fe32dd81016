import { once } from 'node:events'
import { type ClientBackend, createClientBackend } from '../../test/fakes/client-backend.ts'

/** What a load is told: who it is, what it sends and for how long. */
export interface LoadRequest {
  apiUrl: string
  clientId: string
  clientSecret: string
  caFile: string
  certFile: string
  keyFile: string
  connections: number
  seconds: number
  request: { method: string; path: string; headers: Record<string, string>; body?: string }
  expectedStatus: number
}

/** What a load did. */
export interface LoadOutcome {
  done: number
  failed: number
  timesMs: number[]
}

/** Requests of each connection before anything is measured: handshakes and cold code are not the question. */
const WARM_UP_REQUESTS = 40

/**
 * A process for the bench: opens its connections and warms them up, says so, waits for the word, sends one
 * request after the other on each, then tells what came of it.
 */
process.once('message', async (load: LoadRequest) => {
  const outcome: LoadOutcome = { done: 0, failed: 0, timesMs: [] }
  const backends = Array.from({ length: load.connections }, () => createClientBackend(load))
  const warmUp = async (backend: ClientBackend) => {
    for (let sent = 0; sent < WARM_UP_REQUESTS; sent += 1) await backend.send(load.request)
  }
  await Promise.all(backends.map(warmUp))
  process.send?.('warm')
  await once(process, 'message')
  const endsAtMs = performance.now() + load.seconds * 1_000
  const client = async (backend: ClientBackend) => {
    while (performance.now() < endsAtMs) {
      const startedMs = performance.now()
      const { status } = await backend.send(load.request)
      outcome.timesMs.push(performance.now() - startedMs)
      if (status === load.expectedStatus) outcome.done += 1
      else outcome.failed += 1
    }
  }
  await Promise.all(backends.map(client))
  for (const backend of backends) backend.close()
  // A channel that closes at once cuts off what is still on its way.
  process.send?.(outcome, () => process.disconnect())
})
