import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect as connectPlainly } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type TLSSocket } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../domain/account.ts'
import { Problem } from '../../domain/problem.ts'
import { OTHER_STEPS } from '../../test/fakes/api/other-steps.ts'
import {
  type CertifiedKey,
  createTestAuthority,
  issueSelfSigned,
  type TestAuthority,
} from '../../test/fakes/certificates.ts'
import { type ClientBackend, createClientBackend } from '../../test/fakes/client-backend.ts'
import { makeRecord } from '../../test/fakes/identification-record.ts'
import { createApiListener } from './api-listener.ts'

const RECORD = makeRecord()
const CLIENT: Client = {
  account: { id: 1, name: 'Acme', certificatePolicy: 'required' },
  environment: 'test',
  configurationId: 5,
}

const folder = mkdtempSync(join(tmpdir(), 'client-certificates-'))
const opened: ClientBackend[] = []
/** Fingerprints that the account may use at the moment. */
const allowed = new Set<string>()
let now = new Date()
let authority: TestAuthority
let api: FastifyInstance
let good: CertifiedKey

beforeAll(async () => {
  authority = await createTestAuthority('Service')
  good = await authority.issue({ name: 'acme', use: 'client' })
  writeFileSync(join(folder, 'ca.crt'), authority.cert)
  api = createApiListener({
    tls: await authority.issue({ name: 'localhost', use: 'server' }),
    log: pino({ level: 'silent' }),
    now: () => now,
    authenticate: async ({ certificateFingerprint }) => {
      if (certificateFingerprint && allowed.has(certificateFingerprint)) return CLIENT
      throw new Problem('unauthenticated', 'A valid client certificate of this account is required')
    },
    identifications: {
      findProduct: async () => 'standard',
      createIdentification: async () => RECORD,
      findIdentification: async () => RECORD,
    },
    notifications: { notify: async () => {} },
    ...OTHER_STEPS,
    urls: {
      webBaseUrl: 'https://id.example',
      apiBaseUrl: 'https://api.example',
      signAssetUrl: ({ key }) => key,
    },
  })
  await api.listen({ port: 0, host: '127.0.0.1' })
})

afterAll(async () => {
  for (const backend of opened) backend.close()
  await api.close()
  rmSync(folder, { recursive: true })
})

beforeEach(() => {
  allowed.clear()
  allowed.add(fingerprintOf(good))
  now = new Date()
})

function fingerprintOf({ cert }: CertifiedKey): string {
  return createHash('sha256').update(new X509Certificate(cert).raw).digest('hex')
}

function portOf(): number {
  return (api.server.address() as AddressInfo).port
}

function openBackend(pair: CertifiedKey | null): ClientBackend {
  const files = { certFile: join(folder, 'client.crt'), keyFile: join(folder, 'client.key') }
  if (pair) {
    writeFileSync(files.certFile, pair.cert)
    writeFileSync(files.keyFile, pair.key)
  }
  const backend = createClientBackend({
    apiUrl: `https://127.0.0.1:${portOf()}`,
    clientId: 'id',
    clientSecret: 'secret',
    caFile: join(folder, 'ca.crt'),
    ...(pair ? files : {}),
  })
  opened.push(backend)
  return backend
}

test("The account's certificate lets a client create and fetch", async () => {
  const backend = openBackend(good)
  const created = await backend.create()
  expect(created.status).toBe(201)
  expect(created.headers['content-type']).toBe('application/vnd.api+json')
  expect((await backend.get(RECORD.identificationId)).status).toBe(200)
})

test('No certificate is refused', async () => {
  const answer = await openBackend(null).get(RECORD.identificationId)
  expect(answer.status).toBe(401)
  expect(answer.body.errors[0].detail).toBe('A valid client certificate of this account is required')
})

test("Another's certificate is refused, also from our authority", async () => {
  const other = await authority.issue({ name: 'acme', use: 'client' })
  expect((await openBackend(other).get(RECORD.identificationId)).status).toBe(401)
  const foreign = await (await createTestAuthority('Service')).issue({ name: 'acme', use: 'client' })
  expect((await openBackend(foreign).get(RECORD.identificationId)).status).toBe(401)
})

test.each([
  ['over', 'client', [-30, -1]],
  ['not begun', 'client', [1, 30]],
  ['made for servers', 'server', [-1, 30]],
] as const)('A certificate that is %s is refused although it is registered', async (_what, use, days) => {
  const pair = await authority.issue({ name: 'acme', use, days: [...days] })
  allowed.add(fingerprintOf(pair))
  expect((await openBackend(pair).get(RECORD.identificationId)).status).toBe(401)
})

test('A certificate issued elsewhere is taken once it is registered', async () => {
  const foreign = await (await createTestAuthority('Elsewhere')).issue({ name: 'acme', use: 'client' })
  allowed.add(fingerprintOf(foreign))
  expect((await openBackend(foreign).get(RECORD.identificationId)).status).toBe(200)
})

test('A certificate that signs itself is taken once it is registered, and not before', async () => {
  const pair = await issueSelfSigned({ name: 'acme', use: 'client' })
  const backend = openBackend(pair)
  expect((await backend.get(RECORD.identificationId)).status).toBe(401)
  allowed.add(fingerprintOf(pair))
  expect((await backend.get(RECORD.identificationId)).status).toBe(200)
})

