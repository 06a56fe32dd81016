import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openReceiver, type ReceivedWebhook, type WebhookReceiver } from '../fakes/webhook-receiver.ts'
import { type ApiCustomer, type OpenApi, openApi } from './_open-api.ts'

const WAIT_MS = 20_000
/** The API text's own example ("Webhook security"), word for word; its last line is what it finds. */
const EXAMPLE = readFileSync(join(import.meta.dirname, 'quoted/verify-webhook-signature.py'), 'utf8')
/** Gives the example the names it takes for granted, runs it, and prints the value of its last line. */
const RUNNER = `
import ast, json, sys, types
given = json.load(sys.stdin)
request = types.SimpleNamespace(headers=given['headers'], body=given['body'])
names = {'ubble_request': request, 'WEBHOOK_SECRET': given['secret']}
example = ast.parse(given['example'])
last = ast.Expression(example.body.pop().value)
exec(compile(example, 'example', 'exec'), names)
print(eval(compile(last, 'example', 'eval'), names))
`

const HAS_PYTHON = spawnSync('python3', ['--version']).status === 0
if (!HAS_PYTHON) console.warn("SKIPPED: the API text's webhook example; it needs python3")

let api: OpenApi
let customer: ApiCustomer
let receiver: WebhookReceiver

beforeAll(async () => {
  api = await openApi()
  customer = await api.addCustomer({ name: 'Société "Ω"' })
}, 60_000)
afterAll(() => api?.close(), 60_000)

beforeEach(async () => {
  receiver = await openReceiver({ secret: customer.webhookSecret })
})
afterEach(() => receiver.close())

/** What a receiver gets of an identification in a status. */
async function deliver(status: 'processed' | 'aborted'): Promise<ReceivedWebhook> {
  const { body } = await customer.backend.create({ webhook: receiver.url })
  const id = body.data.attributes['identification-id']
  await api.context.database
    .updateTable('identifications')
    .set({ status, return_reason: status === 'aborted' ? 'no_document' : null })
    .where('identification_id', '=', id)
    .execute()
  await customer.backend.send({ method: 'POST', path: `/identifications/${id}/notify/` })
  return receiver.waitFor(status, WAIT_MS, id)
}

function runExample({ headers, body }: ReceivedWebhook, secret: string): string {
  // Frameworks of the example's kind give headers in their usual spelling.
  const given = { headers: { 'Ubble-Signature': headers['ubble-signature'] }, body, secret, example: EXAMPLE }
  const { stdout, stderr } = spawnSync('python3', ['-c', RUNNER], {
    input: JSON.stringify(given),
    encoding: 'utf8',
  })
  return stdout.trim() || stderr
}

describe.skipIf(!HAS_PYTHON)("The API text's example in Python", () => {
  test('verifies a webhook of each shape', async () => {
    for (const status of ['processed', 'aborted'] as const) {
      expect(runExample(await deliver(status), customer.webhookSecret)).toBe('True')
    }
  })

  test('refuses an altered body and another secret', async () => {
    const webhook = await deliver('processed')
    const altered = { ...webhook, body: webhook.body.replace('processed', 'aborted') }
    expect(runExample(altered, customer.webhookSecret)).toBe('False')
    expect(runExample(webhook, 'another secret')).toBe('False')
  })
})

test('A webhook is signed in the grammar that running clients ask for, over its exact bytes', async () => {
  const { headers, body, verified } = await deliver('aborted')
  expect(headers['ubble-signature']).toMatch(/^ts=\d+,v1=[0-9a-f]{64}$/)
  expect(verified).toBe(true)
  expect(Object.keys(JSON.parse(body))).toEqual([
    'configuration',
    'identification_id',
    'status',
    'return_reason',
  ])
  expect(body).toContain(`"configuration":{"id":${customer.configuration.id},"name":"Société \\"Ω\\""}`)
})
