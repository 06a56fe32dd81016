import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openNameServer } from '../../test/fakes/name-server.ts'
import { openReceiver, type WebhookReceiver } from '../../test/fakes/webhook-receiver.ts'
import { postWebhook } from './post-webhook.ts'
import { signWebhook } from './sign-webhook.ts'

const SECRET = 'secret of the test'
const BODY = '{"configuration":{"id":5,"name":"Café"},"identification_id":"1","status":"processed"}'
const LOCAL = { localReceivers: 'allowed' } as const
/** The limit of ten seconds and what a busy machine adds. */
const LIMIT_MS = 13_000

let receiver: WebhookReceiver

beforeEach(async () => {
  receiver = await openReceiver({ secret: SECRET })
})
afterEach(() => receiver.close())

function post(url = receiver.url, rules: Parameters<typeof postWebhook>[1] = LOCAL) {
  const signature = signWebhook({ secret: SECRET, body: BODY, now: new Date() })
  return postWebhook({ url, body: BODY, signature }, rules)
}

describe('postWebhook()', () => {
  test.each([200, 201])('has delivered when the receiver answers %i', async (status) => {
    receiver.respondWith(status)
    expect(await post()).toMatchObject({ responseStatus: status, failure: null })
  })

  test('sends the exact body, signed, as JSON', async () => {
    await post()
    const [{ body, verified, headers }] = receiver.received
    expect({ body, verified }).toEqual({ body: BODY, verified: true })
    expect(headers['content-type']).toBe('application/json')
    expect(headers['user-agent']).toMatch(/^Vidimus\/\d+\.\d+\.\d+$/)
    expect(Number(headers['content-length'])).toBe(Buffer.byteLength(BODY))
  })

  test.each([202, 204, 400, 410, 429, 500, 503])(
    'has failed when the receiver answers %i',
    async (status) => {
      receiver.respondWith((response) => response.writeHead(status).end())
      expect(await post()).toMatchObject({ responseStatus: status, failure: `status ${status}` })
    },
  )

  test.each([301, 302, 307, 308])('follows no redirect of %i', async (status) => {
    receiver.respondWith((response) => response.writeHead(status, { location: receiver.url }).end())
    expect(await post()).toMatchObject({ responseStatus: status, failure: `status ${status}` })
    expect(receiver.received).toHaveLength(1)
  })

  test('reads a little of an endless answer, then goes', async () => {
    const left = Promise.withResolvers<number>()
    receiver.respondWith((response) => pour(response, left.resolve))
    expect(await post()).toMatchObject({ responseStatus: 200, failure: null })
    // What the two kernels' buffers hold is sent as well.
    expect(await left.promise).toBeLessThan(32 * 1024 * 1024)
  })

  test('has delivered when the status came and the rest broke off', async () => {
    receiver.respondWith((response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half')
      setImmediate(() => response.destroy())
    })
    expect(await post()).toMatchObject({ responseStatus: 200, failure: null })
  })

  test('has failed when the connection breaks', async () => {
    receiver.respondWith((response) => response.destroy())
    expect((await post()).failure).toMatch(/^connection failed: [A-Z_]+$/)
  })

  test('has failed when nobody listens', async () => {
    const { url } = receiver
    await receiver.close()
    expect((await post(url)).failure).toBe('connection failed: ECONNREFUSED')
    receiver = await openReceiver({ secret: SECRET })
  })

  test('gives up after ten seconds of silence, or of one header byte a second', {
    timeout: 20_000,
  }, async () => {
    receiver.respondWith(() => undefined, drip)
    const outcomes = await Promise.all([post(), post()])
    for (const { failure, durationMs } of outcomes) {
      expect(failure).toBe('timed out')
      expect(durationMs).toBeGreaterThan(9_900)
      expect(durationMs).toBeLessThan(LIMIT_MS)
    }
  })
})

describe('postWebhook() without local receivers', () => {
  const REMOTE = { localReceivers: 'refused' } as const

  test.each(['127.0.0.1', '[::1]', '2130706433', 'localhost', '[::ffff:127.0.0.1]'])(
    'never connects to %s',
    async (host) => {
      const url = receiver.url.replace('127.0.0.1', host)
      expect(await post(url, REMOTE)).toMatchObject({ responseStatus: null, failure: 'address refused' })
      expect(receiver.received).toEqual([])
    },
  )

  test('sends nothing for an URL with a password', async () => {
    const url = receiver.url.replace('http://', 'http://user:password@')
    expect(await post(url, LOCAL)).toMatchObject({ failure: 'url refused' })
  })

  test('never connects to a name that leads inside', async () => {
    const nameServer = await openNameServer(({ type }) => (type === 'A' ? ['127.0.0.1'] : []))
    const rules = { ...REMOTE, nameServers: [nameServer.address] }
    expect((await post(receiver.url.replace('127.0.0.1', 'hook.example'), rules)).failure).toBe(
      'address refused',
    )
    expect(receiver.received).toEqual([])
    await nameServer.close()
  })

  // A name that answers differently the second time (rebinding) is never asked a second time.
  test('asks for a name once: the address checked is the address connected to', async () => {
    const nameServer = await openNameServer(({ type }) => (type === 'A' ? ['127.0.0.1'] : []))
    const rules = { ...LOCAL, nameServers: [nameServer.address] }
    expect((await post(receiver.url.replace('127.0.0.1', 'hook.example'), rules)).failure).toBeNull()
    expect(nameServer.asked.filter(({ type }) => type === 'A')).toHaveLength(1)
    await nameServer.close()
  })
})

/** Sends without end until the other side goes; tells how many bytes went out. */
function pour(response: ServerResponse, tell: (sentBytes: number) => void): void {
  const { socket } = response
  const chunk = Buffer.alloc(64 * 1024)
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  }
  socket?.on('close', () => tell(socket.bytesWritten))
  response.writeHead(200)
  response.on('drain', more)
  more()
}

function drip(response: ServerResponse): void {
  response.socket?.write('HTTP/1.1 200 OK\r\nx-slow: ')
  const timer = setInterval(() => response.socket?.write('a'), 1_000)
  response.socket?.on('close', () => clearInterval(timer))
}
