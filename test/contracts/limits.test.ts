import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'

const UNKNOWN = '70f01f19-6ec5-4b14-9b30-2c493e49df15'
const START_LIMIT_MS = 60_000
/** So many that the account's limit is met first. */
const ADDRESS_LIMIT = 12

let served: ServedPlatform

beforeAll(async () => {
  served = await servePlatform({
    accountRequestsPerMinute: 3,
    addressRequestsPerMinute: ADDRESS_LIMIT,
    captureRequestsPerMinute: 2,
    trustedProxies: ['127.0.0.0/8'],
  })
}, START_LIMIT_MS)

afterAll(() => served?.close())

test('Requests beyond the limits of an account and of an address are refused with the seconds to wait', async () => {
  const [one, other] = [await served.addClient(), await served.addClient()]
  for (let sent = 0; sent < 3; sent += 1) expect((await one.test.get(UNKNOWN)).status).toBe(404)
  // Both environments are of one account.
  const refused = await one.live.get(UNKNOWN)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.body.errors).toEqual([
    {
      detail: 'This account sends too many requests',
      source: { pointer: '/data' },
      status: '429',
      code: 'rate_limit',
    },
  ])
  // The pages' listener serves the API too, and counts with it.
  const beside = await one.web.send({ method: 'GET', path: `/api/identifications/${UNKNOWN}/` })
  expect(beside.status).toBe(429)
  expect((await other.test.get(UNKNOWN)).status).toBe(404)
  // Wrong credentials count for the address they come from.
  const unknown = {
    method: 'GET',
    path: `/identifications/${UNKNOWN}/`,
    headers: { authorization: 'Basic eDp5' },
  }
  const statuses: number[] = []
  for (let sent = 0; sent < ADDRESS_LIMIT; sent += 1) statuses.push((await other.test.send(unknown)).status)
  expect(statuses[0]).toBe(401)
  expect(statuses.at(-1)).toBe(429)
  expect((await other.test.send(unknown)).body.errors[0].detail).toBe(
    'Too many requests come from this address',
  )
})

test('Steps of applicants beyond the limit of an address are refused, pages are not', async () => {
  const { web } = await served.addClient()
  const step = { method: 'POST', path: `/capture/${UNKNOWN}/finish`, headers: { authorization: 'Bearer x' } }
  expect((await web.send(step)).status).not.toBe(429)
  expect((await web.send(step)).status).not.toBe(429)
  const refused = await web.send(step)
  expect(refused.status).toBe(429)
  expect(refused.headers['retry-after']).toMatch(/^[1-9]\d*$/)
  expect((await web.send({ method: 'GET', path: `/capture/${UNKNOWN}` })).status).toBe(404)
})

test('What a trusted proxy forwards counts for the address it tells, at the API and at the pages', async () => {
  const { test: backend, web } = await served.addClient()
  const forwarded = { 'x-forwarded-for': '192.0.2.7' }
  const asked = { method: 'GET', path: `/identifications/${UNKNOWN}/` }
  const unknown = { authorization: 'Basic eDp5' }
  for (let sent = 0; sent < ADDRESS_LIMIT; sent += 1) await backend.send({ ...asked, headers: unknown })
  expect((await backend.send({ ...asked, headers: unknown })).status).toBe(429)
  expect((await backend.send({ ...asked, headers: { ...unknown, ...forwarded } })).status).toBe(401)
  const step = { method: 'POST', path: `/capture/${UNKNOWN}/finish` }
  for (let sent = 0; sent < 2; sent += 1) await web.send(step)
  expect((await web.send(step)).status).toBe(429)
  expect((await web.send({ ...step, headers: forwarded })).status).not.toBe(429)
})
