import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createClientBackend } from '../../test/fakes/client-backend.ts'
import { type Service, startService } from '../../test/fakes/service.ts'
import { openReceiver } from '../../test/fakes/webhook-receiver.ts'
import { describeMachine } from '../journey/measure/describe-machine.ts'
import { countFaults } from './count-faults.ts'
import type { Ledger } from './count-heard.ts'
import { listBreaches } from './list-breaches.ts'
import { startLoad } from './start-load.ts'
import { writeFaults } from './write-faults.ts'

/** The kill comes at a random moment of this much load, ms. */
const LONGEST_LOAD_MS = 3_000
/** Everything must have arrived this long after the last start, ms. */
const SETTLE_LIMIT_MS = 120_000
const SETTLE_LOOK_MS = 500
/** What was sent before a kill has come to the receiver, which shares a process with the load, this long after it, ms. */
const ARRIVAL_MS = 500
/** Beyond what a bench can ask: limits are no part of what is tried. */
const UNLIMITED = '1000000'
/** Longer than any run: what expires by itself is no loss, minutes. */
const LINK_MINUTES = '10000'

const OPTIONS = {
  kills: { type: 'string', default: '200' },
  clients: { type: 'string', default: '4' },
  results: { type: 'string', default: 'write' },
} as const

const { values } = parseArgs({ options: OPTIONS })
const circumstances = describeMachine()
const dataDirectory = await mkdtemp(join(tmpdir(), 'vidimus-faults-'))
const environment = {
  VIDIMUS_LOG_LEVEL: 'error',
  VIDIMUS_ACCOUNT_REQUESTS_PER_MINUTE: UNLIMITED,
  VIDIMUS_ADDRESS_REQUESTS_PER_MINUTE: UNLIMITED,
  VIDIMUS_LINK_MINUTES: LINK_MINUTES,
}
const start = () => startService({ dataDirectory, environment })
let service = await start()
const receiver = await openReceiver({ secret: service.webhookSecret })
const ledger: Ledger = { created: new Map(), refused: 0, kills: [] }
const startedAt = Date.now()
for (let kill = 1; kill <= Number(values.kills); kill += 1) {
  const load = startLoad(service, { ledger, clients: Number(values.clients), webhook: receiver.url })
  await wait(randomInt(LONGEST_LOAD_MS))
  await service.kill()
  await load.end()
  await wait(ARRIVAL_MS)
  ledger.kills.push(new Date())
  service = await start()
  process.stdout.write(`kill ${kill}: ${ledger.created.size} created, ${receiver.received.length} webhooks\n`)
}
await settle(service)
const counted = await countFaults(service, { ledger, received: receiver.received })
const text = writeFaults({
  date: new Date().toISOString().slice(0, 19),
  circumstances,
  kills: Number(values.kills),
  minutes: (Date.now() - startedAt) / 60_000,
  command: ['npm run bench:faults --', ...process.argv.slice(2)].join(' '),
  counted,
})
process.stdout.write(`${text.section}\n`)
if (values.results === 'write') await text.keep()
await receiver.close()
await service.remove()
await rm(dataDirectory, { recursive: true, force: true })
const breaches = listBreaches(counted)
for (const breach of breaches) process.stderr.write(`The goal was not kept: ${breach}\n`)
process.exitCode = breaches.length > 0 ? 1 : 0

/** Waits until every acknowledged status has been told, or the limit. */
async function settle(running: Service): Promise<void> {
  const backend = createClientBackend(running)
  const endsAt = Date.now() + SETTLE_LIMIT_MS
  const isTold = () => {
    const heard = new Set(receiver.received.map((one) => `${one.identificationId} ${one.status}`))
    return [...ledger.created].every(([id, statuses]) =>
      statuses.every((status) => heard.has(`${id} ${status}`)),
    )
  }
  while (!isTold() && Date.now() < endsAt) await wait(SETTLE_LOOK_MS)
  backend.close()
}
