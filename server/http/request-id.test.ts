import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { createListener } from './create-listener.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const logged: string[] = []
const app = createListener({
  log: pino({ level: 'info' }, { write: (line: string) => logged.push(line) }),
  tls: null,
  clientCertificates: 'ignored',
  bodyLimitBytes: 100,
})
app.get('/', async () => 'here')

afterAll(() => app.close())

const ask = (url: string, id?: string) =>
  app.inject({ method: 'GET', url, headers: id === undefined ? {} : { 'x-request-id': id } })

test.each(['/', '/nothing', '/%ff', '/%'])(
  'The request id of a client comes back from %s and stands in the log',
  async (url) => {
    logged.length = 0
    const answer = await ask(url, 'order-7:a.b/c')
    expect(answer.headers['x-request-id']).toBe('order-7:a.b/c')
    expect(logged.map((line) => JSON.parse(line).requestId)).toEqual(['order-7:a.b/c'])
  },
)

test.each([undefined, '', 'a b', 'é', '<script>', 'x'.repeat(129)])(
  'Where a client sends %j for an id, one is made',
  async (id) => {
    const answer = await ask('/', id)
    expect(answer.headers['x-request-id']).toMatch(UUID)
    expect((await ask('/', id)).headers['x-request-id']).not.toBe(answer.headers['x-request-id'])
  },
)
