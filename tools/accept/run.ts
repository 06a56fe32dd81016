import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createClientBackend } from '../../test/fakes/client-backend.ts'
import { openPhone } from '../../test/fakes/phone.ts'
import { findFreePort, type Service, startService } from '../../test/fakes/service.ts'
import { CAST } from '../../test/people/cast.ts'
import { filmPerson } from '../../test/people/film/film-person.ts'
import { cloneProject, runToEnd } from './clone-project.ts'

/** How long a vanished browser may go unnoticed before this stops waiting, milliseconds; the goal is 5 s. */
const GONE_LIMIT_MS = 15_000
const LINE_LIMIT_MS = 60_000

/** One thing a newcomer would try, what came of it, and whether that is what the README promises. */
interface Finding {
  what: string
  result: string
  isGood: boolean
}

const findings: Finding[] = []

/** Lives through a newcomer's first day on a fresh clone and prints what happened. */
async function accept(): Promise<void> {
  const folder = cloneProject()
  try {
    const install = await runToEnd('npm ci', { folder })
    note('npm ci', `exit ${install.code} in ${install.seconds.toFixed(0)} s`, install.code === 0)
    const ports = { api: await findFreePort(), web: await findFreePort() }
    const environment = { VIDIMUS_API_PORT: String(ports.api), VIDIMUS_WEB_PORT: String(ports.web) }
    const options = { projectDirectory: folder, dataDirectory: join(folder, 'data'), environment }
    await liveThroughStarts(options)
    const demo = await runToEnd('npm run demo', { folder })
    note('npm run demo', `exit ${demo.code} in ${demo.seconds.toFixed(0)} s`, demo.code === 0)
  } finally {
    rmSync(dirname(folder), { recursive: true, force: true })
  }
}

interface StartOptions {
  projectDirectory: string
  dataDirectory: string
  environment: Record<string, string>
}

async function liveThroughStarts(options: StartOptions): Promise<void> {
  const first = await startTimed('first start, building included', 30, options)
  const curl = await runToEnd(printedCurl(first), { folder: options.projectDirectory })
  const created = /"identification-id":\s*"([0-9a-f-]{36})"/.exec(curl.output)?.[1] ?? ''
  note('the printed curl', created ? `created ${created}` : curl.output, created !== '')
  await refuseSecond(options)
  note('SIGTERM', `exit ${await first.stop()}`, true)
  const second = await startTimed('second start', 3, options)
  await second.kill()
  const third = await startTimed('start after kill -9', 2, options)
  const status = (await createClientBackend(third).get(created)).body?.data?.attributes?.status
  note('what was acknowledged before', `is ${status}`, status === 'uninitiated')
  await loseApplicant(third)
  await third.stop()
}

async function startTimed(what: string, goalSeconds: number, options: StartOptions): Promise<Service> {
  const startedAtMs = performance.now()
  const service = await startService(options)
  const seconds = (performance.now() - startedAtMs) / 1000
  note(what, `${seconds.toFixed(1)} s (goal ${goalSeconds} s)`, seconds <= goalSeconds)
  return service
}

function printedCurl({ lines }: Service): string {
  const from = lines.findIndex((line) => line.startsWith('curl '))
  const until = lines.findIndex((line, index) => index >= from && !line.endsWith('\\'))
  return lines.slice(from, until + 1).join('\n')
}

async function refuseSecond({ projectDirectory, environment }: StartOptions): Promise<void> {
  const second = await runToEnd('npm start', { folder: projectDirectory, environment })
  const told = second.output
    .trim()
    .split('\n')
    .findLast((line) => line.includes('data'))
  note('a second process on the same data', `exit ${second.code}: ${told}`, second.code !== 0)
}

async function loseApplicant(service: Service): Promise<void> {
  const film = await filmPerson({ person: CAST.anna, document: 'passport' })
  const phone = await openPhone({ film, identificationUrl: service.identificationUrl })
  const captured = service.waitForLine(/scene captured/, LINE_LIMIT_MS)
  await phone.startFilming({ document: 'passport' })
  await phone.reload()
  await phone.waitForScreen('filming')
  note('a reload', 'resumes the attempt at its scene', true)
  const p95Ms = Number(/"hintLatencyP95Ms":([\d.]+)/.exec(await captured)?.[1])
  note('hints', `p95 ${p95Ms.toFixed(0)} ms (goal 350 ms)`, p95Ms <= 350)
  const gone = service.waitForLine(/applicant gone/, GONE_LIMIT_MS)
  const killedAtMs = performance.now()
  await phone.kill()
  await gone
  const seconds = (performance.now() - killedAtMs) / 1000
  note('a killed browser', `noticed after ${seconds.toFixed(1)} s (goal 5 s)`, seconds <= 5)
}

function note(what: string, result: string, isGood: boolean): void {
  findings.push({ what, result, isGood })
  process.stdout.write(`${isGood ? 'good ' : 'SHORT'}  ${what}: ${result}\n`)
}

await accept()
process.exitCode = findings.every(({ isGood }) => isGood) ? 0 : 1
