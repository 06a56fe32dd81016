import { once } from 'node:events'
import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import tls from 'node:tls'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  type CertificateWish,
  createTestAuthority,
  type TestAuthority,
} from '../../../test/fakes/certificates.ts'
import { openNameServer } from '../../../test/fakes/name-server.ts'
import { openReceiver } from '../../../test/fakes/webhook-receiver.ts'
import { postWebhook } from '../post-webhook.ts'
import type { ReceiverRules } from './resolve-receiver.ts'

const LOCAL: ReceiverRules = { localReceivers: 'allowed' }
const BODY = '{"configuration":{"id":5,"name":"MyConfig"},"identification_id":"1","status":"processed"}'
const SIGNATURE = `ts=1,v1=${'0'.repeat(64)}`
const SERVER = { name: 'receiver', use: 'server' } as const

const trustedBefore = tls.getCACertificates('default')
const ends: (() => void)[] = []
let authority: TestAuthority
let stranger: TestAuthority

beforeAll(async () => {
  authority = await createTestAuthority('Trusted')
  stranger = await createTestAuthority('Stranger')
  tls.setDefaultCACertificates([...trustedBefore, authority.cert])
})
afterAll(() => tls.setDefaultCACertificates(trustedBefore))
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

const post = (url: string, rules = LOCAL) => postWebhook({ url, body: BODY, signature: SIGNATURE }, rules)

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A receiver over TLS that says "received" to everything; gives its port. */
async function listenWith(issuer: TestAuthority, wish: CertificateWish = SERVER): Promise<number> {
  const pair = await issuer.issue(wish)
  return listen(createTlsServer(pair, (_request, response) => response.writeHead(200).end()))
}

describe('A receiver over TLS', () => {
  test('is told when the machine trusts its certificate', async () => {
    expect(await post(`https://127.0.0.1:${await listenWith(authority)}/`)).toMatchObject({ failure: null })
  })

  test.each([
    ['expired', 'CERT_HAS_EXPIRED', [-9, -2]],
    ['not good yet', 'CERT_NOT_YET_VALID', [2, 9]],
  ] as const)('is refused when its certificate is %s', async (_what, code, [from, to]) => {
    const port = await listenWith(authority, { ...SERVER, days: [from, to] })
    const failure = `connection failed: ${code}`
    expect(await post(`https://127.0.0.1:${port}/`)).toMatchObject({ responseStatus: null, failure })
  })

  test('is refused when nobody the machine trusts vouches for it', async () => {
    const { failure } = await post(`https://127.0.0.1:${await listenWith(stranger)}/`)
    expect(failure).toMatch(
      /^connection failed: (UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN)$/,
    )
  })

  test('is refused when its certificate is for another name', async () => {
    const port = await listenWith(authority)
    const nameServer = await openNameServer(({ type }) => (type === 'A' ? ['127.0.0.1'] : []))
    const { failure } = await post(`https://hook.example:${port}/`, {
      ...LOCAL,
      nameServers: [nameServer.address],
    })
    expect(failure).toBe('connection failed: ERR_TLS_CERT_ALTNAME_INVALID')
    await nameServer.close()
  })

  test('is refused when it answers without TLS', async () => {
    const port = await listen(createHttpServer((_request, response) => response.writeHead(200).end()))
    expect((await post(`https://127.0.0.1:${port}/`)).failure).toMatch(/^connection failed: [A-Z_0-9]+$/)
  })
})

describe('The answer of a receiver', () => {
  test('is never decompressed', async () => {
    const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024))
    const port = await listen(
      createHttpServer((_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bomb.length }).end(bomb),
      ),
    )
    const before = process.memoryUsage().arrayBuffers
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ responseStatus: 200, failure: null })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024)
  })

  test('is cut when its headers are endless', async () => {
    const port = await listen(
      createHttpServer((_request, { socket }) => {
        socket?.write('HTTP/1.1 200 OK\r\n')
        const more = () => {
          while (socket?.writable && socket.write(`x-more: ${'x'.repeat(1_000)}\r\n`));
        }
        socket?.on('drain', more)
        socket?.on('error', () => undefined)
        more()
      }),
    )
    expect((await post(`http://127.0.0.1:${port}/`)).failure).toMatch(
      /^connection failed: UND_ERR_HEADERS_OVERFLOW$/,
    )
  })
})

