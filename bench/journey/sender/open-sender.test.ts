import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CameraFrame, CameraStream, MediaServer } from '../../../server/platform/media/media.ts'
import { startMediaServer } from '../../../server/platform/media/webrtc/start-media-server.ts'
import type { Segments } from '../film/segment.ts'
import { FilmPlayer } from './film-player.ts'
import { openSender } from './open-sender.ts'

/** A whole key frame of VP8, 16 x 16 px, all of one grey, as a browser encodes it (base64). */
const GREY_KEY_FRAME = 'EAIAnQEqEAAQAABHCIWFiIWEiAICAAwOYAD+aAA='
const PATIENCE_MS = 20_000

describe('openSender', () => {
  let media: MediaServer
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sender-'))
    media = startMediaServer({ maxStreams: 1, log: pino({ level: 'silent' }) })
  })

  afterAll(async () => {
    await media.close()
    await rm(folder, { recursive: true, force: true })
  })

  it(
    'is taken in by the server, which decodes and records what is played',
    async () => {
      const player = new FilmPlayer(greySegments(), 'document-front')
      let stream: CameraStream | null = null
      const sender = await openSender({
        player,
        postOffer: async (offer) => {
          stream = await media.accept(offer)
          return stream.answer
        },
      })
      const opened = stream as unknown as CameraStream
      const frames: CameraFrame[] = []
      opened.onFrame(async (frame) => void frames.push(frame))
      await expect.poll(() => frames.length, { timeout: PATIENCE_MS }).toBeGreaterThan(3)
      // The server asks for a key frame with which the recording may begin.
      await opened.startRecording(join(folder, 'scene.webm'))
      await expect.poll(() => sender.stats().keyFramesAsked, { timeout: PATIENCE_MS }).toBeGreaterThan(0)
      const before = frames.length
      await expect.poll(() => frames.length, { timeout: PATIENCE_MS }).toBeGreaterThan(before + 3)
      const recording = await opened.stopRecording()
      expect(frames[0].image).toMatchObject({ width: 16, height: 16 })
      expect(recording?.frames).toBeGreaterThan(3)
      expect(opened.stats().packetsLost).toBe(0)
      await sender.close()
      await opened.close()
    },
    PATIENCE_MS,
  )
})

/** A loop of key frames alone: what it shows does not matter here. */
function greySegments(): Segments {
  const data = new Uint8Array(Buffer.from(GREY_KEY_FRAME, 'base64'))
  const frames = [0, 1, 2, 3].map((index) => ({
    timeMs: index * 50,
    kind: 'key' as const,
    temporalLayer: 0,
    data,
  }))
  return { 'document-front': { durationMs: 200, frames } }
}
