import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { findChromium } from '../../test/fakes/find-chromium.ts'
import { type Service, startService } from '../../test/fakes/service.ts'
import { CAST } from '../../test/people/cast.ts'
import { type Film, filmPerson } from '../../test/people/film/film-person.ts'
import { type BenchClient, openClient } from './applicant/open-client.ts'
import { type Applicant, startApplicant } from './applicant/start-applicant.ts'
import { verifyWithPhone } from './applicant/verify-with-phone.ts'
import { encodeFilm } from './film/encode-film.ts'
import { describeMachine } from './measure/describe-machine.ts'
import { cpuBetween, measureRow, type Row, type RowRequest, type Visit } from './measure/measure-row.ts'
import { readCpuSeconds, readTreeMemory } from './measure/process-tree.ts'
import { type Results, writeResults, writeTable } from './measure/write-results.ts'

/** Camera size that the capture plan asks for, px. */
const CAMERA = { width: 1280, height: 720 }
/** Applicants of the row in which several film together. */
const AT_ONCE = 4
/** How long the service is watched with nobody filming, ms. */
const IDLE_MS = 15_000
const DOCUMENT = 'passport'

const OPTIONS = {
  runs: { type: 'string', default: '10' },
  rounds: { type: 'string', default: '3' },
  phones: { type: 'string', default: '3' },
  results: { type: 'string', default: 'write' },
} as const

/** What the rows work with. */
interface Bench {
  service: Service
  client: BenchClient
  film: Film
  segmentFolder: string
  applicants: Applicant[]
}

/** Measures whole verifications on a service of its own; gives the exit code. */
async function runBench(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS })
  const circumstances = describeMachine()
  say('Drawing and encoding the film …')
  const film = await filmPerson({ person: CAST.luca, document: DOCUMENT })
  const segmentFolder = await encodeFilm(film, CAMERA)
  say('Starting Vidimus on data of its own …')
  // The film has no turned head in the colours of a screen. Left out with them: some 20 ms of a worker for the colours of the turns,
  // a third of a second where as many were shown as can be, and below a millisecond a frame.
  const service = await startService({ environment: { VIDIMUS_FACE_LIGHT: 'false' } })
  const client = await openClient(service)
  const applicants = await Promise.all(Array.from({ length: AT_ONCE }, startApplicant))
  const bench: Bench = { service, client, film, segmentFolder, applicants }
  try {
    await warmUp(bench)
    const idle = await measureIdle(service)
    const rows = await measureRows(bench, values)
    const date = new Date().toISOString().slice(0, 19)
    const words = process.argv.slice(2)
    const command = ['npm run bench:journey', ...(words.length > 0 ? ['--', ...words] : [])].join(' ')
    return await tell({ date, command, circumstances, idle, rows }, values.results)
  } finally {
    await Promise.all(applicants.map((applicant) => applicant.close()))
    await client.close()
    await service.remove()
  }
}

/** The first verification loads models and compiles code: it is not the one to measure. */
async function warmUp(bench: Bench): Promise<void> {
  say('Warming up …')
  sayVisit({ kind: 'verified', ...(await verifyByStream(bench, 0)) })
}

async function measureIdle({ processId }: Service): Promise<Results['idle']> {
  const before = await readCpuSeconds(processId)
  await wait(IDLE_MS)
  const after = await readCpuSeconds(processId)
  if (after.postgres === 0 || after.worker === 0) throw new Error('Not every part of the service is counted')
  return { cpuPerMinute: cpuBetween(before, after, IDLE_MS / 60_000), ...(await readTreeMemory(processId)) }
}

async function measureRows(
  bench: Bench,
  counts: { runs: string; rounds: string; phones: string },
): Promise<Row[]> {
  const stream = (applicant: number) => verifyByStream(bench, applicant)
  const phone = () => verifyByPhone(bench)
  const planned: Pick<RowRequest, 'name' | 'atOnce' | 'rounds' | 'verify'>[] = [
    { name: '1 sender', atOnce: 1, rounds: Number(counts.runs), verify: stream },
    { name: `${AT_ONCE} senders at once`, atOnce: AT_ONCE, rounds: Number(counts.rounds), verify: stream },
    { name: '1 Chromium', atOnce: 1, rounds: findChromium() ? Number(counts.phones) : 0, verify: phone },
  ]
  const rows: Row[] = []
  for (const row of planned.filter(({ rounds }) => rounds > 0)) {
    say(`${row.name}, ${row.rounds} rounds`)
    rows.push(await measureRow({ ...row, serviceProcessId: bench.service.processId, onVisit: sayVisit }))
  }
  return rows
}

async function verifyByStream({ client, applicants, segmentFolder }: Bench, applicant: number) {
  const { id, identificationUrl } = await client.create()
  const request = { identificationUrl, document: DOCUMENT, segmentFolder } as const
  const { answerMs, answerFromLastFrameMs, visitMs, ...details } = await applicants[applicant].verify(request)
  await client.assertVerified(id)
  return { answerMs, answerFromLastFrameMs, visitMs, details }
}

async function verifyByPhone({ client, film }: Bench) {
  const { id, identificationUrl } = await client.create()
  const request = { identificationUrl, document: DOCUMENT, film } as const
  const { answerMs, visitMs, screens } = await verifyWithPhone(request)
  await client.assertVerified(id)
  return { answerMs, answerFromLastFrameMs: null, visitMs, details: { screens } }
}

async function tell(results: Results, mode: string): Promise<number> {
  say(`\n${writeTable(results)}`)
  if (mode === 'write') say(`Kept in ${await writeResults(results)}`)
  return results.rows.every(({ failed }) => failed === 0) ? 0 : 1
}

function sayVisit(visit: Visit): void {
  if (visit.kind === 'failed') say(`  failed: ${visit.reason}`)
  else say(`  answer after ${seconds(visit.answerMs)} s, visit of ${seconds(visit.visitMs)} s`)
}

function seconds(timeMs: number): string {
  return (timeMs / 1000).toFixed(2)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await runBench()
