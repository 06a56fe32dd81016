import { afterEach, beforeEach, expect, test } from 'vitest'
import { signWebhook } from '../../server/webhooks/sign-webhook.ts'
import { openReceiver, type WebhookReceiver } from './webhook-receiver.ts'

const BODY = '{"identification_id":"1","status":"aborted","return_reason":"no_document"}'
const NOW = new Date('2026-11-22T10:00:00Z')

let receiver: WebhookReceiver

beforeEach(async () => {
  receiver = await openReceiver({ secret: 'right' })
})
afterEach(() => receiver.close())

async function send(signature: string, body = BODY): Promise<boolean> {
  await fetch(receiver.url, { method: 'POST', body, headers: { 'ubble-signature': signature } })
  return receiver.received[receiver.received.length - 1].verified
}

test('the receiver takes a right signature and no other', async () => {
  const right = signWebhook({ secret: 'right', body: BODY, now: NOW })
  expect(await send(right)).toBe(true)
  expect(await send(signWebhook({ secret: 'wrong', body: BODY, now: NOW }))).toBe(false)
  expect(await send(right, BODY.replace('aborted', 'processed'))).toBe(false)
  expect(await send(right.split(',').reverse().join(','))).toBe(false)
  expect(await send(right.replace(/ts=(\d+)/, 'ts=$1.5'))).toBe(false)
  expect(await send('')).toBe(false)
})

test('the receiver behaves as it is told, once each, then well', async () => {
  receiver.respondWith(503, (response) => response.writeHead(302).end())
  const statuses = []
  for (let sent = 0; sent < 3; sent++) {
    statuses.push((await fetch(receiver.url, { method: 'POST', body: BODY, redirect: 'manual' })).status)
  }
  expect(statuses).toEqual([503, 302, 200])
})

test('waiting gives what came before and what comes after, and says what came instead', async () => {
  const later = receiver.waitFor('aborted', 5_000, '1')
  await send('')
  expect(await later).toBe(await receiver.waitFor('aborted', 0))
  await expect(receiver.waitFor('processed', 10)).rejects.toThrow(
    'No webhook processed in 10 ms; got: aborted',
  )
})
