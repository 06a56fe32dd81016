import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMediaProxy } from './media-proxy.ts'

const PATH = '/capture/70f01f19-6ec5-4b14-9b30-2c493e49df15'

let media: http.Server
let proxy: FastifyInstance
let port: number
/** What the media process does with a request. */
let answer: (request: IncomingMessage, response: ServerResponse) => void
let seen: IncomingMessage[]

beforeEach(async () => {
  seen = []
  media = http.createServer((request, response) => {
    seen.push(request)
    answer(request, response)
  })
  media.listen(0, '127.0.0.1')
  await once(media, 'listening')
  proxy = Fastify()
  proxy.register(async (scope) =>
    addMediaProxy(scope, `http://127.0.0.1:${(media.address() as AddressInfo).port}`),
  )
  await proxy.listen({ port: 0, host: '127.0.0.1' })
  port = (proxy.server.address() as AddressInfo).port
})

afterEach(async () => {
  await proxy.close()
  media.closeAllConnections()
  media.close()
})

function send(
  method: string,
  path: string,
  options: { headers?: Record<string, string>; body?: string } = {},
) {
  const { headers = {}, body } = options
  return new Promise<IncomingMessage>((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, method, path, headers }, resolve)
    request.on('error', reject)
    request.end(body)
  })
}

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  return text
}

test('An offer and its answer pass with their headers', async () => {
  answer = async (request, response) => {
    const offer = await textOf(request)
    response.writeHead(201, { location: `${PATH}/whip/7`, etag: '"a"', 'content-type': 'application/sdp' })
    response.end(`answer to ${offer}`)
  }
  const headers = {
    'content-type': 'application/sdp',
    authorization: 'Bearer token',
    'x-forwarded-for': '192.0.2.9',
  }
  const response = await send('POST', `${PATH}/whip`, { headers, body: 'v=0' })
  expect(response.statusCode).toBe(201)
  expect(response.headers).toMatchObject({
    location: `${PATH}/whip/7`,
    etag: '"a"',
    'content-type': 'application/sdp',
  })
  expect(await textOf(response)).toBe('answer to v=0')
  expect(seen[0].url).toBe(`${PATH}/whip`)
  expect(seen[0].headers).toMatchObject({ authorization: 'Bearer token', 'x-forwarded-for': '127.0.0.1' })
})

test.each([
  ['PATCH', `${PATH}/whip/7`],
  ['DELETE', `${PATH}/whip/7`],
  ['POST', `${PATH}/scenes/document-front/start`],
])('%s %s passes', async (method, path) => {
  answer = (_request, response) => response.writeHead(204).end()
  expect((await send(method, path)).statusCode).toBe(204)
  expect(seen.map(({ url, method: passed }) => [passed, url])).toEqual([[method, path]])
})

test('A refusal of the media process passes as it is, and is not tried again', async () => {
  answer = (_request, response) => response.writeHead(503, { 'retry-after': '2' }).end('full')
  const response = await send('GET', `${PATH}/whip/7`)
  expect(response.statusCode).toBe(503)
  expect(await textOf(response)).toBe('full')
  expect(seen).toHaveLength(1)
})

test('Each line of the live channel arrives when it is said', async () => {
  let speak: (line: string) => void = () => {}
  answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    response.flushHeaders()
    speak = (line) => response.write(`${line}\n`)
  }
  const response = await send('GET', `${PATH}/live`)
  expect(response.headers['content-type']).toBe('application/x-ndjson')
  for (const line of ['{"type":"hint"}', '{"type":"captured"}']) {
    speak(line)
    const [chunk] = await once(response, 'data')
    expect(String(chunk)).toBe(`${line}\n`)
  }
  response.destroy()
})

test('The media process learns that the page has left the live channel', async () => {
  const left = new Promise<void>((resolve) => {
    answer = (_request, response) => {
      response.writeHead(200).write('{}\n')
      response.on('close', resolve)
    }
  })
  const response = await send('GET', `${PATH}/live`)
  await once(response, 'data')
  response.destroy()
  await left
})

test('An open live channel does not keep the listener from closing', async () => {
  answer = (_request, response) => {
    response.writeHead(200).write('{}\n')
  }
  const response = await send('GET', `${PATH}/live`)
  await once(response, 'data')
  response.on('error', () => {})
  await proxy.close()
  expect(proxy.server.listening).toBe(false)
})

test.each([
  ['another room', `${PATH}/attempts`],
  ['no UUID', '/capture/801/whip'],
  ['a way out', `${PATH}/whip/../../../metrics`],
  ['a hidden way out', `${PATH}/whip/%2e%2e/%2e%2e/metrics`],
  ['an empty step', `${PATH}/whip//x`],
])('Nothing passes to %s', async (_what, path) => {
  answer = (_request, response) => response.writeHead(200).end()
  const response = await send('POST', path)
  expect(response.statusCode).toBeGreaterThanOrEqual(400)
  expect(seen).toHaveLength(0)
})

test('Bodies that are too long, or of no said length, do not pass', async () => {
  answer = (_request, response) => response.writeHead(200).end()
  await expect(send('POST', `${PATH}/whip`, { body: 'x'.repeat(70_000) })).resolves.not.toMatchObject({
    statusCode: 200,
  })
  const chunked = await send('POST', `${PATH}/whip`, {
    headers: { 'transfer-encoding': 'chunked' },
    body: 'x',
  })
  expect(chunked.statusCode).not.toBe(200)
  expect(seen).toHaveLength(0)
})
