import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeBodies } from './_take-bodies.ts'
import { createListener } from './create-listener.ts'

let app: FastifyInstance

beforeAll(async () => {
  app = createListener({
    log: pino({ level: 'silent' }),
    tls: null,
    clientCertificates: 'ignored',
    bodyLimitBytes: 1000,
  })
  takeBodies(app, 'json-api')
  app.post('/strict', async ({ body }) => ({ body }))
  app.post('/ignoring', { config: { body: 'ignored' } }, async ({ body }) => ({ body }))
  app.post('/forms', { config: { body: 'json or form' } }, async ({ body }) => ({ body }))
  await app.ready()
})

afterAll(() => app.close())

function post(url: string, type: string | null, payload: string | Buffer = '') {
  return app.inject({ method: 'POST', url, payload, headers: type === null ? {} : { 'content-type': type } })
}

test.each([null, 'text/plain', 'nonsense', ';', 'application/json', 'a/b; c'])(
  'A route that ignores bodies takes any of type %s',
  async (type) => {
    for (const payload of ['', '{"cut":', Buffer.from([0xff, 0])]) {
      const answer = await post('/ignoring', type, payload)
      expect(answer.statusCode).toBe(200)
      expect(answer.json()).toEqual({})
    }
    expect((await post('/ignoring', type, 'x'.repeat(1001))).statusCode).toBe(400)
  },
)

test('Without anything in it a body may have any type', async () => {
  for (const type of [null, 'text/plain', 'nonsense']) {
    expect((await post('/strict', type)).statusCode).toBe(200)
    expect((await post('/strict', type, '{}')).statusCode).toBe(415)
  }
})

test('A form and its JSON say the same', async () => {
  const expected = { body: { webhook: 'https://client.example/é?a=1' } }
  const json = JSON.stringify(expected.body)
  const form = `webhook=${encodeURIComponent(expected.body.webhook)}`
  expect((await post('/forms', 'application/json', json)).json()).toEqual(expected)
  expect((await post('/forms', 'application/vnd.api+json', json)).json()).toEqual(expected)
  expect((await post('/forms', 'application/x-www-form-urlencoded', form)).json()).toEqual(expected)
})

test.each([
  ['bad UTF-8', 'a=%ff'],
  ['bytes that are no text', Buffer.from([0x61, 0x3d, 0xff])],
  ['NUL', 'a=%00'],
  ['cut escapes', 'a=%2'],
])('A form with %s is refused', async (_what, form) => {
  const answer = await post('/forms', 'application/x-www-form-urlencoded', form)
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors[0].source).toEqual({ pointer: '' })
})

test('A form is no JSON:API', async () => {
  expect((await post('/strict', 'application/x-www-form-urlencoded', 'a=b')).statusCode).toBe(415)
  expect((await post('/forms', 'text/plain', 'a=b')).statusCode).toBe(415)
})
