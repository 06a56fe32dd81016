import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import { pino } from 'pino'
import { type BrowserServer, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findChromium } from '../../../../test/fakes/find-chromium.ts'
import type { CameraFrame, CameraStream, FinishedRecording, MediaServer } from '../media.ts'
import { startMediaServer } from './start-media-server.ts'

const CHROMIUM = findChromium()
const CHROMIUM_FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
/** Longest a busy machine may take to start a browser or to send a second of video, ms. */
const PATIENCE_MS = 60_000

describe.skipIf(!CHROMIUM)('startMediaServer', () => {
  let media: MediaServer
  let whip: Server
  let url = ''
  let folder = ''
  let browser: BrowserServer
  let page: Page
  let streams: CameraStream[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'media-'))
    whip = createServer(async (request, response) => {
      if (request.method === 'GET')
        return response.setHeader('content-type', 'text/html').end('<html></html>')
      try {
        const stream = await media.accept(await text(request))
        streams.push(stream)
        response.writeHead(201).end(stream.answer)
      } catch (error) {
        response.writeHead(400).end(String((error as { code?: string }).code))
      }
    })
    await new Promise<void>((resolve) => whip.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(whip.address() as AddressInfo).port}/`
  })

  afterAll(async () => {
    whip.close()
    await rm(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    streams = []
    media = startMediaServer({ maxStreams: 1, log: pino({ level: 'silent' }) })
    browser = await chromium.launchServer({ executablePath: CHROMIUM ?? '', args: CHROMIUM_FLAGS })
    const connected = await chromium.connect(browser.wsEndpoint())
    page = await connected.newPage()
    await page.goto(url)
  }, PATIENCE_MS)

  afterEach(async () => {
    await media.close()
    await browser.kill()
  })

  it(
    'takes a browser in, shows its frames whole and in their colours, and records what plays',
    async () => {
      expect(await page.evaluate(publish, { width: 1280, height: 720 })).toBe(201)
      const [stream] = streams
      const frames: CameraFrame[] = []
      const shown = new Promise<void>((resolve) => {
        stream.onFrame(async (frame) => {
          frames.push(frame)
          if (frames.length === 10) resolve()
        })
      })
      await stream.startRecording(join(folder, 'scene.webm'))
      await shown
      const finished = await stream.stopRecording()
      for (const { image } of frames) expect(image).toMatchObject({ width: 1280, height: 720 })
      const { image } = frames[9]
      const corner = [...image.data.subarray(0, 3)]
      for (const [index, value] of [200, 50, 20].entries()) {
        expect(Math.abs(corner[index] - value)).toBeLessThan(16)
      }
      const times = frames.map(({ mediaTimeMs }) => mediaTimeMs)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(finished?.durationMs).toBeGreaterThan(600)
      await expectPlayable(finished)
      expect(stream.stats().packetsLost).toBe(0)
    },
    PATIENCE_MS,
  )

  it(
    'cuts two recordings out of one stream and skips frames while a handler works',
    async () => {
      await page.evaluate(publish, { width: 640, height: 360 })
      const [stream] = streams
      let running = 0
      let mostAtOnce = 0
      let handled = 0
      stream.onFrame(async () => {
        mostAtOnce = Math.max(mostAtOnce, ++running)
        await page.waitForTimeout(400)
        running--
        handled++
      })
      for (const name of ['one.webm', 'two.webm']) {
        await stream.startRecording(join(folder, name))
        const handledBefore = handled
        await expect.poll(() => handled, { timeout: PATIENCE_MS }).toBeGreaterThan(handledBefore + 1)
        const finished = await stream.stopRecording()
        await expectPlayable(finished)
      }
      expect(mostAtOnce).toBe(1)
      expect(stream.stats().picturesSkipped).toBeGreaterThan(0)
    },
    PATIENCE_MS,
  )

  it(
    'notices within 5 s that a browser was killed, and takes the next one in',
    async () => {
      await page.evaluate(publish, { width: 640, height: 360 })
      const [stream] = streams
      await new Promise<void>((resolve) => stream.onFrame(async () => resolve()))
      expect(await page.evaluate(publish, { width: 640, height: 360 })).toBe(400)
      const gone = new Promise<number>((resolve) => stream.onGone(() => resolve(performance.now())))
      const killedAtMs = performance.now()
      await browser.kill()
      expect((await gone) - killedAtMs).toBeLessThan(5000)
      browser = await chromium.launchServer({ executablePath: CHROMIUM ?? '', args: CHROMIUM_FLAGS })
      page = await (await chromium.connect(browser.wsEndpoint())).newPage()
      await page.goto(url)
      expect(await page.evaluate(publish, { width: 640, height: 360 })).toBe(201)
    },
    PATIENCE_MS,
  )
})

async function expectPlayable(recording: FinishedRecording | null): Promise<void> {
  if (!recording) throw new Error('There is no recording')
  const bytes = await buffer(recording.read())
  await recording.discard()
  using input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw new Error('The recording has no video')
  const kinds: string[] = []
  for await (const packet of new EncodedPacketSink(track).packets()) kinds.push(packet.type)
  expect(kinds).toHaveLength(recording.frames)
  expect(kinds[0]).toBe('key')
}

/** Runs in the page: publishes a canvas by WHIP as the capture app does; gives the answer's status. */
async function publish({ width, height }: { width: number; height: number }): Promise<number> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('The page has no canvas')
  let count = 0
  const draw = () => {
    context.fillStyle = 'rgb(200 50 20)'
    context.fillRect(0, 0, width, height)
    context.fillStyle = 'white'
    context.fillRect(100 + ((count * 7) % 400), 100, 60, 60)
    count++
  }
  draw()
  setInterval(draw, 33)
  const stream = canvas.captureStream(30)
  const [track] = stream.getVideoTracks()
  track.contentHint = 'detail'
  const connection = new RTCPeerConnection()
  const encoding: RTCRtpEncodingParameters & { scalabilityMode: string } = { scalabilityMode: 'L1T3' }
  const transceiver = connection.addTransceiver(track, {
    direction: 'sendonly',
    streams: [stream],
    sendEncodings: [encoding],
  })
  const codecs = RTCRtpSender.getCapabilities('video')?.codecs ?? []
  const wanted = codecs.filter(({ mimeType }) => mimeType === 'video/VP8' || mimeType === 'video/rtx')
  transceiver.setCodecPreferences(wanted)
  await connection.setLocalDescription(await connection.createOffer())
  const response = await fetch('/', { method: 'POST', body: connection.localDescription?.sdp })
  if (response.status === 201) {
    await connection.setRemoteDescription({ type: 'answer', sdp: await response.text() })
  }
  return response.status
}
