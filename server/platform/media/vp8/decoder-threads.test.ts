import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import type { Image } from '../../../../domain/image.ts'
import { VP8_COLOR_SPACE } from '../rtp/read-color-space.ts'
import { DecoderThreads } from './decoder-threads.ts'
import type { EncodedFrame } from './vp8-frames.ts'
import { RED_DELTA_FRAME, RED_KEY_FRAME } from './vp8-sample.ts'

const threads = new DecoderThreads(pino({ level: 'silent' }))
const size = { width: 64, height: 48 }

function frame(kind: EncodedFrame['kind'], data: Uint8Array): EncodedFrame {
  const bytes = new Uint8Array(data)
  return {
    data: bytes,
    kind,
    ...size,
    temporalLayer: 0,
    colorSpace: VP8_COLOR_SPACE,
    mediaTimeMs: 0,
    receivedAtMs: 0,
  }
}

/** Decodes frames, each wanted, and gives back what came of them. */
async function decodeAll(
  frames: EncodedFrame[],
): Promise<{ images: (Image | null)[]; keyFramesNeeded: number }> {
  const images: (Image | null)[] = []
  let keyFramesNeeded = 0
  await new Promise<void>((resolve) => {
    const decoder = threads.open({
      onPicture: (picture) => {
        images.push(picture?.image ?? null)
        if (images.length === frames.length) resolve()
      },
      onKeyFrameNeeded: () => keyFramesNeeded++,
    })
    for (const next of frames) decoder.decode(next, 'wanted')
  })
  return { images, keyFramesNeeded }
}

afterEach(() => threads.close())

describe('DecoderThreads', () => {
  it('decode VP8 to the colours that were encoded', async () => {
    const { images } = await decodeAll([frame('key', RED_KEY_FRAME), frame('delta', RED_DELTA_FRAME)])
    for (const image of images) {
      expect(image).toMatchObject(size)
      const last = (image?.data.length ?? 0) - 3
      for (const [index, value] of [200, 50, 20].entries()) {
        expect(Math.abs((image?.data[last + index] ?? 0) - value)).toBeLessThan(4)
      }
    }
  })

  it('ask for a key frame instead of decoding a change of nothing', async () => {
    const { images, keyFramesNeeded } = await decodeAll([frame('delta', RED_DELTA_FRAME)])
    expect(images).toEqual([null])
    expect(keyFramesNeeded).toBe(1)
  })

  it('answer garbage with no picture and decode on from the next key frame', async () => {
    const garbage = Buffer.concat([RED_KEY_FRAME.subarray(0, 10), Buffer.alloc(300, 0xff)])
    const first = await decodeAll([frame('key', garbage)])
    expect(first.images).toHaveLength(1)
    const { images } = await decodeAll([frame('key', RED_KEY_FRAME)])
    expect(images[0]).toMatchObject(size)
  })

  it('skip frames when they come faster than they are decoded', async () => {
    const frames = Array.from({ length: 60 }, (_, index) =>
      index === 0 ? frame('key', RED_KEY_FRAME) : frame('delta', RED_DELTA_FRAME),
    )
    const { images } = await decodeAll(frames)
    expect(images.filter((image) => image === null).length).toBeGreaterThan(0)
    expect(images[0] ?? images.find((image) => image !== null)).toMatchObject(size)
  })
})
