import net from 'node:net'
import tls from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'

const VALIDATED = '11111111-1111-1111-1111-111111111111'
const START_LIMIT_MS = 60_000
/** Numbers of TLS: the record type and the message type (RFC 5246 §6.2.1, §7.4). */
const HANDSHAKE_RECORD = 22
const CERTIFICATE_REQUEST = 13

let served: ServedPlatform

beforeAll(async () => {
  served = await servePlatform()
}, START_LIMIT_MS)

afterAll(() => served?.close())

test("The API answers under /api/ at the pages' address, for an account without mandatory certificates", async () => {
  const { web } = await served.addClient()
  const send = (method: string, path: string, body?: string) =>
    web.send({ method, path, body, headers: { 'content-type': 'application/vnd.api+json' } })
  const created = await send('POST', '/api/identifications/', '{"data":{"type":"identifications"}}')
  expect(created.status).toBe(201)
  const id = created.body.data.attributes['identification-id']
  expect((await send('GET', `/api/identifications/${id}/`)).body).toEqual(created.body)
  expect((await send('GET', `/api/identifications/${VALIDATED}/`)).body.data.attributes.score).toBe(1)
})

test('An account that requires certificates is refused there', async () => {
  const { web } = await served.addClient({ certificatePolicy: 'required' })
  const refused = await web.send({ method: 'GET', path: `/api/identifications/${VALIDATED}/` })
  expect(refused.status).toBe(401)
  expect(refused.body.errors[0].detail).toBe('A valid client certificate of this account is required')
})

test('Without /api/ the address is a page, not the API', async () => {
  const { web } = await served.addClient()
  expect((await web.send({ method: 'GET', path: `/identifications/${VALIDATED}/` })).status).toBe(404)
})

test("The pages' listener asks browsers for no certificate, the API's does", async () => {
  expect(await isCertificateAsked(served.webUrl)).toBe(false)
  expect(await isCertificateAsked(served.apiUrl)).toBe(true)
})

/** Whether a server sends a CertificateRequest (RFC 5246 §7.4.4); TLS 1.2 sends it in the clear. */
async function isCertificateAsked(url: string): Promise<boolean> {
  const heard: Buffer[] = []
  const { hostname, port } = new URL(url)
  const tap = net.createServer((near) => {
    const far = net.connect(Number(port), hostname)
    far.on('data', (bytes) => heard.push(bytes))
    near.pipe(far).pipe(near)
    for (const socket of [near, far]) socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((done) => tap.listen(0, '127.0.0.1', done))
  const tapped = (tap.address() as net.AddressInfo).port
  await new Promise<void>((done, fail) => {
    const socket = tls.connect({ port: tapped, maxVersion: 'TLSv1.2', rejectUnauthorized: false })
    socket.once('error', fail)
    socket.once('secureConnect', () => socket.end(done))
  })
  tap.close()
  return handshakeTypes(Buffer.concat(heard)).includes(CERTIFICATE_REQUEST)
}

/** Types of the handshake messages before the cipher begins. */
function handshakeTypes(bytes: Buffer): number[] {
  const messages: Buffer[] = []
  for (let at = 0; bytes[at] === HANDSHAKE_RECORD; at += 5 + bytes.readUInt16BE(at + 3)) {
    messages.push(bytes.subarray(at + 5, at + 5 + bytes.readUInt16BE(at + 3)))
  }
  const flow = Buffer.concat(messages)
  const types: number[] = []
  for (let at = 0; at < flow.length; at += 4 + flow.readUIntBE(at + 1, 3)) types.push(flow[at])
  return types
}
