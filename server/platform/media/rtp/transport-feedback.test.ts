import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TransportFeedback } from './transport-feedback.ts'

/** Reads a report as the draft's receiver does; only what the tests compare. */
function readReport(packet: Buffer): { first: number; referenceMs: number; arrivals: (number | null)[] } {
  expect(packet[0] & 0x1f).toBe(15)
  expect(packet[1]).toBe(205)
  expect((packet.readUInt16BE(2) + 1) * 4).toBe(packet.length)
  const count = packet.readUInt16BE(14)
  const symbols: number[] = []
  let at = 20
  while (symbols.length < count) {
    const chunk = packet.readUInt16BE(at)
    at += 2
    if (chunk & 0x8000) {
      expect(chunk & 0x4000).toBe(0x4000)
      for (let index = 0; index < 7; index++) symbols.push((chunk >> (12 - 2 * index)) & 3)
    } else {
      for (let run = 0; run < (chunk & 0x1fff); run++) symbols.push(chunk >> 13)
    }
  }
  const referenceMs = packet.readIntBE(16, 3) * 64
  let timeMs = referenceMs
  const arrivals = symbols.slice(0, count).map((symbol) => {
    if (symbol === 0) return null
    timeMs += (symbol === 1 ? packet[at] : packet.readInt16BE(at)) * 0.25
    at += symbol
    return timeMs
  })
  const paddingBytes = packet[0] & 0x20 ? packet[packet.length - 1] : 0
  expect(at + paddingBytes).toBe(packet.length)
  return { first: packet.readUInt16BE(12), referenceMs, arrivals }
}

function report(feedback: TransportFeedback): ReturnType<typeof readReport> | null {
  const packet = feedback.report(1, 2)
  return packet ? readReport(packet) : null
}

describe('TransportFeedback', () => {
  it('says nothing when nothing came', () => {
    expect(new TransportFeedback().report(1, 2)).toBeNull()
  })

  it('tells each arrival to a quarter millisecond and each loss', () => {
    const feedback = new TransportFeedback()
    feedback.arrived(10, 1000)
    feedback.arrived(11, 1000.5)
    feedback.arrived(13, 1003)
    expect(report(feedback)).toEqual({ first: 10, referenceMs: 960, arrivals: [1000, 1000.5, null, 1003] })
  })

  it('counts what is missing between two reports in the second', () => {
    const feedback = new TransportFeedback()
    feedback.arrived(1, 100)
    report(feedback)
    feedback.arrived(4, 150)
    expect(report(feedback)).toMatchObject({ first: 2, arrivals: [null, null, 150] })
  })

  it('goes on over the wrap of the sequence number', () => {
    const feedback = new TransportFeedback()
    feedback.arrived(65_535, 100)
    feedback.arrived(0, 101)
    expect(report(feedback)).toMatchObject({ first: 65_535, arrivals: [100, 101] })
  })

  it('tells of a packet that was overtaken', () => {
    const feedback = new TransportFeedback()
    feedback.arrived(6, 100)
    feedback.arrived(5, 102)
    expect(report(feedback)).toMatchObject({ first: 5, arrivals: [102, 100] })
  })

  it('packs a long run of arrivals into few bytes', () => {
    const feedback = new TransportFeedback()
    for (let number = 0; number < 700; number++) feedback.arrived(number, 100)
    const packet = feedback.report(1, 2)
    expect(packet?.length).toBeLessThan(20 + 2 * 4 + 700 + 4)
    expect(readReport(packet ?? Buffer.alloc(0)).arrivals).toHaveLength(700)
  })

  it('numbers its reports', () => {
    const feedback = new TransportFeedback()
    const numbers = [0, 1, 2].map((number) => {
      feedback.arrived(number, 100)
      return feedback.report(1, 2)?.[19]
    })
    expect(numbers).toEqual([0, 1, 2])
  })

  it('stays readable, true and bounded whatever numbers a sender uses', () => {
    const packets = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 65_535 }), fc.double({ min: 0, max: 60, noNaN: true })),
      {
        minLength: 1,
        maxLength: 300,
      },
    )
    fc.assert(
      fc.property(packets, (arrivals) => {
        const feedback = new TransportFeedback()
        for (const [number, atMs] of arrivals) feedback.arrived(number, 5000 + atMs)
        const told = report(feedback)?.arrivals ?? []
        const times = told.filter((time) => time !== null)
        expect(told.length).toBeLessThanOrEqual(2000)
        expect(times.length).toBeGreaterThan(0)
        for (const time of times) expect(Math.abs(time - 5030)).toBeLessThan(31)
      }),
    )
  })
})