test.each([22, 25, 6667])('A webhook to port %i is not sent', async (port) => {
  expect((await post(`http://127.0.0.1:${port}/`)).failure).toBe('port refused')
})

test('A webhook leaves from the address that the operator chose', async () => {
  const from: (string | undefined)[] = []
  const port = await listen(
    createHttpServer(({ socket }, response) => {
      from.push(socket.remoteAddress)
      response.writeHead(200).end()
    }),
  )
  const rules: ReceiverRules = { ...LOCAL, sourceAddress: '127.0.0.9' }
  expect((await post(`http://localhost:${port}/`, rules)).failure).toBeNull()
  expect((await post(`http://[::1]:${port}/`, rules)).failure).toBe('no IPv4 address')
  expect(from).toEqual(['127.0.0.9'])
})

describe("Through the operator's proxy", () => {
  test('a webhook reaches its receiver, and the proxy is asked for the address that was checked', async () => {
    const receiver = await openReceiver({ secret: 'secret' })
    const proxy = await openProxy()
    const nameServer = await openNameServer(({ type }) => (type === 'A' ? ['127.0.0.1'] : []))
    const rules = { ...LOCAL, proxyUrl: proxy.url, nameServers: [nameServer.address] }
    const { port } = new URL(receiver.url)
    expect((await post(`http://hook.example:${port}/webhook`, rules)).failure).toBeNull()
    expect(receiver.received.map(({ body }) => body)).toEqual([BODY])
    expect(receiver.received[0].headers.host).toBe(`hook.example:${port}`)
    expect(proxy.asked).toEqual([{ target: `127.0.0.1:${port}`, authorization: undefined }])
    await nameServer.close()
    await receiver.close()
  })

  test('TLS is with the receiver, whose certificate is checked', async () => {
    const proxy = await openProxy()
    const rules = { ...LOCAL, proxyUrl: proxy.url.replace('://', '://me:p%40ss@') }
    expect((await post(`https://127.0.0.1:${await listenWith(authority)}/`, rules)).failure).toBeNull()
    expect((await post(`https://127.0.0.1:${await listenWith(stranger)}/`, rules)).failure).toMatch(
      /CERT|VERIFY/,
    )
    expect(proxy.asked[0].authorization).toBe(`Basic ${btoa('me:p@ss')}`)
  })

  test.each(['10.0.0.7', '127.0.0.1', '169.254.169.254', '[::ffff:127.0.0.1]'])(
    'the proxy is never asked for %s',
    async (host) => {
      const proxy = await openProxy()
      const rules: ReceiverRules = { localReceivers: 'refused', proxyUrl: proxy.url }
      expect((await post(`http://${host}:8080/`, rules)).failure).toBe('address refused')
      expect(proxy.asked).toEqual([])
    },
  )

  test('a proxy that refuses, or is not there, is told in the failure', async () => {
    const refusing = await listen(createHttpServer((_request, response) => response.writeHead(403).end()))
    const proxyUrl = `http://127.0.0.1:${refusing}`
    expect((await post('http://127.0.0.1:8080/', { ...LOCAL, proxyUrl })).failure).toMatch(/^proxy /)
    const nobody = { ...LOCAL, proxyUrl: 'http://127.0.0.1:1' }
    expect((await post('http://127.0.0.1:8080/', nobody)).failure).toBe(
      'proxy connection failed: ECONNREFUSED',
    )
  })
})

/** A proxy that tunnels to wherever it is asked. */
async function openProxy() {
  const asked: { target: string | undefined; authorization: string | undefined }[] = []
  const server = createHttpServer()
  server.on('connect', ({ url, headers }, socket: Socket) => {
    asked.push({ target: url, authorization: headers['proxy-authorization'] })
    const [host, port] = (url ?? '').split(':')
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket)
      socket.pipe(onward)
    })
    const end = () => {
      socket.destroy()
      onward.destroy()
    }
    for (const one of [socket, onward]) one.on('error', end).on('close', end)
  })
  return { url: `http://127.0.0.1:${await listen(server)}`, asked }
}
