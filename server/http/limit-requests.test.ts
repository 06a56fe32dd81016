import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { groupAddress } from './_address-group.ts'
import { TokenBuckets } from './_token-buckets.ts'
import { createListener } from './create-listener.ts'
import { addressOf, limitRequests } from './limit-requests.ts'

let nowMs = 0
const app = createListener({
  log: pino({ level: 'silent' }),
  tls: null,
  clientCertificates: 'ignored',
  bodyLimitBytes: 100,
})
limitRequests(app, {
  buckets: new TokenBuckets(2),
  countFor: addressOf,
  detail: 'Too many',
  nowMs: () => nowMs,
})
app.get('/', async () => 'here')

afterAll(() => app.close())

const ask = (remoteAddress: string) => app.inject({ method: 'GET', url: '/', remoteAddress })

test('Beyond the limit an address is told how long to wait, and answered when it did', async () => {
  expect((await ask('192.0.2.1')).statusCode).toBe(200)
  expect((await ask('192.0.2.1')).statusCode).toBe(200)
  const refused = await ask('192.0.2.1')
  expect(refused.statusCode).toBe(429)
  expect(refused.headers['retry-after']).toBe('30')
  expect(refused.json()).toEqual({
    errors: [{ detail: 'Too many', source: { pointer: '/data' }, status: '429', code: 'rate_limit' }],
  })
  nowMs += 29_999
  expect((await ask('192.0.2.1')).statusCode).toBe(429)
  nowMs += 1
  expect((await ask('192.0.2.1')).statusCode).toBe(200)
})

test('Addresses are counted apart, those of one IPv6 network together', async () => {
  for (const address of ['2001:db8::1', '2001:db8:0:0:ffff::2']) {
    expect((await ask(address)).statusCode).toBe(200)
  }
  expect((await ask('2001:db8::3')).statusCode).toBe(429)
  expect((await ask('2001:db8:0:1::3')).statusCode).toBe(200)
})

test('The address that anybody else forwards is not believed', async () => {
  const askAs = (told: string) =>
    app.inject({ url: '/', remoteAddress: '192.0.2.9', headers: { 'x-forwarded-for': told } })
  for (const told of ['198.51.100.1', '198.51.100.2']) expect((await askAs(told)).statusCode).toBe(200)
  expect((await askAs('198.51.100.3')).statusCode).toBe(429)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::1', '0:0:0:0::/64'],
  ['2001:DB8::8:800:200c:417a', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:0001::', '2001:db8:1:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('The address %s counts as %s', (address, group) => {
  expect(groupAddress(address)).toBe(group)
})

test('A clock that is put back neither gives nor takes', () => {
  const buckets = new TokenBuckets(1)
  expect(buckets.take('a', 1_000_000)).toBe(0)
  expect(buckets.take('a', 0)).toBe(60)
  expect(buckets.take('a', 60_000)).toBe(0)
})

test('Of ten thousand others the one asked longest ago is forgotten, and no more are kept', () => {
  const buckets = new TokenBuckets(1)
  expect(buckets.take('first', 0)).toBe(0)
  for (let index = 0; index < 9_999; index += 1) buckets.take(index, 0)
  expect(buckets.take('first', 0)).toBe(60)
  for (let index = 0; index < 10_000; index += 1) buckets.take(`other ${index}`, 0)
  expect(buckets.take('first', 0)).toBe(0)
})
