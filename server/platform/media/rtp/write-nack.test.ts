import { describe, expect, it } from 'vitest'
import { writeNack } from './write-nack.ts'

describe('writeNack', () => {
  it('names a packet and those after it by a mask', () => {
    const packet = writeNack({ senderSsrc: 1, mediaSsrc: 0xfedcba98, missing: [100, 101, 116] })
    expect(packet.toString('hex')).toBe('81cd000300000001fedcba980064' + '8001')
  })

  it('begins a new entry beyond sixteen and goes on over the wrap', () => {
    const packet = writeNack({ senderSsrc: 1, mediaSsrc: 2, missing: [65_535, 0, 100] })
    expect(packet.subarray(12).toString('hex')).toBe('ffff0001' + '00640000')
    expect((packet.readUInt16BE(2) + 1) * 4).toBe(packet.length)
  })
})
