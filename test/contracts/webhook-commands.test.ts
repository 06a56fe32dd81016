import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ClientBackend, createClientBackend } from '../fakes/client-backend.ts'
import { type Service, startService } from '../fakes/service.ts'
import { openReceiver, type WebhookReceiver } from '../fakes/webhook-receiver.ts'

const run = promisify(execFile)
const VIDIMUS = resolve(import.meta.dirname, '../../bin/vidimus')
const WAIT_MS = 60_000
const TEST_MS = 240_000

let service: Service
let backend: ClientBackend
let receiver: WebhookReceiver

beforeAll(async () => {
  service = await startService()
}, TEST_MS)
afterAll(() => service?.remove(), TEST_MS)

beforeEach(async () => {
  receiver = await openReceiver({ secret: service.webhookSecret })
  backend = createClientBackend(service)
})
afterEach(async () => {
  backend.close()
  await receiver.close()
})

/** What a command prints beside the running service. */
async function vidimus(...words: string[]): Promise<string> {
  const env = { ...process.env, VIDIMUS_DATA: service.dataDirectory }
  return (await run(process.execPath, [VIDIMUS, 'webhooks', ...words], { env })).stdout
}

async function createAndNotify(): Promise<string> {
  const { body } = await backend.create({ webhook: receiver.url })
  const id = body.data.attributes['identification-id']
  const { status } = await backend.send({ method: 'POST', path: `/identifications/${id}/notify/` })
  expect(status).toBe(204)
  return id
}

test(
  'A delivery that a kill -9 cut short arrives after the next start, once more and no oftener',
  async () => {
    receiver.respondWith(() => undefined)
    const id = await createAndNotify()
    await receiver.waitFor('uninitiated', WAIT_MS, id)
    await service.kill()
    const { dataDirectory } = service
    service = await startService({ dataDirectory })
    await expect.poll(() => receiver.received.length, { timeout: WAIT_MS }).toBe(2)
    await expect
      .poll(() => vidimus('log', '--identification', id), { timeout: WAIT_MS, interval: 1_000 })
      .toMatch(/ delivered: uninitiated of .*unfinished after .*status 200 after /s)
    expect(receiver.received.map(({ verified }) => verified)).toEqual([true, true])
  },
  TEST_MS,
)

test(
  'An operator sends a delivery again, by its id in the log',
  async () => {
    const id = await createAndNotify()
    await receiver.waitFor('uninitiated', WAIT_MS, id)
    await expect
      .poll(() => vidimus('log', '--identification', id), { timeout: WAIT_MS, interval: 1_000 })
      .toContain('delivered')
    const [route, logged] = (await vidimus('log', '--identification', id)).split('\n')
    const [delivery] = logged.split(' ')
    expect(route).toBe('Webhooks are sent from any address of this machine')
    expect(await vidimus('resend', delivery)).toMatch(`Delivery ${delivery} is sent again as `)
    await expect.poll(() => receiver.received.length, { timeout: WAIT_MS }).toBe(2)
    expect(receiver.received[1].body).toBe(receiver.received[0].body)
  },
  TEST_MS,
)

test(
  'What an operator does to webhooks is in the audit log',
  async () => {
    const id = await createAndNotify()
    await receiver.waitFor('uninitiated', WAIT_MS, id)
    await expect
      .poll(() => vidimus('log', '--identification', id), { timeout: WAIT_MS, interval: 1_000 })
      .toContain('delivered')
    const [, logged] = (await vidimus('log', '--identification', id)).split('\n')
    const [delivery] = logged.split(' ')
    await vidimus('resend', delivery)
    const [, configuration] = /^configuration (\d+) /.exec(await vidimus('secrets', 'list')) ?? []
    const line = ['--configuration', configuration, '--environment', 'test']
    const tokenUrl = ['--token-url', 'https://token.example/', '--client-id', 'receiver']
    const env = { ...process.env, VIDIMUS_DATA: service.dataDirectory }
    const setting = run(
      process.execPath,
      [VIDIMUS, 'webhooks', 'authorization', 'set', ...line, ...tokenUrl],
      {
        env,
      },
    )
    setting.child.stdin?.end('secret of the receiver')
    await setting
    await vidimus('authorization', 'remove', ...line)
    await vidimus('authorization', 'remove', ...line)
    const words = [VIDIMUS, 'audit', 'list', '--json', '--limit', '50']
    const entries: Record<string, unknown>[] = JSON.parse(
      (await run(process.execPath, words, { env })).stdout,
    )
    const subject = `configuration ${configuration}`
    const acts = entries.filter(
      ({ subject: of, actor }) =>
        actor === 'command' && [subject, `identification ${id}`].includes(String(of)),
    )
    expect(acts).toMatchObject([
      { action: 'webhook-authorization.removed', subject, detail: 'test' },
      { action: 'webhook-authorization.set', subject, detail: 'test' },
      { action: 'webhook.resent', subject: `identification ${id}`, detail: `delivery ${delivery}` },
    ])
  },
  TEST_MS,
)

test(
  'An operator replaces the secret of an environment, and the next webhook is signed with it',
  async () => {
    const first = await vidimus('secrets', 'list')
    expect(first).toContain(`, test: ${service.webhookSecret}\n`)
    const [, configuration] = /^configuration (\d+) /.exec(first) ?? []
    const rotate = ['secrets', 'rotate', '--configuration', configuration, '--environment', 'test']
    expect(await vidimus(...rotate)).toMatch(`: ${service.webhookSecret}; from `)
    const replaced = (await vidimus(...rotate, '--hours', '0')).trim().split(' ').at(-1) ?? ''
    await receiver.close()
    receiver = await openReceiver({ secret: replaced })
    const id = await createAndNotify()
    expect((await receiver.waitFor('uninitiated', WAIT_MS, id)).verified).toBe(true)
  },
  TEST_MS,
)
