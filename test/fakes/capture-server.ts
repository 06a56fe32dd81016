import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join, normalize } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AbortRequest, CapturePlan, LiveMessage } from '../../domain/capture-plan.ts'
import type { IdentificationStatus } from '../../domain/identification.ts'
import { DOCUMENT_CHOICES, type DocumentChoice, type SceneName, scenesFor } from '../../domain/scene.ts'
import { answerOffer, type MediaSink } from './_answer-offer.ts'

/** The policy the web listener sends, as far as scripts and styles go. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
}
const TOKEN = 'token-of-the-attempt'
const HEARTBEAT_MS = 1000
const MEDIA_LOOK_MS = 50

/** How a scene goes at this server: what is told after which time, once media flows. */
export type SceneScript = (scene: SceneName, attempt: number) => { afterMs: number; message: LiveMessage }[]

/** A server with the capture routes and no analysis: it says what its script says, if video really arrives. */
export interface CaptureServer {
  /** The one identification's address. */
  readonly identificationUrl: string
  /** Requests that matter, in order: `attempt passport`, `whip`, `start face`, `finish`, `abort …`. */
  readonly calls: string[]
  /** Video packets received so far. */
  readonly packets: () => number
  status: IdentificationStatus
  /** Breaks every media connection, as a network that goes away. */
  breakMedia(): Promise<void>
  close(): Promise<void>
}

/** Serves the capture app of a folder under the real policy. */
export async function startCaptureServer(appFolder: string, script: SceneScript): Promise<CaptureServer> {
  const fake = new FakeCapture(appFolder, script)
  const server = createServer((request, response) => {
    fake.answer(request, response).catch(() => response.writeHead(500).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return fake.describe(server)
}

class FakeCapture {
  private readonly calls: string[] = []
  private readonly sinks: MediaSink[] = []
  private readonly lives = new Set<ServerResponse>()
  private readonly captured = new Set<SceneName>()
  private readonly starts = new Map<SceneName, number>()
  private status: IdentificationStatus = 'uninitiated'
  private document: DocumentChoice = 'passport'
  private readonly appFolder: string
  private readonly script: SceneScript

  constructor(appFolder: string, script: SceneScript) {
    this.appFolder = appFolder
    this.script = script
  }

  describe(server: Server): CaptureServer {
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const fake = this
    return {
      identificationUrl: `http://127.0.0.1:${port}/3f0c8a52-6d6e-4f0a-9d68-0b5f2b1c7a11`,
      calls: this.calls,
      packets: () => this.sinks.reduce((sum, sink) => sum + sink.packets, 0),
      get status() {
        return fake.status
      },
      set status(status) {
        fake.status = status
      },
      breakMedia: async () => void (await Promise.all(this.sinks.map((sink) => sink.close()))),
      close: async () => {
        await Promise.all(this.sinks.map((sink) => sink.close()))
        server.closeAllConnections()
        server.close()
      },
    }
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://fake')
    const [, capture, , ...route] = pathname.split('/')
    if (capture !== 'capture') return this.answerFile(pathname, response)
    const body = await text(request)
    const needsToken = route.length > 0 && route[0] !== 'attempts' && route[0] !== 'abort'
    if (needsToken && request.headers.authorization !== `Bearer ${TOKEN}`) {
      response.writeHead(401).end()
      return
    }
    await this.answerCapture(`${request.method} ${route.join('/')}`, body, response)
  }

  private async answerFile(pathname: string, response: ServerResponse): Promise<void> {
    const isFile = pathname.startsWith('/capture-app/')
    const file = isFile ? normalize(pathname.slice('/capture-app/'.length)) : 'index.html'
    const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8'
    const bytes = await readFile(join(this.appFolder, file))
    response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY }).end(bytes)
  }

  private async answerCapture(route: string, body: string, response: ServerResponse): Promise<void> {
    switch (route) {
      case 'GET ':
        return sendJson(response, 200, this.welcome())
      case 'POST attempts':
        return sendJson(response, 201, this.begin(JSON.parse(body).document))
      case 'GET attempt':
        return sendJson(response, 200, this.plan())
      case 'POST whip':
        return this.publish(body, response)
      case 'GET live':
        return this.openLive(response)
      case 'POST finish':
        this.calls.push('finish')
        this.status = 'processing'
        return sendJson(response, 200, { redirectUrl: 'http://client.test/back?status=processing' })
      case 'POST abort':
        return this.abort(JSON.parse(body), response)
    }
    if (route.startsWith('DELETE whip/')) this.calls.push('unpublish')
    const scene = /^POST scenes\/(.+)\/start$/.exec(route)?.[1]
    if (scene) this.startScene(scene as SceneName)
    response.writeHead(204).end()
  }

  private welcome() {
    const isOver = this.status !== 'uninitiated' && this.status !== 'initiated'
    return {
      status: this.status,
      requesterName: 'Example Bank',
      documents: DOCUMENT_CHOICES,
      faceRequired: true,
      redirectUrl: isOver ? 'http://client.test/back' : null,
    }
  }

  private begin(document: DocumentChoice): CapturePlan {
    this.calls.push(`attempt ${document}`)
    this.status = 'initiated'
    this.document = document
    return this.plan()
  }

  private plan(): CapturePlan {
    const names = scenesFor(this.document, true)
    return {
      attemptToken: TOKEN,
      document: this.document,
      scenes: names.map((name) => ({
        name,
        facing: name === 'face' ? 'user' : 'environment',
        width: 1280,
        height: 720,
      })),
      nextScene: names.find((name) => !this.captured.has(name)) ?? null,
    }
  }

  private async publish(offer: string, response: ServerResponse): Promise<void> {
    this.calls.push('whip')
    const { answer, sink } = await answerOffer(offer)
    this.sinks.push(sink)
    const location = `/capture/3f0c8a52-6d6e-4f0a-9d68-0b5f2b1c7a11/whip/${this.sinks.length}`
    response.writeHead(201, { 'Content-Type': 'application/sdp', Location: location }).end(answer)
  }

  private openLive(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
    response.write('\n')
    const heart = setInterval(() => response.write('\n'), HEARTBEAT_MS)
    this.lives.add(response)
    response.on('close', () => {
      clearInterval(heart)
      this.lives.delete(response)
    })
  }

  private startScene(scene: SceneName): void {
    this.calls.push(`start ${scene}`)
    const attempt = (this.starts.get(scene) ?? 0) + 1
    this.starts.set(scene, attempt)
    void this.play(scene, attempt)
  }

  /** Plays the script once video flows: a scene that nobody films must not look as if it went well. */
  private async play(scene: SceneName, attempt: number): Promise<void> {
    const sink = this.sinks.at(-1)
    const before = sink?.packets ?? 0
    while (sink && !sink.isClosed && sink.packets === before) await sleep(MEDIA_LOOK_MS)
    for (const { afterMs, message } of this.script(scene, attempt)) {
      setTimeout(() => {
        if (!sink || sink.isClosed) return
        if (message.type === 'captured') this.captured.add(message.scene)
        for (const live of this.lives) live.write(`${JSON.stringify(message)}\n`)
      }, afterMs)
    }
  }

  private abort(request: AbortRequest, response: ServerResponse): void {
    this.calls.push(`abort ${request.returnReason} ${request.errorType ?? '-'}`)
    this.status = 'aborted'
    const redirectUrl = `http://client.test/back?status=aborted&return_reason=${request.returnReason}`
    sendJson(response, 200, { redirectUrl })
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}
