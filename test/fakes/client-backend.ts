import { readFileSync } from 'node:fs'
import https from 'node:https'

/** Milliseconds after which a client gives up, as the clients in the field do. */
const TIMEOUT_MS = 10_000

const JSON_API = 'application/vnd.api+json'

/** Who the client is and where the API stands. */
export interface ClientBackendOptions {
  apiUrl: string
  clientId: string
  clientSecret: string
  /** PEM files: the authority of the API's certificate, and the client's own pair where it has one. */
  caFile: string
  certFile?: string
  keyFile?: string
}

/** An answer as it came. */
export interface ClientAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  /** The exact bytes of the body. */
  bytes: Buffer
  /** The exact text of the body. */
  text: string
  /** The body as JSON; null when there is none, or it is something else. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers as a client without types does
  body: any
}

/** A client's backend: what an integrator writes against the API, over real mutual TLS. */
export interface ClientBackend {
  /** Creates an identification; without attributes the body is empty. */
  create(attributes?: object): Promise<ClientAnswer>
  get(identificationId: string): Promise<ClientAnswer>
  /** Sends any request. */
  send(request: {
    method: string
    path: string
    headers?: Record<string, string>
    body?: string
  }): Promise<ClientAnswer>
  /** Ends its connections. */
  close(): void
}

/** Makes a client's backend that keeps its connections. */
export function createClientBackend(options: ClientBackendOptions): ClientBackend {
  const agent = new https.Agent({
    keepAlive: true,
    ca: readFileSync(options.caFile),
    cert: options.certFile && readFileSync(options.certFile),
    key: options.keyFile && readFileSync(options.keyFile),
  })
  const auth = `${options.clientId}:${options.clientSecret}`
  const send: ClientBackend['send'] = ({ method, path, headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const request = https.request(new URL(path, options.apiUrl), { agent, auth, method, headers })
      request.setTimeout(TIMEOUT_MS, () => request.destroy(new Error('The API did not answer in time')))
      request.on('error', reject)
      request.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const bytes = Buffer.concat(chunks)
          const text = bytes.toString('utf8')
          const { statusCode: status = 0, headers: answered } = response
          const isJson = text !== '' && /json/.test(answered['content-type'] ?? '')
          resolve({ status, headers: answered, bytes, text, body: isJson ? JSON.parse(text) : null })
        })
      })
      request.end(body)
    })
  return {
    create: (attributes) => send({ ...CREATE, body: attributes && writeForm(attributes) }),
    get: (identificationId) =>
      send({ method: 'GET', path: `/identifications/${identificationId}/`, headers: { accept: JSON_API } }),
    send,
    close: () => agent.destroy(),
  }
}

const CREATE = {
  method: 'POST',
  path: '/identifications/',
  headers: { accept: JSON_API, 'content-type': JSON_API },
}

function writeForm(attributes: object): string {
  return JSON.stringify({ data: { type: 'identifications', attributes } })
}
