import { appendFile, mkdir, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Circumstances } from './describe-machine.ts'
import type { Percentiles, Row } from './measure-row.ts'
import type { CpuSeconds } from './process-tree.ts'

const FOLDER = resolve(import.meta.dirname, '../../results')
const TABLE = join(FOLDER, 'journey.md')
const BYTES_PER_MB = 1024 * 1024
/** Below this the 95th percentile is the slowest run. */
const SMALL_COUNT = 20

const INTRODUCTION = `# From the last scene to the automatic answer

Written by \`npm run bench:journey\`; each run also leaves a file with every verification.

Goal: an answer with p95 at most 2 s for one applicant and 5 s for four at once, on 2 cores.

- **answer**: from the message that the last scene (the face) is captured to the answer of \`finish\`, s.
- **from last frame**: the same from the hint for the last frame, so with the keeping of the scene, s.
- **CPU-s**: user and system time of the service's processes alone, by verification: all (serve with API and pages +
  media + worker + PostgreSQL); senders and browsers are left out, though they run on the same cores.
- **memory**: peak of the same processes, MiB: resident (shared pages counted in each) / proportional.
- A verification counts when the client reads status processed right after \`finish\`, with all valid but liveness (-1 without colours).
- The screen shows no colours (VIDIMUS_FACE_LIGHT is false): the film has no turned head in their light.
- The applicants rest nowhere: each scene follows the one before at once. The Chromium row is a whole browser on the
  same cores, encoding included; its answer holds the 1.2 s for which the page shows its last check mark.
- **others**: cores that processes outside the bench kept busy during the row; its times are only true near 0.
  Processes of a closed browser count as others', so the Chromium row tells more than there was.
- p95 is by nearest rank; below n = ${SMALL_COUNT} it is the slowest verification.
`

/** Everything a run of the bench found. */
export interface Results {
  date: string
  command: string
  circumstances: Circumstances
  /** The service with nobody filming. */
  idle: { cpuPerMinute: CpuSeconds; residentBytes: number; proportionalBytes: number }
  rows: Row[]
}

/** Writes `journey-<date>.json` and adds a table to `journey.md`; gives the path of the former. */
export async function writeResults(results: Results): Promise<string> {
  await mkdir(FOLDER, { recursive: true })
  const path = join(FOLDER, `journey-${results.date.replaceAll(':', '')}.json`)
  await writeFile(path, `${JSON.stringify(results, roundNumber, 2)}\n`)
  if (!(await stat(TABLE).catch(() => null))) await writeFile(TABLE, INTRODUCTION)
  await appendFile(TABLE, `\n${writeTable(results)}`)
  return path
}

/** Three decimals: a millisecond of what is told in seconds. */
function roundNumber(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
}

/** The results as a Markdown section. */
export function writeTable({ date, command, circumstances, idle, rows }: Results): string {
  const { cpu, cores, memoryBytes, node, commit, changedFiles, loadBefore } = circumstances
  const memory = `${Math.round(memoryBytes / BYTES_PER_MB / 1024)} GiB`
  const changed = changedFiles.length > 0 ? ` with ${changedFiles.length} changed files` : ''
  const lines = [
    `## ${date}, commit ${commit}${changed}`,
    '',
    `${cpu}, ${cores} cores, ${memory}; Node ${node}; load before ${loadBefore}; \`${command}\`.`,
    `Idle: ${writeCpu(idle.cpuPerMinute)} CPU-s a minute, ${writeMemory(idle)} MiB.`,
    '',
    '| row | n | failed | answer p50 / p95 | from last frame | visit | CPU-s | memory | others |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map(writeRow),
    ...rows.flatMap(writeFailures),
  ]
  return `${lines.join('\n')}\n`
}

function writeRow(row: Row): string {
  const cells = [
    row.name,
    row.verified,
    row.failed,
    writePercentiles(row.answerSeconds),
    writePercentiles(row.answerFromLastFrameSeconds),
    writePercentiles(row.visitSeconds),
    writeCpu(row.cpuPerVerification),
    writeMemory({ residentBytes: row.peakResidentBytes, proportionalBytes: row.peakProportionalBytes }),
    row.othersCores.toFixed(2),
  ]
  return `| ${cells.join(' | ')} |`
}

function writeFailures({ name, visits }: Row): string[] {
  const reasons = visits.flatMap((visit) => (visit.kind === 'failed' ? [visit.reason] : []))
  return [...new Set(reasons)].map((reason) => {
    const times = reasons.filter((other) => other === reason).length
    return `\nFailed, ${name}: ${times} × ${reason}.`
  })
}

function writePercentiles({ p50, p95 }: Percentiles): string {
  return p50 === null || p95 === null ? '–' : `${p50.toFixed(2)} / ${p95.toFixed(2)}`
}

function writeCpu({ serve, media, worker, postgres }: CpuSeconds): string {
  const parts = [serve, media, worker, postgres]
  const all = parts.reduce((total, part) => total + part, 0)
  return `${all.toFixed(1)} (${parts.map((part) => part.toFixed(1)).join(' + ')})`
}

function writeMemory(memory: { residentBytes: number; proportionalBytes: number }): string {
  const inMegabytes = (bytes: number) => Math.round(bytes / BYTES_PER_MB)
  return `${inMegabytes(memory.residentBytes)} / ${inMegabytes(memory.proportionalBytes)}`
}
