import { describe, expect, it } from 'vitest'
import { PublisherWatch } from './publisher-watch.ts'

function watch(): PublisherWatch {
  return new PublisherWatch(0, () => undefined)
}

describe('PublisherWatch', () => {
  it('waits 15 s for the first media', () => {
    expect(watch().look(14_900)).toBeNull()
    expect(watch().look(15_100)).toBe('never any media')
  })

  it('takes a publisher for gone after 4 s of silence', () => {
    const publisher = watch()
    publisher.alive(1000)
    publisher.media(100, 1000)
    expect(publisher.look(4900)).toBeNull()
    expect(publisher.look(5001)).toBe('silence')
  })

  it('bears a camera change, while connectivity checks go on, but not for ever', () => {
    const publisher = watch()
    publisher.media(100, 1000)
    for (let nowMs = 1000; nowMs <= 61_000; nowMs += 1000) {
      publisher.alive(nowMs)
      expect(publisher.look(nowMs)).toBeNull()
    }
    publisher.alive(61_100)
    expect(publisher.look(61_100)).toBe('no media')
  })

  it('throws out who floods', () => {
    const publisher = watch()
    for (let nowMs = 0; nowMs <= 2000; nowMs += 10) publisher.media(60_000, nowMs)
    expect(publisher.look(2000)).toBe('too much media')
  })

  it('bears the highest bitrate asked for', () => {
    const publisher = watch()
    for (let nowMs = 0; nowMs <= 2000; nowMs += 10) publisher.media(5000, nowMs)
    publisher.alive(2000)
    expect(publisher.look(2000)).toBeNull()
  })
})
