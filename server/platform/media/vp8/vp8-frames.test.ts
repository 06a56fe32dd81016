import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PacketOrder } from '../rtp/packet-order.ts'
import { type EncodedFrame, Vp8Frames, type Vp8Packet } from './vp8-frames.ts'

/** First packet of a frame (RFC 7741 §4.2: S set, partition 0), and a further one. */
const START = 0x10
const FURTHER = 0x00

function keyFrameBytes(width: number, height: number, length = 20): Buffer {
  const bytes = Buffer.alloc(length, 0xaa)
  bytes[0] = 0x10
  bytes.set([0x9d, 0x01, 0x2a], 3)
  bytes.writeUInt16LE(width, 6)
  bytes.writeUInt16LE(height, 8)
  return bytes
}

const DELTA = Buffer.from([0x01, 0x02, 0x03])

function packet(descriptor: number[], data: Uint8Array, more: Partial<Vp8Packet> = {}): Vp8Packet {
  const payload = Buffer.concat([Buffer.from(descriptor), data])
  return { timestamp: 0, marker: true, payload, receivedAtMs: 0, colorSpace: null, ...more }
}

function collect(): { frames: Vp8Frames; out: EncodedFrame[]; asks: () => number } {
  const out: EncodedFrame[] = []
  let asks = 0
  const frames = new Vp8Frames({ onFrame: (frame) => out.push(frame), onKeyFrameNeeded: () => asks++ })
  return { frames, out, asks: () => asks }
}

