import { parseLiveMessage } from '../../../capture-app/api/parse-live-message.ts'
import { readLines } from '../../../capture-app/api/read-lines.ts'
import type {
  AttemptRequest,
  CaptureEnd,
  CapturePlan,
  CaptureWelcome,
  LiveMessage,
} from '../../../domain/capture-plan.ts'
import type { SceneName } from '../../../domain/scene.ts'

/** A request of the capture app gives up after this, ms; finishing waits for the analysis and may take longer. */
const REQUEST_TIMEOUT_MS = 15_000
const FINISH_TIMEOUT_MS = 60_000
/** The server beats every few seconds; a longer silence means that the channel is dead, ms. */
const LIVE_SILENCE_MS = 12_000

/** The capture app's requests, made by Node. Every function throws an Error that names request and status. */
export interface CaptureClient {
  welcome(): Promise<CaptureWelcome>
  begin(request: AttemptRequest): Promise<CapturePlan>
  /** Posts a WHIP offer (RFC 9725 §4.2). */
  publish(token: string, offerSdp: string): Promise<{ answerSdp: string; location: string }>
  unpublish(token: string, location: string): Promise<void>
  startScene(token: string, scene: SceneName): Promise<void>
  /** Opens the live channel; resolves when it stands. */
  live(token: string, signal: AbortSignal): Promise<AsyncGenerator<LiveMessage>>
  finish(token: string): Promise<CaptureEnd>
}

/** Speaks to a web listener about one identification. */
export function createCaptureClient(identificationUrl: string): CaptureClient {
  const { origin, pathname } = new URL(identificationUrl)
  const base = `/capture/${pathname.split('/').at(-1)}`
  const ask = (request: Request) => send(origin, request)
  return {
    welcome: () => ask({ path: base }).then(readJson<CaptureWelcome>),
    begin: (json) =>
      ask({ path: `${base}/attempts`, method: 'POST', body: json }).then(readJson<CapturePlan>),
    publish: async (token, sdp) => {
      const response = await ask({ path: `${base}/whip`, method: 'POST', token, body: sdp })
      return { answerSdp: await response.text(), location: response.headers.get('location') ?? '' }
    },
    unpublish: (token, location) => ask({ path: location, method: 'DELETE', token }).then(drop),
    startScene: (token, scene) =>
      ask({ path: `${base}/scenes/${scene}/start`, method: 'POST', token }).then(drop),
    live: async (token, signal) => {
      const { body } = await ask({ path: `${base}/live`, token, signal })
      if (!body) throw new Error('The live channel has no body')
      return readMessages(body)
    },
    finish: (token) =>
      ask({ path: `${base}/finish`, method: 'POST', token, timeoutMs: FINISH_TIMEOUT_MS }).then(
        readJson<CaptureEnd>,
      ),
  }
}

interface Request {
  path: string
  method?: 'GET' | 'POST' | 'DELETE'
  token?: string
  /** An SDP as text, anything else as JSON. */
  body?: string | object
  timeoutMs?: number
  /** Ends an answer that stays open, which has no time limit then. */
  signal?: AbortSignal
}

async function send(origin: string, request: Request): Promise<Response> {
  const { path, method = 'GET', token, body, timeoutMs = REQUEST_TIMEOUT_MS } = request
  const isSdp = typeof body === 'string'
  const response = await fetch(new URL(path, origin), {
    method,
    headers: {
      accept: isSdp ? 'application/sdp' : 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': isSdp ? 'application/sdp' : 'application/json' } : {}),
    },
    body: isSdp ? body : body && JSON.stringify(body),
    signal: request.signal ?? AbortSignal.timeout(timeoutMs),
  })
  if (response.ok) return response
  throw new Error(`${method} ${path.replace(/^.*\/capture\/[^/]+/, '')} answered ${response.status}`)
}

async function* readMessages(body: ReadableStream<Uint8Array>): AsyncGenerator<LiveMessage> {
  for await (const line of readLines(body, LIVE_SILENCE_MS)) {
    const message = parseLiveMessage(line)
    if (message) yield message
  }
}

async function readJson<T>(response: Response): Promise<T> {
  return (await response.json()) as T
}

/** A body that is not read keeps its connection. */
async function drop(response: Response): Promise<void> {
  await response.arrayBuffer()
}
