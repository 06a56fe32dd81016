import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FinishedRecording } from '../media.ts'
import { VP8_COLOR_SPACE } from '../rtp/read-color-space.ts'
import type { EncodedFrame } from './vp8-frames.ts'
import { RED_DELTA_FRAME, RED_KEY_FRAME } from './vp8-sample.ts'
import { WebmRecording } from './webm-recording.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recording-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function frame(kind: EncodedFrame['kind'], mediaTimeMs: number): EncodedFrame {
  return {
    data: new Uint8Array(kind === 'key' ? RED_KEY_FRAME : RED_DELTA_FRAME),
    kind,
    width: 64,
    height: 48,
    temporalLayer: 0,
    colorSpace: VP8_COLOR_SPACE,
    mediaTimeMs,
    receivedAtMs: 0,
  }
}

async function readPackets(
  recording: FinishedRecording | null,
): Promise<{ timesMs: number[]; kinds: string[]; durationMs: number }> {
  if (!recording) throw new Error('There is no recording')
  const bytes = await buffer(recording.read())
  await recording.discard()
  using input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw new Error('The file has no video')
  const timesMs: number[] = []
  const kinds: string[] = []
  for await (const packet of new EncodedPacketSink(track).packets()) {
    timesMs.push(Math.round(packet.timestamp * 1000))
    kinds.push(packet.type)
  }
  return { timesMs, kinds, durationMs: Math.round(((await input.getDurationFromMetadata()) ?? 0) * 1000) }
}

describe('WebmRecording', () => {
  it('writes every frame from the first key frame on, with its time', async () => {
    const path = join(folder, 'deep', 'whole.webm')
    const recording = new WebmRecording(path)
    recording.add(frame('delta', 1000))
    expect(recording.isKeyFrameNeeded).toBe(true)
    recording.add(frame('key', 1033))
    for (let index = 1; index < 60; index++) recording.add(frame('delta', 1033 + index * 40))
    const finished = await recording.finish()
    expect(finished).toMatchObject({ contentType: 'video/webm', frames: 60, durationMs: 59 * 40 + 33 })
    const { timesMs, kinds, durationMs } = await readPackets(finished)
    expect(timesMs).toEqual(Array.from({ length: 60 }, (_, index) => index * 40))
    expect(kinds.filter((kind) => kind === 'key')).toHaveLength(1)
    expect(durationMs).toBe(59 * 40 + 33)
  })

  it('is null when no key frame came, and leaves no file', async () => {
    const recording = new WebmRecording(join(folder, 'none.webm'))
    recording.add(frame('delta', 0))
    expect(await recording.finish()).toBeNull()
  })

  it('keeps times rising when the sender repeats one', async () => {
    const path = join(folder, 'rising.webm')
    const recording = new WebmRecording(path)
    for (const timeMs of [0, 0, 0, 40]) recording.add(frame(timeMs === 0 ? 'key' : 'delta', timeMs))
    expect((await readPackets(await recording.finish())).timesMs).toEqual([0, 1, 2, 40])
  })

  it('leaves out what is beyond its size and stays playable', async () => {
    const path = join(folder, 'bounded.webm')
    const recording = new WebmRecording(path)
    const data = new Uint8Array(2 * 1024 * 1024)
    for (let index = 0; index < 40; index++) {
      recording.add({ ...frame(index === 0 ? 'key' : 'delta', index * 40), data })
    }
    const finished = await recording.finish()
    expect(finished?.frames).toBe(32)
    expect((await readPackets(finished)).timesMs).toHaveLength(32)
  })

  it('lies on the disk encrypted, and is gone once it is discarded', async () => {
    const path = join(folder, 'encrypted.webm')
    const recording = new WebmRecording(path)
    const data = new Uint8Array(50_000).fill(7)
    for (let index = 0; index < 30; index++) {
      recording.add({ ...frame(index === 0 ? 'key' : 'delta', index * 40), data })
    }
    const finished = await recording.finish()
    if (!finished) throw new Error('There is no recording')
    const plain = await buffer(finished.read())
    const onDisk = await readFile(path)
    expect(onDisk).toHaveLength(plain.length)
    expect(plain.includes(Buffer.alloc(64, 7))).toBe(true)
    expect(onDisk.includes(Buffer.alloc(64, 7))).toBe(false)
    await finished.discard()
    await expect(stat(path)).rejects.toThrow('ENOENT')
  })

  it('leaves no file when it is discarded', async () => {
    const path = join(folder, 'discarded.webm')
    const recording = new WebmRecording(path)
    recording.add(frame('key', 0))
    await recording.discard()
    await expect(stat(path)).rejects.toThrow('ENOENT')
  })

  it('tells when the disk refuses', async () => {
    const recording = new WebmRecording('/dev/null/nowhere.webm')
    recording.add(frame('key', 0))
    await expect(recording.finish()).rejects.toThrow()
  })
})
