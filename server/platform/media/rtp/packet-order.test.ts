import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PacketOrder } from './packet-order.ts'

function collect(): { order: PacketOrder<{ sequenceNumber: number }>; out: number[]; losses: number[] } {
  const out: number[] = []
  const losses: number[] = []
  const order = new PacketOrder<{ sequenceNumber: number }>({
    onPacket: ({ sequenceNumber }) => out.push(sequenceNumber),
    onLoss: (count) => losses.push(count),
  })
  return { order, out, losses }
}

describe('PacketOrder', () => {
  it('puts early packets back in their place', () => {
    const { order, out, losses } = collect()
    for (const sequenceNumber of [100, 102, 103, 101, 104]) order.push({ sequenceNumber }, 0)
    expect(out).toEqual([100, 101, 102, 103, 104])
    expect(losses).toEqual([])
  })

  it('drops doubles and packets that come too late', () => {
    const { order, out } = collect()
    for (const sequenceNumber of [5, 6, 6, 5, 4, 7]) order.push({ sequenceNumber }, 0)
    expect(out).toEqual([5, 6, 7])
  })

  it('asks for a missing packet at once, and again only after a round trip', () => {
    const { order } = collect()
    order.push({ sequenceNumber: 1 }, 0)
    order.push({ sequenceNumber: 4 }, 0)
    expect(order.takeAsks(5)).toEqual([2, 3])
    expect(order.takeAsks(20)).toEqual([])
    order.push({ sequenceNumber: 2 }, 30)
    expect(order.takeAsks(50)).toEqual([3])
  })

  it('gives a gap up 250 ms after asking and goes on behind it', () => {
    const { order, out, losses } = collect()
    order.push({ sequenceNumber: 1 }, 0)
    order.push({ sequenceNumber: 3 }, 0)
    order.takeAsks(10)
    order.takeAsks(240)
    expect(out).toEqual([1])
    order.takeAsks(261)
    expect(out).toEqual([1, 3])
    expect(losses).toEqual([1])
  })

  it('does not give a gap up before it was asked for, however long the thread stood still', () => {
    const { order, losses } = collect()
    order.push({ sequenceNumber: 1 }, 0)
    order.push({ sequenceNumber: 3 }, 0)
    expect(order.takeAsks(900)).toEqual([2])
    expect(losses).toEqual([])
  })

  it('asks for a packet lost at the wrap of the sequence number', () => {
    const { order, out } = collect()
    order.push({ sequenceNumber: 65_534 }, 0)
    order.push({ sequenceNumber: 0 }, 0)
    expect(order.takeAsks(1)).toEqual([65_535])
    order.push({ sequenceNumber: 65_535 }, 20)
    expect(out).toEqual([65_534, 65_535, 0])
  })

  it('takes a jump as a new start instead of waiting for thousands', () => {
    const { order, out, losses } = collect()
    order.push({ sequenceNumber: 1 }, 0)
    order.push({ sequenceNumber: 20_000 }, 0)
    expect(out).toEqual([1, 20_000])
    expect(losses).toEqual([19_998])
    expect(order.takeAsks(1)).toEqual([])
  })

  it('passes on every packet once and in order when they are shuffled within reach', () => {
    const shuffled = fc
      .integer({ min: 0, max: 65_535 })
      .chain((start) =>
        fc
          .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 200 })
          .map((delays) => ({ start, delays })),
      )
    fc.assert(
      fc.property(shuffled, ({ start, delays }) => {
        const { order, out, losses } = collect()
        order.push({ sequenceNumber: start }, 0)
        const sent = delays.map((delay, index) => ({
          sequenceNumber: (start + 1 + index) & 0xffff,
          place: index + delay,
        }))
        for (const packet of [...sent].sort((a, b) => a.place - b.place)) order.push(packet, 0)
        expect(out).toEqual([start, ...sent.map(({ sequenceNumber }) => sequenceNumber)])
        expect(losses).toEqual([])
      }),
    )
  })

  it('never throws and never holds more than its bound, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 65_535 }), fc.nat(2000))), (packets) => {
        const { order, out } = collect()
        let nowMs = 0
        for (const [sequenceNumber, passedMs] of packets) {
          nowMs += passedMs
          order.push({ sequenceNumber }, nowMs)
          expect(order.takeAsks(nowMs).length).toBeLessThanOrEqual(1024)
        }
        expect(out.length).toBeLessThanOrEqual(packets.length)
      }),
    )
  })
})
