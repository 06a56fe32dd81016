import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NEWEST_API_VERSION } from '../../domain/api-version.ts'
import {
  type AddedIdentification,
  openTestDatabase,
  type TestDatabase,
} from '../../test/fakes/test-database.ts'
import { openReceiver, type WebhookReceiver } from '../../test/fakes/webhook-receiver.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../platform/keys/master-keyring.ts'
import type { Queue } from '../platform/queue/queue.ts'
import { announceStatus } from './announce-status.ts'
import { type Courier, deliverWebhook } from './deliver-webhook.ts'
import { listDeliveries } from './list-deliveries.ts'
import { removeAuthorization, setAuthorization } from './set-authorization.ts'

const START = new Date('2026-11-25T10:00:00.000Z')
const CLIENT_SECRET = 'secret: of the client/é'

/** An authorization server of the test: what it was asked, and what it answers, last answer first to repeat. */
interface TokenServer {
  url: string
  asked: { path: string | undefined; authorization: string | undefined; form: Record<string, string> }[]
  answers: (object | number | string)[]
  /** What happens while it makes up its mind. */
  beforeAnswer?: () => Promise<void>
}

let store: TestDatabase
let receiver: WebhookReceiver
let subject: AddedIdentification
let server: Server
let tokens: TokenServer
let now: Date
let courier: Courier

const nobody: Queue = {
  sendLater: async () => undefined,
  work: async () => undefined,
  schedule: async () => undefined,
  stop: async () => undefined,
}

beforeAll(async () => {
  store = await openTestDatabase()
}, 60_000)
afterAll(() => store?.close(), 60_000)

beforeEach(async () => {
  now = START
  subject = await store.addIdentification({ now })
  receiver = await openReceiver({ secret: subject.webhookSecret })
  await openTokenServer()
  courier = {
    database: store.database,
    clock: { now: () => now },
    keyring: createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 7)),
    localReceivers: 'allowed',
    findSecret: async () => subject.webhookSecret,
    findApiVersion: async () => NEWEST_API_VERSION,
  }
  await authorize()
})
afterEach(async () => {
  await receiver.close()
  server.closeAllConnections()
  server.close()
})

