import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pino from 'pino'
import { connectDatabase } from '../../server/platform/database/connect-database.ts'
import { startEmbeddedPostgres } from '../../server/platform/database/embedded-postgres.ts'
import { type ClientBackend, createClientBackend } from '../../test/fakes/client-backend.ts'
import { type Service, startService } from '../../test/fakes/service.ts'
import { describeMachine } from '../journey/measure/describe-machine.ts'
import { watchOthers } from '../journey/measure/others-load.ts'
import { addAssets } from './add-assets.ts'
import { fillDatabase } from './fill-database.ts'
import type { LoadRequest } from './load-process.ts'
import { measureLoad } from './measure-load.ts'
import { measureBacklog, measureNews, simulate } from './measure-webhooks.ts'
import { type ApiResults, writeApiTable, writeResults } from './write-results.ts'

const BARE_SERVER = new URL('./bare-server.ts', import.meta.url)
const JSON_API = 'application/vnd.api+json'
const HEADERS = { accept: JSON_API, 'content-type': JSON_API }
const CREATE_BODY = JSON.stringify({
  data: {
    type: 'identifications',
    attributes: {
      'identification-form': { 'external-user-id': '1337', 'phone-number': null },
      'reference-data': { 'first-name': 'JEAN', 'last-name': 'VALJEAN', 'birth-date': '1978-11-25' },
      'redirect-url': 'https://client.example/return',
    },
  },
})
/** Beyond what a bench can ask: limits are no part of what is measured. */
const UNLIMITED = '1000000'

const OPTIONS = {
  seconds: { type: 'string', default: '10' },
  connections: { type: 'string', default: '32' },
  webhooks: { type: 'string', default: '3000' },
  news: { type: 'string', default: '100' },
  fill: { type: 'string', default: '0' },
  results: { type: 'string', default: 'write' },
} as const

const { values } = parseArgs({ options: OPTIONS })
const circumstances = describeMachine()
const others = await watchOthers()
const service = await startService({
  environment: {
    VIDIMUS_LOG_LEVEL: 'warn',
    VIDIMUS_ACCOUNT_REQUESTS_PER_MINUTE: UNLIMITED,
    VIDIMUS_ADDRESS_REQUESTS_PER_MINUTE: UNLIMITED,
  },
})
const backend = createClientBackend(service)
const postgres = await startEmbeddedPostgres({
  dataDirectory: service.dataDirectory,
  log: pino({ level: 'silent' }),
})
const database = connectDatabase(postgres.connection, pino({ level: 'silent' }))
try {
  const processed = await makeProcessed()
  const answer = await backend.get(processed.id)
  const count = Math.max(Number(values.fill), Number(values.webhooks))
  say(`Filling to ${count} identifications …`)
  await fillDatabase(database, { template: processed.row, count })
  const get = { method: 'GET', path: `/identifications/${processed.id}/`, headers: { accept: JSON_API } }
  const post = { method: 'POST', path: '/identifications/', headers: HEADERS, body: CREATE_BODY }
  const created = await backend.send(post)
  const rows = [
    await measureBare('bare GET', { request: get, answer }),
    await measureOwn('GET', { request: get, expectedStatus: 200 }),
    await measureBare('bare create', { request: post, answer: created }),
    await measureOwn('create', { request: post, expectedStatus: 201 }),
  ]
  const house = { database, connection: postgres.connection, service }
  const backlog = []
  for (const receivers of [1, 4]) {
    backlog.push(await measureBacklog(house, { count: Number(values.webhooks), receivers }))
  }
  const news = await measureNews(backend, { secret: service.webhookSecret, count: Number(values.news) })
  const results: ApiResults = {
    date: new Date().toISOString().slice(0, 19),
    command: ['npm run bench:api --', ...process.argv.slice(2)].join(' '),
    circumstances,
    others: await others.end(),
    fill: count,
    answerBytes: Buffer.byteLength(answer.text),
    rows,
    backlog,
    news,
  }
  say(writeApiTable(results))
  if (values.results === 'write') say(`Kept in ${await writeResults(results)}`)
  process.exitCode = rows.every(({ failed }) => failed === 0) ? 0 : 1
} finally {
  backend.close()
  await database.destroy()
  postgres.leave()
  await service.remove()
}

/** An identification whose answer has three signed URLs. */
async function makeProcessed(): Promise<{ id: string; row: number }> {
  const { body } = await backend.create()
  const { 'identification-id': id } = body.data.attributes
  await simulate(backend, id, 'processed')
  await addAssets(database, Number(body.data.id))
  return { id, row: Number(body.data.id) }
}

function measureOwn(name: string, load: Pick<LoadRequest, 'request' | 'expectedStatus'>) {
  say(`${name} …`)
  return measureLoad(name, service.processId, { ...clientOf(service), ...load })
}

async function measureBare(
  name: string,
  { request, answer }: { request: LoadRequest['request']; answer: Awaited<ReturnType<ClientBackend['get']>> },
) {
  say(`${name} …`)
  const child: ChildProcess = fork(BARE_SERVER)
  const keys = join(service.dataDirectory, 'keys')
  const headers = { 'content-type': JSON_API }
  const { status, text: body } = answer
  child.send({ certFile: join(keys, 'server.crt'), keyFile: join(keys, 'server.key'), status, headers, body })
  const [port] = await once(child, 'message')
  const load = { ...clientOf(service), apiUrl: `https://127.0.0.1:${port}`, request, expectedStatus: status }
  const row = await measureLoad(name, child.pid ?? 0, load)
  child.disconnect()
  return row
}

function clientOf({ apiUrl, clientId, clientSecret, caFile, certFile, keyFile }: Service) {
  const limits = { connections: Number(values.connections), seconds: Number(values.seconds) }
  return { apiUrl, clientId, clientSecret, caFile, certFile, keyFile, ...limits }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
