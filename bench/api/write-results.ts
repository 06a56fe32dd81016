import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Circumstances } from '../journey/measure/describe-machine.ts'
import type { LoadRow } from './measure-load.ts'
import type { WebhookRow } from './measure-webhooks.ts'

const PAGE = join(import.meta.dirname, '../results/api.md')
const GIBIBYTE = 2 ** 30

/** What a run of the bench measured. */
export interface ApiResults {
  date: string
  command: string
  circumstances: Circumstances
  /** Cores that others kept busy meanwhile. */
  others: number
  /** Identifications there were before the bench made its own. */
  fill: number
  answerBytes: number
  rows: LoadRow[]
  backlog: WebhookRow[]
  news: { p50Ms: number | null; p95Ms: number | null }
}

/** A run as a section of the results page. */
export function writeApiTable(results: ApiResults): string {
  const { date, command, circumstances: machine, others, fill, answerBytes, rows, backlog, news } = results
  const changed = machine.changedFiles.length > 0 ? ` with ${machine.changedFiles.length} changed files` : ''
  const bare = (row: LoadRow) => rows.find(({ name }) => name === `bare ${row.name}`)
  const ratio = (row: LoadRow, key: 'perSecond' | 'perCpuSecond' | 'perServeSecond') => {
    const beside = bare(row)
    return beside ? (row[key] / beside[key]).toFixed(3) : '–'
  }
  return [
    `## ${date}, commit ${machine.commit}${changed}, ${fill} identifications`,
    '',
    `${machine.cpu}, ${machine.cores} cores, ${Math.round(machine.memoryBytes / GIBIBYTE)} GiB; Node ${machine.node}; ` +
      `load before ${machine.loadBefore}, others ${others.toFixed(2)} cores; \`${command}\`. GET: ${answerBytes} bytes.`,
    '',
    '| row | n | failed | a second | a CPU-s of serve | a CPU-s, database included | × bare, a second | × bare, serve | × bare, database included | p50 / p95 ms |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => {
      const rates = [row.perSecond, row.perServeSecond, row.perCpuSecond].map((rate) => Math.round(rate))
      const ratios = [ratio(row, 'perSecond'), ratio(row, 'perServeSecond'), ratio(row, 'perCpuSecond')]
      const times = `${row.p50Ms?.toFixed(1)} / ${row.p95Ms?.toFixed(1)}`
      return `| ${[row.name, row.done, row.failed, ...rates, ...ratios, times].join(' | ')} |`
    }),
    '',
    ...backlog.map(
      ({ receivers, delivered, perSecond, cpuMsEach }) =>
        `- ${delivered} waiting webhooks to ${receivers} receiver${receivers > 1 ? 's' : ''}: ${Math.round(perSecond)} a second, ` +
        `${cpuMsEach.toFixed(1)} ms of CPU each.`,
    ),
    `- Status change asked for → receiver: p50 ${news.p50Ms?.toFixed(1)} ms, p95 ${news.p95Ms?.toFixed(1)} ms.`,
    '',
  ].join('\n')
}

/** Adds a run to the page; gives its path. */
export async function writeResults(results: ApiResults): Promise<string> {
  await appendFile(PAGE, `\n${writeApiTable(results)}`)
  return PAGE
}
