import { describe, expect, it } from 'vitest'
import { MediaClock } from './media-clock.ts'

describe('MediaClock', () => {
  it('counts milliseconds from the first frame, over the wrap of the timestamp', () => {
    const clock = new MediaClock()
    expect(clock.read(0xffffffff - 1499, 0)).toBe(0)
    expect(clock.read(1500, 33)).toBeCloseTo(33.33, 1)
  })

  it('follows our clock when the sender jumps an hour', () => {
    const clock = new MediaClock()
    clock.read(0, 0)
    expect(clock.read(3_600_000 * 90, 40)).toBe(40)
    expect(clock.read(3_600_000 * 90 + 2970, 73)).toBe(73)
  })

  it('never runs backwards', () => {
    const clock = new MediaClock()
    clock.read(9000, 0)
    expect(clock.read(0, 20)).toBe(20)
  })
})