async function openTokenServer(): Promise<void> {
  server = createServer(async (request: IncomingMessage, response) => {
    const form = Object.fromEntries(new URLSearchParams(await text(request)))
    tokens.asked.push({ path: request.url, authorization: request.headers.authorization, form })
    await tokens.beforeAnswer?.()
    const answer = tokens.answers.length > 1 ? tokens.answers.shift() : tokens.answers[0]
    if (typeof answer === 'number') response.writeHead(answer).end()
    else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`
  tokens = { url, asked: [], answers: [grant('first')] }
}

function grant(token: string, more: object = {}) {
  return { access_token: token, token_type: 'Bearer', expires_in: 3_600, ...more }
}

function authorize(changes: { tokenUrl?: string; refreshUrl?: string } = {}): Promise<void> {
  const { tokenUrl = tokens.url, refreshUrl = null } = changes
  const line = { configurationId: subject.configuration.id, environment: 'test' as const }
  return setAuthorization(courier, {
    ...line,
    tokenUrl,
    refreshUrl,
    clientId: 'me & you',
    clientSecret: CLIENT_SECRET,
  })
}

/** Announces a status and makes one try; gives how it ended. */
async function deliver(): Promise<string> {
  await store.database.transaction().execute((transaction) =>
    announceStatus(transaction, {
      queue: nobody,
      identification: subject.id,
      identificationId: subject.identificationId,
      configuration: subject.configuration,
      environment: 'test',
      url: receiver.url,
      status: 'processed',
      returnReason: null,
      now,
    }),
  )
  const { identificationId } = subject
  const query = { limit: 1, identificationId, ends: 'all' } as const
  const [{ id }] = await listDeliveries(store.database, query)
  await deliverWebhook(courier, id).catch(() => undefined)
  const [{ tries }] = await listDeliveries(store.database, query)
  return tries[0].outcome
}

const sent = () => receiver.received.map(({ headers }) => headers.authorization)

describe('A webhook whose receiver asks for OAuth2', () => {
  test("carries a token got with the client's credentials, and is signed as ever", async () => {
    expect(await deliver()).toBe('status 200')
    expect(sent()).toEqual(['Bearer first'])
    expect(receiver.received[0].verified).toBe(true)
    const pair = 'me+%26+you:secret%3A+of+the+client%2F%C3%A9'
    expect(tokens.asked).toEqual([
      {
        path: '/token',
        authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
        form: { grant_type: 'client_credentials' },
      },
    ])
  })

  test('keeps its token until that nears its end', async () => {
    tokens.answers = [grant('first'), grant('second')]
    await deliver()
    now = new Date(START.getTime() + 3_584_000)
    await deliver()
    now = new Date(START.getTime() + 3_586_000)
    await deliver()
    expect(sent()).toEqual(['Bearer first', 'Bearer first', 'Bearer second'])
  })

  test('gets another token when the receiver refuses the first, once a try', async () => {
    tokens.answers = [grant('first'), grant('second')]
    receiver.respondWith(401)
    expect(await deliver()).toBe('status 200')
    receiver.respondWith(401, 401)
    expect(await deliver()).toBe('status 401')
    expect(sent()).toEqual(['Bearer first', 'Bearer second', 'Bearer second', 'Bearer second'])
    expect(tokens.asked).toHaveLength(3)
  })

  test('trades its refresh token in where the receiver says, and asks anew when that is refused', async () => {
    await authorize({ refreshUrl: tokens.url.replace('/token', '/refresh') })
    tokens.answers = [grant('first', { refresh_token: 'again' }), grant('second'), 400, grant('third')]
    for (let tried = 0; tried < 3; tried += 1) {
      await deliver()
      now = new Date(now.getTime() + 3_600_000)
    }
    expect(sent()).toEqual(['Bearer first', 'Bearer second', 'Bearer third'])
    expect(tokens.asked.map(({ path, form }) => [path, form.grant_type, form.refresh_token])).toEqual([
      ['/token', 'client_credentials', undefined],
      ['/refresh', 'refresh_token', 'again'],
      ['/refresh', 'refresh_token', 'again'],
      ['/token', 'client_credentials', undefined],
    ])
  })

  test('keeps no token of an authorization that was replaced while the token was on its way', async () => {
    tokens.answers = [grant('former', { refresh_token: 'former-again' }), grant('second')]
    tokens.beforeAnswer = () => authorize()
    await deliver()
    tokens.beforeAnswer = undefined
    await deliver()
    expect(sent()).toEqual(['Bearer former', 'Bearer second'])
    expect(tokens.asked.map(({ form }) => form.grant_type)).toEqual([
      'client_credentials',
      'client_credentials',
    ])
  })

  test.each([
    ['status 500', 500],
    ['status 302', 302],
    ['answer unreadable', 'no JSON'],
    ['answer unreadable', { access_token: 'a\r\nX: y', token_type: 'Bearer' }],
    ['answer unreadable', { access_token: 'x'.repeat(9_000), token_type: 'Bearer' }],
    ['answer unreadable', { access_token: 'mac', token_type: 'mac' }],
    ['answer unreadable', ' '.repeat(70_000)],
  ])('is not sent without a token, and its log says why: %s', async (why, answer) => {
    tokens.answers = [answer]
    expect(await deliver()).toBe(`access token: ${why}`)
    expect(receiver.received).toEqual([])
  })

  test('asks no token server inside the network', async () => {
    courier = { ...courier, localReceivers: 'refused' }
    expect(await deliver()).toBe('access token: address refused')
    expect(tokens.asked).toEqual([])
  })

  test('is sent without a token once the authorization is removed', async () => {
    const line = { configurationId: subject.configuration.id, environment: 'test' as const }
    expect(await removeAuthorization(store.database, line)).toBe(true)
    expect(await removeAuthorization(store.database, line)).toBe(false)
    await deliver()
    expect(sent()).toEqual([undefined])
  })
})

test('Neither the client secret nor a token stands open in the table', async () => {
  tokens.answers = [grant('open-sesame', { refresh_token: 'open-again' })]
  await deliver()
  const rows = await store.database.selectFrom('webhook_authorizations').selectAll().execute()
  const kept = rows.map((row) => Object.values(row).join(' ')).join(' ')
  expect(sent()).toEqual(['Bearer open-sesame'])
  expect(kept).not.toMatch(/open-sesame|open-again|secret: of/)
})

test('A token URL is https unless webhooks may go to this machine', async () => {
  courier = { ...courier, localReceivers: 'refused' }
  await expect(authorize({ tokenUrl: 'http://auth.example/token' })).rejects.toThrow('https')
  await expect(authorize({ tokenUrl: 'https://me:secret@auth.example/' })).rejects.toThrow('url refused')
  await authorize({ tokenUrl: 'https://auth.example/token' })
})
