import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { createEngine } from '../../analysis/engine.ts'
import { loadModels } from '../../server/platform/analysts/load-models.ts'
import { benchSubjects } from './bench-subject.ts'
import { measureDetection } from './measure-detection.ts'
import { measureLikeness } from './measure-likeness.ts'
import { measurePrints } from './measure-prints.ts'
import { reportPeople } from './report-people.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const RESULTS = join(PROJECT, 'bench/results')

const engine = await createEngine(await loadModels())
const subjects = benchSubjects()
const groupOf = (group: 'cast' | 'lot') => subjects.filter((subject) => subject.group === group)
const measures = {
  detection: await measureDetection(engine, subjects),
  cast: await measureLikeness(engine, groupOf('cast')),
  lot: await measureLikeness(engine, groupOf('lot')),
  prints: await measurePrints(engine, subjects),
}
await engine.close()
const report = reportPeople(measures, circumstances())
await mkdir(RESULTS, { recursive: true })
await writeFile(join(RESULTS, 'people.md'), report)
console.log(report)

function circumstances(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: PROJECT, encoding: 'utf8' })
  const date = new Date().toISOString().slice(0, 10)
  const [{ model }] = cpus()
  return `Measured ${date} at commit ${commit.trim()} on ${cpus().length} × ${model}, Node ${process.version}.`
}
