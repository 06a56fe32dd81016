import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { classes, Message, methods, StunProtocol } from 'werift'
import { guardSocket } from './guard-socket.ts'

const PASSWORD = 'a-password-of-22-letters'
const PUBLISHER = ['192.0.2.1', 50_000] as const
const STRANGER = ['198.51.100.9', 50_000] as const
const MEDIA = Buffer.from([0x80, 0x60, 0, 1])

let receive: (data: Buffer, from: readonly [string, number]) => void
let delivered: Buffer[]
let alive: number

beforeEach(() => {
  delivered = []
  alive = 0
  const transport = { onData: (data: Buffer) => delivered.push(data) }
  const protocol = Object.assign(new StunProtocol(), { transport }) as unknown as StunProtocol
  guardSocket(protocol, PASSWORD, { onAlive: () => alive++ })
  receive = (data, from) => protocol.transport.onData(data, [...from])
})

function check(password: string): Buffer {
  const message = new Message(methods.BINDING, classes.REQUEST)
  message.setAttribute('USERNAME', 'ours:theirs')
  message.addMessageIntegrity(Buffer.from(password)).addFingerprint()
  return message.bytes
}

describe('guardSocket', () => {
  it('lets a signed check through, and media from where it came', () => {
    receive(check(PASSWORD), PUBLISHER)
    receive(MEDIA, PUBLISHER)
    expect(delivered).toHaveLength(2)
    expect(alive).toBe(2)
  })

  it('keeps out a check signed with another password, or not at all', () => {
    receive(check('another-password'), STRANGER)
    const unsigned = new Message(methods.BINDING, classes.REQUEST)
    unsigned.setAttribute('USERNAME', 'ours:theirs')
    receive(unsigned.bytes, STRANGER)
    expect(delivered).toEqual([])
    expect(alive).toBe(0)
  })

  it('keeps out media from elsewhere, which is no sign of life', () => {
    receive(check(PASSWORD), PUBLISHER)
    receive(MEDIA, STRANGER)
    expect(delivered).toHaveLength(1)
    expect(alive).toBe(1)
  })

  it('bounds the paths a publisher may try', () => {
    for (let port = 1; port <= 100; port++) receive(check(PASSWORD), ['192.0.2.1', port])
    expect(delivered).toHaveLength(32)
  })

  it('lets nothing of a stranger through, whatever it is, and never throws', () => {
    const stun = fc.uint8Array({ maxLength: 60 }).map((rest) => Buffer.concat([Buffer.from([0, 1]), rest]))
    const packets = fc.oneof(
      stun,
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    )
    fc.assert(
      fc.property(packets, (data) => {
        receive(data, STRANGER)
        expect(delivered).toEqual([])
      }),
    )
  })
})
