import { readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findCoverageFaults, writeRanges } from './coverage/find-coverage-faults.ts'
import { TEXT_PARTS } from './coverage/text-parts.ts'
import { WRITTEN_LINES } from './coverage/written-lines.ts'
import { findRowFaults } from './find-row-faults.ts'
import { listRows } from './list-rows.ts'
import { copyProject } from './mutate/copy-project.ts'
import { drawRows } from './mutate/draw-rows.ts'
import { mutateRow } from './mutate/mutate-row.ts'
import { writePage } from './write-page.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const PAGE = join(PROJECT, 'docs/api/conformance.md')
/** Rules switched off in one run. */
const MUTATIONS = 20

const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    mutate: { type: 'boolean' },
    count: { type: 'string', default: String(MUTATIONS) },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    topic: { type: 'string' },
    // The API text itself, where it is at hand: whether its written lines are those recorded.
    text: { type: 'string' },
  },
})
const topics = (await listRows()).filter(({ topic }) => !values.topic || topic === values.topic)
if (values.write) writeFileSync(PAGE, writePage(topics))
process.exitCode = (values.mutate ? await mutate() : check()) ? 0 : 1

/** Whether every row has its test and its place, every line of the text its row, and the page says what the rows say. */
function check(): boolean {
  const rows = topics.flatMap((topic) => topic.rows)
  const faults = rows.flatMap((row) => findRowFaults(PROJECT, row))
  if (!values.topic) faults.push(...findCoverageFaults({ written: WRITTEN_LINES, parts: TEXT_PARTS, rows }))
  if (
    values.text &&
    writeRanges(readFileSync(values.text, 'utf8')) !== WRITTEN_LINES.trim().replaceAll(/\s+/g, ' ')
  ) {
    faults.push(`${values.text} has other written lines than are recorded`)
  }
  if (!values.topic && readPage() !== writePage(topics)) {
    faults.push('docs/api/conformance.md is stale: node tools/conformance/run.ts --write')
  }
  for (const fault of faults) console.error(fault)
  console.log(`Conformance: ${rows.length} rows, ${faults.length} faults`)
  return faults.length === 0
}

function readPage(): string | null {
  try {
    return readFileSync(PAGE, 'utf8')
  } catch {
    return null
  }
}

/** Whether the tests of some rows fail as soon as their rules are switched off. */
async function mutate(): Promise<boolean> {
  const rows = drawRows(
    topics.flatMap((topic) => topic.rows),
    { count: Number(values.count), seed: Number(values.seed) },
  )
  console.log(`Switching off ${rows.length} rules, one at a time (--seed ${values.seed})`)
  const folder = copyProject(PROJECT)
  let uncaught = 0
  try {
    for (const row of rows) {
      const end = await mutateRow(folder, row)
      if (end !== 'caught') uncaught++
      console.log(`${end === 'caught' ? 'caught' : `NOT CAUGHT (${end})`}  ${row.line}  ${row.rule}`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  console.log(
    `Conformance: ${rows.length - uncaught} of ${rows.length} rules are noticed when they are switched off`,
  )
  return uncaught === 0
}
