import { describe, expect, test } from 'vitest'
import type { Image, Point } from '../../../domain/image.ts'
import type { Region } from './region.ts'
import { samplePlanes } from './sample-planes.ts'
import { sampleRegion } from './sample-region.ts'

const FRAME = { width: 97, height: 61 }
const SIDE = 16

/** Pixels that differ from their neighbours, so that a sample beside its place is told. */
const FRAME_PIXELS: Image = {
  ...FRAME,
  data: Uint8Array.from({ length: FRAME.width * FRAME.height * 3 }, (_, i) => (i * i * 31 + i * 7) % 251),
}

/** A square round a middle, half its side and turned by radians. */
function square(middle: Point, half: number, turn: number): Region {
  const corner = (across: number, down: number) => ({
    x: middle.x + half * (across * Math.cos(turn) - down * Math.sin(turn)),
    y: middle.y + half * (across * Math.sin(turn) + down * Math.cos(turn)),
  })
  return { topLeft: corner(-1, -1), topRight: corner(1, -1), bottomLeft: corner(-1, 1) }
}

/** The mean of `samples` by `samples` picked pixels under a pixel of the region, one after the other, borders repeated. */
function meanUnder({ topLeft, topRight, bottomLeft }: Region, place: Point, samples: number): number[] {
  const sums = [0, 0, 0]
  for (let sample = 0; sample < samples ** 2; sample++) {
    const u = (place.x + ((sample % samples) + 0.5) / samples) / SIDE
    const v = (place.y + (Math.floor(sample / samples) + 0.5) / samples) / SIDE
    const x = topLeft.x + u * (topRight.x - topLeft.x) + v * (bottomLeft.x - topLeft.x)
    const y = topLeft.y + u * (topRight.y - topLeft.y) + v * (bottomLeft.y - topLeft.y)
    const column = Math.max(0, Math.min(FRAME.width - 1, Math.trunc(x)))
    const row = Math.max(0, Math.min(FRAME.height - 1, Math.trunc(y)))
    for (const c of [0, 1, 2]) sums[c] += FRAME_PIXELS.data[(row * FRAME.width + column) * 3 + c]
  }
  return sums.map((sum) => Math.floor(sum / samples ** 2 + 0.5))
}

const REGIONS = [
  { where: 'inside, upright, by nine samples', region: square({ x: 48, y: 30 }, 27, 0), samples: 3 },
  { where: 'inside, turned, by nine samples', region: square({ x: 48, y: 30.3 }, 20.7, 0.2), samples: 3 },
  { where: 'inside, turned, by four samples', region: square({ x: 48, y: 30 }, 15.6, -0.3), samples: 2 },
  { where: 'over the border, by nine samples', region: square({ x: 10, y: 50.1 }, 26, 0.4), samples: 3 },
  { where: 'over the border, by four samples', region: square({ x: 90, y: 10.2 }, 16, 0), samples: 2 },
]

describe('sampleRegion()', () => {
  test.each(REGIONS)('gives the mean of picked pixels $where', ({ region, samples }) => {
    const { data } = sampleRegion(FRAME_PIXELS, region, { width: SIDE, height: SIDE })
    for (let i = 0; i < SIDE * SIDE; i++) {
      const place = { x: i % SIDE, y: Math.floor(i / SIDE) }
      expect([...data.subarray(i * 3, i * 3 + 3)]).toEqual(meanUnder(region, place, samples))
    }
  })
})

describe('samplePlanes()', () => {
  const whole = {
    topLeft: { x: 0, y: 0 },
    topRight: { x: FRAME.width, y: 0 },
    bottomLeft: { x: 0, y: FRAME.height },
  }

  test('gives the levels of the region plane by plane, in the middle of a black square', () => {
    const size = { width: SIDE, height: 10 }
    const planes = samplePlanes(FRAME_PIXELS, { region: whole, size }, { side: SIDE, scale: 2, shift: -5 })
    const { data } = sampleRegion(FRAME_PIXELS, whole, size)
    const level = (row: number, column: number, channel: number) =>
      row < 3 || row >= 13 ? 0 : data[((row - 3) * SIDE + column) * 3 + channel]
    const wanted = [0, 1, 2].flatMap((channel) =>
      Array.from({ length: SIDE * SIDE }, (_, i) => level(Math.floor(i / SIDE), i % SIDE, channel) * 2 - 5),
    )
    expect([...planes]).toEqual(wanted)
  })

  test('picks fewer samples where that is asked', () => {
    const size = { width: SIDE, height: SIDE }
    const region = REGIONS[1].region
    const input = { side: SIDE, scale: 1, shift: 0 }
    const planes = samplePlanes(FRAME_PIXELS, { region, size, samplesAtMost: 2 }, input)
    expect(planes[5 * SIDE + 4]).toBe(meanUnder(region, { x: 4, y: 5 }, 2)[0])
  })
})
