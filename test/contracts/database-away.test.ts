import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'

const START_LIMIT_MS = 60_000
const TEST_LIMIT_MS = 60_000

let served: ServedPlatform

beforeAll(async () => {
  served = await servePlatform()
}, START_LIMIT_MS)

afterAll(() => served?.close())

test(
  'While the database is away everything is unavailable, and all is well once it is back',
  async () => {
    const { test: backend, web } = await served.addClient()
    const created = await backend.create()
    const id = created.body.data.attributes['identification-id']
    const bearer = { authorization: 'Bearer token' }
    const ask = [
      () => backend.get(id),
      () => backend.create(),
      () => web.send({ method: 'GET', path: `/capture/${id}` }),
      () => web.send({ method: 'POST', path: `/capture/${id}/finish`, headers: bearer }),
      () => web.send({ method: 'GET', path: `/capture/${id}/attempt`, headers: bearer }),
    ]

    await served.store.stopServer()
    for (const request of ask) {
      const answer = await request()
      expect(answer.status).toBe(503)
      expect(answer.headers['retry-after']).toBe('5')
      expect(answer.headers).not.toHaveProperty('www-authenticate')
      expect(answer.body.errors).toEqual([
        {
          detail: 'The service cannot answer now',
          source: { pointer: '/data' },
          status: '503',
          code: 'api_error',
        },
      ])
    }

    await served.store.startServer()
    expect((await Promise.all(ask.map((request) => request()))).map(({ status }) => status)).toEqual([
      200, 201, 200, 401, 401,
    ])
  },
  TEST_LIMIT_MS,
)

test(
  'Requests under way when the database goes are answered, with success or 503',
  async () => {
    const { test: backend } = await served.addClient()
    const answers: Promise<{ status: number }>[] = []
    const stopping = { isDone: false }
    const stop = served.store.stopServer().then(() => {
      stopping.isDone = true
    })
    while (!stopping.isDone) {
      answers.push(backend.create())
      await answers.at(-1)
    }
    await stop
    await served.store.startServer()
    const statuses = new Set((await Promise.all(answers)).map(({ status }) => status))
    expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([])
    expect((await backend.create()).status).toBe(201)
  },
  TEST_LIMIT_MS,
)
