import type { Kysely } from 'kysely'
import pino from 'pino'
import type { Database, DatabaseConnection } from '../../server/platform/database/database.ts'
import { startQueue } from '../../server/platform/queue/pg-boss.ts'
import { announceStatus } from '../../server/webhooks/announce-status.ts'
import type { ClientBackend } from '../../test/fakes/client-backend.ts'
import type { Service } from '../../test/fakes/service.ts'
import { openReceiver } from '../../test/fakes/webhook-receiver.ts'
import { percentile } from '../journey/measure/percentile.ts'
import { type CpuSeconds, readCpuSeconds } from '../journey/measure/process-tree.ts'

const JSON_API = 'application/vnd.api+json'
/** How long all webhooks of a row may take. */
const LIMIT_MS = 120_000
const LOOK_MS = 50

/** How fast a backlog of webhooks is delivered. */
export interface WebhookRow {
  receivers: number
  delivered: number
  perSecond: number
  /** Processor time of the service for each, its database included, ms. */
  cpuMsEach: number
}

/** Lets webhooks of as many identifications wait, then times their delivery, each written down twice, to receivers that answer at once. */
export async function measureBacklog(
  {
    database,
    connection,
    service: { webhookSecret: secret, processId },
  }: { database: Kysely<Database>; connection: DatabaseConnection; service: Service },
  { count, receivers: wanted }: { count: number; receivers: number },
): Promise<WebhookRow> {
  const receivers = await Promise.all(Array.from({ length: wanted }, () => openReceiver({ secret })))
  const queue = await startQueue({ connection, role: 'send', log: pino({ level: 'silent' }) })
  const rows = await database
    .selectFrom('identifications')
    .innerJoin('configurations', 'configurations.id', 'identifications.configuration_id')
    .select(['identifications.id', 'identification_id', 'configuration_id', 'name'])
    .orderBy('identifications.id', 'desc')
    .limit(count)
    .execute()
  await database.transaction().execute(async (transaction) => {
    for (const [index, row] of rows.entries()) {
      await announceStatus(transaction, {
        queue,
        identification: row.id,
        identificationId: row.identification_id,
        configuration: { id: row.configuration_id, name: row.name },
        environment: 'test',
        url: receivers[index % wanted].url,
        status: 'processed',
        returnReason: null,
        now: new Date(),
      })
    }
  })
  const before = await readCpuSeconds(processId)
  const startedMs = performance.now()
  const arrived = () => receivers.reduce((sum, { received }) => sum + received.length, 0)
  await waitUntil(() => arrived() >= rows.length)
  const seconds = (performance.now() - startedMs) / 1_000
  const cpuSeconds = sum(await readCpuSeconds(processId)) - sum(before)
  await queue.stop()
  await Promise.all(receivers.map((receiver) => receiver.close()))
  const delivered = rows.length
  return {
    receivers: wanted,
    delivered,
    perSecond: delivered / seconds,
    cpuMsEach: (cpuSeconds * 1_000) / delivered,
  }
}

function sum({ serve, media, worker, postgres }: CpuSeconds): number {
  return serve + media + worker + postgres
}

/** Times, one after the other, from asking for a status change until the receiver hears of it, ms. */
export async function measureNews(
  backend: ClientBackend,
  { secret, count }: { secret: string; count: number },
): Promise<{ p50Ms: number | null; p95Ms: number | null }> {
  const receiver = await openReceiver({ secret })
  const timesMs: number[] = []
  for (let index = 0; index < count; index += 1) {
    const { body } = await backend.create({ webhook: receiver.url })
    const id = body.data.attributes['identification-id']
    const heard = receiver.waitFor('initiated', LIMIT_MS, id)
    const startedMs = performance.now()
    await Promise.all([
      simulate(backend, id, 'initiated'),
      heard.then(() => timesMs.push(performance.now() - startedMs)),
    ])
  }
  await receiver.close()
  return { p50Ms: percentile(timesMs, 0.5), p95Ms: percentile(timesMs, 0.95) }
}

/** Has an identification come to a status; throws unless the service says so. */
export async function simulate(backend: ClientBackend, id: string, status: string): Promise<void> {
  const body = JSON.stringify({ data: { type: 'simulations', attributes: { status } } })
  const headers = { accept: JSON_API, 'content-type': JSON_API }
  const answer = await backend.send({
    method: 'POST',
    path: `/identifications/${id}/simulate/`,
    headers,
    body,
  })
  if (answer.status !== 200) throw new Error(`Simulating ${status} answered ${answer.status}: ${answer.text}`)
}

async function waitUntil(holds: () => boolean): Promise<void> {
  const endsAtMs = performance.now() + LIMIT_MS
  while (!holds()) {
    if (performance.now() > endsAtMs) throw new Error(`Not all webhooks came within ${LIMIT_MS} ms`)
    await new Promise((done) => setTimeout(done, LOOK_MS))
  }
}
