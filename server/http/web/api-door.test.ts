import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UNASKED_API } from '../../../test/fakes/api/unasked-api.ts'
import { createListener } from '../create-listener.ts'
import { addApiDoor } from './api-door.ts'

const ID = '70f01f19-6ec5-4b14-9b30-2c493e49df15'
let app: FastifyInstance

beforeAll(async () => {
  app = createListener({
    log: pino({ level: 'silent' }),
    tls: null,
    clientCertificates: 'ignored',
    bodyLimitBytes: 1024,
  })
  app.register(async (scope) => addApiDoor(scope, { api: UNASKED_API, transport: 'plain' }))
  await app.ready()
})

afterAll(() => app.close())

test('Over plain HTTP the API is refused and says why, whatever is asked of it', async () => {
  for (const [method, url] of [
    ['GET', `/api/identifications/${ID}/`],
    ['POST', '/api/identifications/'],
    ['GET', '/api/documents/1/identity'],
  ] as const) {
    const { statusCode, body } = await app.inject({
      method,
      url,
      headers: { authorization: 'Basic aWQ6cw==' },
    })
    expect(statusCode, url).toBe(403)
    expect(JSON.parse(body).errors[0].detail).toBe('API requests must be made over HTTPS')
  }
})