describe('Vp8Frames', () => {
  it('joins the packets of a frame and reads its size', () => {
    const { frames, out } = collect()
    const data = keyFrameBytes(1280, 720, 30)
    frames.take(packet([START], data.subarray(0, 20), { marker: false }))
    frames.take(packet([FURTHER], data.subarray(20), { receivedAtMs: 5 }))
    expect(out).toHaveLength(1)
    expect(out[0]).toMatchObject({ kind: 'key', width: 1280, height: 720, mediaTimeMs: 0, receivedAtMs: 5 })
    expect(Buffer.from(out[0].data).equals(data)).toBe(true)
  })

  it('reads the temporal layer behind picture id and TL0PICIDX', () => {
    const { frames, out } = collect()
    frames.take(packet([START], keyFrameBytes(64, 48)))
    const longId = [START | 0x80, 0xe0, 0x81, 0x23, 0x07, 0x80]
    frames.take(packet(longId, DELTA, { timestamp: 3000 }))
    const shortId = [START | 0x80, 0xa0, 0x01, 0x40]
    frames.take(packet(shortId, DELTA, { timestamp: 6000 }))
    expect(out.map(({ temporalLayer }) => temporalLayer)).toEqual([0, 2, 1])
    expect(Buffer.from(out[1].data).equals(DELTA)).toBe(true)
  })

  it('shows nothing before the first key frame and asks for one', () => {
    const { frames, out, asks } = collect()
    frames.take(packet([START], DELTA))
    expect(out).toEqual([])
    expect(asks()).toBe(1)
    expect(frames.counts.droppedFrames).toBe(1)
  })

  it('shows nothing after a loss until a key frame comes', () => {
    const { frames, out, asks } = collect()
    frames.take(packet([START], keyFrameBytes(64, 48)))
    frames.lost()
    frames.take(packet([START], DELTA, { timestamp: 3000 }))
    expect(out).toHaveLength(1)
    expect(asks()).toBe(2)
    frames.take(packet([START], keyFrameBytes(64, 48), { timestamp: 6000 }))
    frames.take(packet([START], DELTA, { timestamp: 9000 }))
    expect(out.map(({ kind }) => kind)).toEqual(['key', 'key', 'delta'])
  })

  it('drops a frame whose end never came', () => {
    const { frames, out, asks } = collect()
    frames.take(packet([START], keyFrameBytes(64, 48)))
    frames.take(packet([START], DELTA, { timestamp: 3000, marker: false }))
    frames.take(packet([START], DELTA, { timestamp: 6000 }))
    expect(out).toHaveLength(1)
    expect(asks()).toBeGreaterThan(0)
  })

  it('takes padding for nothing', () => {
    const { frames, out, asks } = collect()
    frames.take(packet([START], keyFrameBytes(64, 48)))
    frames.take(packet([], Buffer.alloc(0), { timestamp: 3000, marker: false }))
    frames.take(packet([START], DELTA, { timestamp: 3000 }))
    expect(out).toHaveLength(2)
    expect(asks()).toBe(0)
  })

  it.each([
    [16_383, 16_383],
    [16, 16_383],
    [2560, 600],
  ])('refuses a picture of %d x %d', (width, height) => {
    const { frames, out, asks } = collect()
    frames.take(packet([START], keyFrameBytes(width, height)))
    frames.take(packet([START], DELTA, { timestamp: 3000 }))
    expect(out).toEqual([])
    expect(asks()).toBe(2)
  })

  it('keeps the colour space told with a key frame until the next key frame', () => {
    const { frames, out } = collect()
    const colorSpace = { matrix: 'bt709', range: 'full' } as const
    frames.take(packet([START], keyFrameBytes(64, 48), { colorSpace }))
    frames.take(packet([START], DELTA, { timestamp: 3000 }))
    frames.take(packet([START], keyFrameBytes(64, 48), { timestamp: 6000 }))
    expect(out.map((frame) => frame.colorSpace.matrix)).toEqual(['bt709', 'bt709', 'bt601'])
  })

  it('bounds a frame that does not end', () => {
    const { frames, asks } = collect()
    const part = Buffer.alloc(1200, 1)
    frames.take(packet([START], keyFrameBytes(64, 48), { marker: false }))
    for (let count = 0; count < 2000; count++) frames.take(packet([FURTHER], part, { marker: false }))
    expect(asks()).toBeGreaterThan(0)
    expect(frames.counts.droppedFrames).toBe(1)
  })

  it('gives whole frames alone when packets are lost and reordered', () => {
    const frameBytes = 60
    const scenario = fc.array(fc.constantFrom('arrives', 'late', 'lost'), { minLength: 3, maxLength: 90 })
    fc.assert(
      fc.property(scenario, (fates) => {
        const { frames, out } = collect()
        const order = new PacketOrder<Vp8Packet & { sequenceNumber: number }>({
          onPacket: (next) => frames.take(next),
          onLoss: () => frames.lost(),
        })
        let nowMs = 0
        const sent = fates.map((fate, sequenceNumber) => {
          const frame = Math.floor(sequenceNumber / 3)
          const part = sequenceNumber % 3
          const bytes = frame % 5 === 0 ? keyFrameBytes(64, 48, frameBytes) : Buffer.alloc(frameBytes, 0x0b)
          bytes[frameBytes - 1] = frame
          const data = bytes.subarray(part * 20, part * 20 + 20)
          const descriptor = [part === 0 ? START : FURTHER]
          const rtp = packet(descriptor, data, { timestamp: frame * 3000, marker: part === 2 })
          return { ...rtp, fate, sequenceNumber, place: sequenceNumber + (fate === 'late' ? 4.5 : 0) }
        })
        for (const next of [...sent].sort((a, b) => a.place - b.place)) {
          if (next.fate !== 'lost') order.push(next, nowMs)
          nowMs += 60
          order.takeAsks(nowMs)
        }
        for (const frame of out) {
          expect(frame.data).toHaveLength(frameBytes)
          expect(frame.data[frameBytes - 1] % 5 === 0).toBe(frame.kind === 'key')
        }
      }),
    )
  })

  it('never throws on hostile payloads', () => {
    const hostile = fc.record({
      timestamp: fc.nat(0xffffffff),
      marker: fc.boolean(),
      payload: fc.uint8Array({ maxLength: 40 }),
      receivedAtMs: fc.nat(100_000),
      colorSpace: fc.constant(null),
    })
    fc.assert(
      fc.property(fc.array(hostile), (packets) => {
        const { frames, out } = collect()
        for (const next of packets) frames.take(next)
        for (const frame of out) expect(frame.width * frame.height).toBeLessThanOrEqual(2560 * 1440)
      }),
      { numRuns: 1000 },
    )
  })
})