test('A certificate revoked or over while its connection stays open is refused at the next request', async () => {
  const socket = await openSocket({ pair: good })
  expect(await getOver(socket)).toMatch(/^HTTP\/1.1 200 /)
  allowed.clear()
  expect(await getOver(socket)).toMatch(/^HTTP\/1.1 401 /)
  allowed.add(fingerprintOf(good))
  expect(await getOver(socket)).toMatch(/^HTTP\/1.1 200 /)
  now = new Date(Date.now() + 60 * 86_400_000)
  expect(await getOver(socket)).toMatch(/^HTTP\/1.1 401 /)
  socket.destroy()
})

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'A resumed %s session is worth what its certificate is worth now',
  async (version) => {
    const session = await takeSession({ pair: good, version })
    const resumed = await openSocket({ pair: null, version, session })
    expect(resumed.isSessionReused()).toBe(true)
    expect(await getOver(resumed)).toMatch(/^HTTP\/1.1 200 /)
    resumed.destroy()

    allowed.clear()
    const revoked = await openSocket({
      pair: null,
      version,
      session: await takeSession({ pair: good, version }),
    })
    expect(revoked.isSessionReused()).toBe(true)
    expect(await getOver(revoked)).toMatch(/^HTTP\/1.1 401 /)
    revoked.destroy()
  },
)

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'A resumed %s session that began without a certificate has none',
  async (version) => {
    const session = await takeSession({ pair: null, version })
    const resumed = await openSocket({ pair: null, version, session })
    expect(resumed.isSessionReused()).toBe(true)
    expect(await getOver(resumed)).toMatch(/^HTTP\/1.1 401 /)
    resumed.destroy()
  },
)

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'A resumed %s session has the certificate it began with, whatever its client holds now',
  async (version) => {
    const anonymous = await takeSession({ pair: null, version })
    const late = await openSocket({ pair: good, version, session: anonymous })
    expect(late.isSessionReused()).toBe(true)
    expect(await getOver(late)).toMatch(/^HTTP\/1.1 401 /)
    late.destroy()

    const known = await takeSession({ pair: good, version })
    now = new Date(Date.now() + 60 * 86_400_000)
    const over = await openSocket({ pair: good, version, session: known })
    expect(over.isSessionReused()).toBe(true)
    expect(await getOver(over)).toMatch(/^HTTP\/1.1 401 /)
    over.destroy()
  },
)

test.each([
  ['bad framing', 'GET / HTTP/9\r\n\r\n', 'The request is not valid HTTP'],
  [
    'headers that are too long',
    `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    'The headers are too long',
  ],
])('Bytes with %s are refused in the shape of every error', async (_what, bytes, detail) => {
  const socket = await openSocket({ pair: null })
  const [head, body] = (await exchange(socket, bytes)).split('\r\n\r\n')
  expect(head).toMatch(/^HTTP\/1.1 400 /)
  expect(head).toContain('Content-Type: application/vnd.api+json\r\n')
  expect(JSON.parse(body)).toEqual({
    errors: [{ detail, source: { pointer: '/data' }, status: '400', code: 'params_invalid' }],
  })
})

test('Plain HTTP gets no answer', async () => {
  const received = await new Promise<string>((resolve) => {
    let text = ''
    const socket = connectPlainly(portOf(), '127.0.0.1', () =>
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
    )
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(text))
  })
  expect(received).not.toContain('HTTP/1.1')
})

interface Connection {
  pair: CertifiedKey | null
  version?: 'TLSv1.2' | 'TLSv1.3'
  session?: Buffer
}

function openSocket({ pair, version, session }: Connection): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const versions = version ? { minVersion: version, maxVersion: version } : {}
    const socket = connect({
      port: portOf(),
      host: '127.0.0.1',
      ca: authority.cert,
      session,
      ...pair,
      ...versions,
    })
    socket.once('error', reject)
    socket.once('secureConnect', () => resolve(socket))
  })
}

/** A session that a new connection may resume; TLS 1.3 gives it with the first bytes of an answer. */
async function takeSession(connection: Connection): Promise<Buffer> {
  const socket = await openSocket(connection)
  let session = socket.getSession()
  socket.on('session', (given) => {
    session = given
  })
  await getOver(socket)
  socket.destroy()
  if (!session) throw new Error('The server gave no session')
  return session
}

function getOver(socket: TLSSocket): Promise<string> {
  const authorization = `Basic ${btoa('id:secret')}`
  const head = `GET /identifications/${RECORD.identificationId}/ HTTP/1.1\r\nHost: x\r\n`
  return exchange(socket, `${head}Authorization: ${authorization}\r\n\r\n`)
}

/** Sends bytes and gives the whole answer. */
function exchange(socket: TLSSocket, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const take = (chunk: Buffer) => {
      text += chunk.toString('utf8')
      const [head, body] = text.split('\r\n\r\n')
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
      if (body === undefined || Buffer.byteLength(body) < length) return
      socket.off('data', take)
      resolve(text)
    }
    socket.on('data', take)
    socket.once('error', reject)
    socket.write(bytes)
  })
}
