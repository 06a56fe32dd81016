import type {
  AbortRequest,
  AttemptRequest,
  CaptureEnd,
  CapturePlan,
  CaptureWelcome,
} from '../../domain/capture-plan.ts'
import type { SceneName } from '../../domain/scene.ts'
import { ApiFailure, type ApiFailureKind } from './api-failure.ts'

/** A phone on a weak network answers within this or is counted as unreachable. */
const REQUEST_TIMEOUT_MS = 15_000
/** Finishing waits for the analysis of the last scene. */
const FINISH_TIMEOUT_MS = 60_000
/** A longer wish of the server is cut to this, so that the applicant is not left waiting. */
const LONGEST_RETRY_AFTER_MS = 30_000

/** What an offer brings back (RFC 9725 §4.2): the answer and the address that ends the session. */
export interface PublishAnswer {
  answerSdp: string
  location: string
}

/** The web listener's capture routes. Every function throws ApiFailure. */
export interface CaptureApi {
  welcome(): Promise<CaptureWelcome>
  begin(request: AttemptRequest): Promise<CapturePlan>
  resume(token: string): Promise<CapturePlan>
  publish(token: string, offerSdp: string): Promise<PublishAnswer>
  unpublish(token: string, location: string): Promise<void>
  startScene(token: string, scene: SceneName): Promise<void>
  /** Opens the live channel: one LiveMessage a line, blank lines as heartbeat. */
  live(token: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>
  finish(token: string): Promise<CaptureEnd>
  /** `token` is null when the applicant leaves before an attempt exists. */
  abort(token: string | null, request: AbortRequest): Promise<CaptureEnd>
}

/** Speaks to the server that served the page, about one identification. */
export function createCaptureApi(identificationId: string): CaptureApi {
  const base = `/capture/${identificationId}`
  return {
    welcome: () => ask({ url: base }).then(readJson<CaptureWelcome>),
    begin: (request) =>
      ask({ url: `${base}/attempts`, method: 'POST', json: request }).then(readJson<CapturePlan>),
    resume: (token) => ask({ url: `${base}/attempt`, token }).then(readJson<CapturePlan>),
    publish: (token, sdp) => ask({ url: `${base}/whip`, method: 'POST', token, sdp }).then(readPublishAnswer),
    unpublish: (token, location) => ask({ url: location, method: 'DELETE', token }).then(ignore),
    startScene: (token, scene) =>
      ask({ url: `${base}/scenes/${scene}/start`, method: 'POST', token }).then(ignore),
    live: (token, signal) => ask({ url: `${base}/live`, token, signal }).then(readBody),
    finish: (token) =>
      ask({ url: `${base}/finish`, method: 'POST', token, timeoutMs: FINISH_TIMEOUT_MS }).then(
        readJson<CaptureEnd>,
      ),
    abort: (token, request) =>
      ask({ url: `${base}/abort`, method: 'POST', token, json: request }).then(readJson<CaptureEnd>),
  }
}

interface Ask {
  url: string
  method?: 'GET' | 'POST' | 'DELETE'
  token?: string | null
  json?: unknown
  sdp?: string
  timeoutMs?: number
  /** Ends an answer that stays open; such a request has no time limit of its own once answered. */
  signal?: AbortSignal
}

async function ask(request: Ask): Promise<Response> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), request.timeoutMs ?? REQUEST_TIMEOUT_MS)
  const end = () => deadline.abort()
  request.signal?.addEventListener('abort', end, { once: true })
  try {
    const response = await fetch(request.url, { ...describe(request), signal: deadline.signal })
    if (!response.ok) throw failureOf(response)
    // The body of a plain answer falls under the same limit; the live channel outlives it.
    return request.signal ? response : await complete(response)
  } catch (fault) {
    if (fault instanceof ApiFailure) throw fault
    throw new ApiFailure('unreachable', `No answer from ${request.url}`)
  } finally {
    clearTimeout(timer)
  }
}

function describe(request: Ask): RequestInit {
  const headers: Record<string, string> = { Accept: request.sdp ? 'application/sdp' : 'application/json' }
  if (request.token) headers.Authorization = `Bearer ${request.token}`
  if (request.sdp) headers['Content-Type'] = 'application/sdp'
  else if (request.json !== undefined) headers['Content-Type'] = 'application/json'
  const body = request.sdp ?? (request.json === undefined ? undefined : JSON.stringify(request.json))
  return { method: request.method ?? 'GET', headers, body, cache: 'no-store', credentials: 'same-origin' }
}

/** Reads the whole body now, so that a network that dies half-way is noticed inside the time limit. */
async function complete(response: Response): Promise<Response> {
  const body = await response.arrayBuffer()
  const { status, headers } = response
  return new Response(body.byteLength > 0 ? body : null, { status, headers })
}

const FAILURES: Readonly<Record<number, ApiFailureKind>> = {
  401: 'not-recognized',
  403: 'not-recognized',
  404: 'link-closed',
  409: 'superseded',
  410: 'link-closed',
  429: 'busy',
  502: 'unreachable',
  503: 'busy',
  504: 'unreachable',
}

function failureOf(response: Response): ApiFailure {
  const kind = FAILURES[response.status] ?? 'refused'
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const retryAfterMs = seconds >= 0 ? Math.min(seconds * 1000, LONGEST_RETRY_AFTER_MS) : null
  return new ApiFailure(kind, `The server answered ${response.status}`, retryAfterMs)
}

async function readJson<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T
  } catch {
    throw new ApiFailure('refused', 'The answer is not JSON')
  }
}

async function readPublishAnswer(response: Response): Promise<PublishAnswer> {
  const location = response.headers.get('Location')
  if (!location) throw new ApiFailure('refused', 'The answer to the offer has no Location')
  return { answerSdp: await response.text(), location }
}

function readBody(response: Response): ReadableStream<Uint8Array> {
  if (!response.body) throw new ApiFailure('refused', 'The live channel has no body')
  return response.body
}

function ignore(): void {}
