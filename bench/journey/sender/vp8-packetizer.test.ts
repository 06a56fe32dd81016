import { describe, expect, it } from 'vitest'
import { type EncodedFrame, Vp8Frames } from '../../../server/platform/media/vp8/vp8-frames.ts'
import { Vp8Packetizer } from './vp8-packetizer.ts'

/** A VP8 frame by its header alone (RFC 6386 §9.1): the rest is a running number. */
function frame(kind: 'key' | 'delta', sizeBytes: number): Uint8Array {
  const data = Uint8Array.from({ length: sizeBytes }, (_, index) => index % 251)
  data[0] = kind === 'key' ? 0x10 : 0x11
  if (kind === 'key') data.set([0x9d, 0x01, 0x2a, 1280 & 0xff, 1280 >> 8, 720 & 0xff, 720 >> 8], 3)
  return data
}

describe('Vp8Packetizer', () => {
  it('cuts frames so that the server joins the same ones, with their layers', () => {
    const received: EncodedFrame[] = []
    const frames = new Vp8Frames({ onFrame: (whole) => received.push(whole), onKeyFrameNeeded: () => {} })
    const packetizer = new Vp8Packetizer()
    const sent = [
      { data: frame('key', 40_000), temporalLayer: 0 },
      { data: frame('delta', 1), temporalLayer: 2 },
      { data: frame('delta', 1155), temporalLayer: 1 },
      { data: frame('delta', 1154), temporalLayer: 2 },
    ]
    for (const [index, whole] of sent.entries()) {
      const payloads = packetizer.next(whole)
      for (const [place, payload] of payloads.entries()) {
        expect(payload.length).toBeLessThanOrEqual(1160)
        const marker = place === payloads.length - 1
        const receivedAtMs = index * 33
        frames.take({ timestamp: index * 3000, marker, payload, receivedAtMs, colorSpace: null })
      }
    }
    expect(received.map(({ data, temporalLayer }) => ({ data, temporalLayer }))).toEqual(sent)
    expect(received.map(({ kind }) => kind)).toEqual(['key', 'delta', 'delta', 'delta'])
    expect(received[0]).toMatchObject({ width: 1280, height: 720 })
  })

  it('numbers pictures over the wrap of 15 bits', () => {
    const packetizer = new Vp8Packetizer()
    const ids = Array.from({ length: 0x8001 }, () => {
      const [payload] = packetizer.next({ data: frame('delta', 3), temporalLayer: 0 })
      return payload.readUInt16BE(2) & 0x7fff
    })
    expect(ids.slice(-3)).toEqual([0x7fff, 0, 1])
  })
})
