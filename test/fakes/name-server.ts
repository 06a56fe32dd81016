import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv4 } from 'node:net'

/** What a name server is asked: a name, for IPv4 (A) or IPv6 (AAAA) addresses. */
export interface NameQuestion {
  name: string
  type: 'A' | 'AAAA'
}

/** A name server of our own on loopback. */
export interface NameServer {
  /** `address:port`, as resolvers take it. */
  address: string
  asked: NameQuestion[]
  close(): Promise<void>
}

const HEADER_BYTES = 12
const TYPE_A = 1
const TYPE_AAAA = 28
/** Response, recursion desired and available, no error (RFC 1035 §4.1.1). */
const ANSWER_FLAGS = 0x8180

/** Answers every question with the addresses that `answer` gives, with no time to live; none means none. */
export async function openNameServer(answer: (question: NameQuestion) => string[]): Promise<NameServer> {
  const asked: NameQuestion[] = []
  const socket = createSocket('udp4')
  socket.on('message', (message, from) => {
    const { question, endOffset } = readQuestion(message)
    asked.push(question)
    const addresses = answer(question).filter((address) => isIPv4(address) === (question.type === 'A'))
    const header = Buffer.from(message.subarray(0, HEADER_BYTES))
    header.writeUInt16BE(ANSWER_FLAGS, 2)
    header.writeUInt16BE(addresses.length, 6)
    header.writeUInt32BE(0, 8)
    const records = addresses.map(writeRecord)
    socket.send(
      Buffer.concat([header, message.subarray(HEADER_BYTES, endOffset), ...records]),
      from.port,
      from.address,
    )
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: async () => {
      socket.close()
      await once(socket, 'close')
    },
  }
}

/** The one question of a message (RFC 1035 §4.1.2) and where it ends. */
function readQuestion(message: Buffer): { question: NameQuestion; endOffset: number } {
  const labels: string[] = []
  let offset = HEADER_BYTES
  while (message[offset] !== 0) {
    labels.push(message.toString('latin1', offset + 1, offset + 1 + message[offset]))
    offset += message[offset] + 1
  }
  const type = message.readUInt16BE(offset + 1) === TYPE_AAAA ? 'AAAA' : 'A'
  return { question: { name: labels.join('.'), type }, endOffset: offset + 5 }
}

/** A resource record (RFC 1035 §4.1.3) for the name of the question. */
function writeRecord(address: string): Buffer {
  const bytes = isIPv4(address) ? Buffer.from(address.split('.').map(Number)) : expandIPv6(address)
  const head = Buffer.alloc(HEADER_BYTES)
  head.writeUInt16BE(0xc000 | HEADER_BYTES, 0)
  head.writeUInt16BE(isIPv4(address) ? TYPE_A : TYPE_AAAA, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(bytes.length, 10)
  return Buffer.concat([head, bytes])
}

function expandIPv6(address: string): Buffer {
  const [head, tail = ''] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0')
  const groups = [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16))
  return Buffer.from(groups.flatMap((group) => [group >> 8, group & 255]))
}
