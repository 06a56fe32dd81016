import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReceiverReport } from './receiver-report.ts'

const WRITTEN = { senderSsrc: 7, mediaSsrc: 9, nowMs: 2000 }

describe('ReceiverReport', () => {
  it('says nothing before the first packet', () => {
    expect(new ReceiverReport().write(WRITTEN)).toBeNull()
  })

  it('tells losses since the last report and in all', () => {
    const report = new ReceiverReport()
    for (const sequenceNumber of [1, 2, 3, 5]) report.arrived({ sequenceNumber, timestamp: 0 }, 1000)
    const packet = report.write(WRITTEN)
    expect(packet?.readUInt32BE(8)).toBe(9)
    expect(packet?.[12]).toBe(Math.floor(256 / 5))
    expect(packet?.readUIntBE(13, 3)).toBe(1)
    expect(packet?.readUInt32BE(16)).toBe(5)
    report.arrived({ sequenceNumber: 6, timestamp: 0 }, 1001)
    expect(report.write(WRITTEN)?.[12]).toBe(0)
  })

  it('counts the wraps of the sequence number', () => {
    const report = new ReceiverReport()
    for (const sequenceNumber of [65_535, 0, 1]) report.arrived({ sequenceNumber, timestamp: 0 }, 1000)
    expect(report.write(WRITTEN)?.readUInt32BE(16)).toBe(65_537)
    expect(report.write(WRITTEN)?.readUIntBE(13, 3)).toBe(0)
  })

  it('gives back the sender report it heard and how long ago', () => {
    const report = new ReceiverReport()
    report.arrived({ sequenceNumber: 1, timestamp: 0 }, 1000)
    report.heard(0x1122_3344_5566_7788n, 1500)
    const packet = report.write(WRITTEN)
    expect(packet?.readUInt32BE(24)).toBe(0x33445566)
    expect(packet?.readUInt32BE(28)).toBe(32_768)
  })

  it('stays a report whatever timestamps come', () => {
    const packets = fc.array(fc.tuple(fc.nat(65_535), fc.nat(0xffffffff), fc.nat(100_000)), { minLength: 1 })
    fc.assert(
      fc.property(packets, (list) => {
        const report = new ReceiverReport()
        for (const [sequenceNumber, timestamp, atMs] of list)
          report.arrived({ sequenceNumber, timestamp }, atMs)
        expect(report.write(WRITTEN)).toHaveLength(32)
      }),
    )
  })
})
