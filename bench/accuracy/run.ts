import { appendFile, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Engine } from '../../analysis/engine.ts'
import { loadEngine } from '../../test/fakes/analysis-engine.ts'
import { describeMachine } from '../journey/measure/describe-machine.ts'
import { benchCards } from './cards/bench-cards.ts'
import { benchDoubts } from './doubts/bench-doubts.ts'
import { benchAttacks } from './faces/bench-attacks.ts'
import { measureFaces } from './faces/measure-faces.ts'
import { benchFields } from './fields/bench-fields.ts'
import { TOPICS, type Topic, type TopicReport } from './figures/figure.ts'
import { keepResults, recordedFigures, sampleRecorded } from './figures/keep-results.ts'
import { listRegressions } from './figures/list-regressions.ts'
import { sampleOf } from './figures/sample-of.ts'
import { runHead } from './run-head.ts'
import type { Split } from './specimens/specimen.ts'
import { benchSpeed } from './speed/bench-speed.ts'
import { benchZones } from './zones/bench-zones.ts'

const PAGE = resolve(import.meta.dirname, '../results/accuracy.md')
/** Frames of each scene of a card, and films of each recipe of a doubt, which are half a minute each. */
const CARD_FILMS = Number(process.env.BENCH_FILMS ?? 6)
const DOUBT_FILMS = Number(process.env.BENCH_FILMS ?? 3)
/** What is recorded and held against it are samples of one size: a run of another is told apart. */
const SAMPLE = sampleOf(process.env)
const INTRODUCTION = `# How often documents are read right

Written by \`VIDIMUS_TEST_DATA=<folder> npm run bench:accuracy -- --results write\`; each run adds a section, the last is of
today.

What is **not** measured: films of real documents by real phones and worn documents (there are none). Print of real documents is held against their zones, not
read letter by letter.
The pictures of real documents are published specimens, mostly scans and stills, few: mind the intervals (95 %,
Wilson unless said otherwise). Degraded pictures are the same pictures made small, blurred and so on, one number each. Drawn films come from \`test/people\`, whose drawing of OCR-B, paper, light and lens has nothing in common with
what the recogniser is trained on (\`tools/train\`). The split is written in \`bench/accuracy/specimens/assign-splits.ts\`:
the reader is developed on the one half, the other only tells how well it went. \`--only zones\`, \`fields\`, \`cards\`, \`doubts\`, \`faces\`,
\`attacks\` or \`speed\` measures one topic.

- **documents exact**: every character of every line as printed; **character errors**: edits over characters printed.
- **digits right, yet wrong**: all check digits of the format agree, and still a character is wrong.
- **CPU ms**: of this process; Tesseract runs in a process of its own, which is not counted.
`

/**
 * `--only faces` measures that topic alone; a half named besides (`development`) leaves the other one alone; `--results
 * write` records what was measured; `--check` fails when a figure is worse than recorded.
 */
const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, results: { type: 'string' }, check: { type: 'boolean' } },
  allowPositionals: true,
})
const only = positionals[0] as Split | undefined
const data = process.env.VIDIMUS_TEST_DATA
if (data === undefined) {
  console.log('SKIPPED: pictures of real documents and faces, whose folder VIDIMUS_TEST_DATA names')
}
await runBench(data ?? null)

async function runBench(folder: string | null): Promise<void> {
  const engine = await loadEngine()
  const head = runHead({ date: new Date().toISOString().slice(0, 16), ...describeMachine(), sample: SAMPLE })
  const texts: string[] = []
  const regressions: string[] = []
  for (const topic of TOPICS.filter((name) => values.only === undefined || values.only === name)) {
    const report = await measureTopic(engine, { topic, folder })
    texts.push(report.text)
    if (values.check) regressions.push(...(await regressionsOf(topic, { report, folder })))
    if (values.results === 'write') await keepResults(topic, { head, ...report })
  }
  await engine.close()
  const report = [head, ...texts].join('\n')
  console.log(report)
  for (const regression of regressions) console.error(`Worse than recorded, or not comparable: ${regression}`)
  if (regressions.length > 0) process.exitCode = 1
  if (values.results === 'write') await appendToPage(report)
}

/** Without the folder of pictures only what was drawn is held against the record, and nothing against one of another sample. */
async function regressionsOf(
  topic: Topic,
  { report, folder }: { report: TopicReport; folder: string | null },
): Promise<string[]> {
  const sample = await sampleRecorded(topic)
  if (sample !== SAMPLE) {
    const named = (of: string) => of || 'neither BENCH_FILMS nor BENCH_PEOPLE'
    return [`${topic}: not compared, measured with ${named(SAMPLE)}, recorded with ${named(sample)}`]
  }
  const isMeasured = (name: string) =>
    folder !== null || report.figures.some((figure) => figure.name === name && figure.total > 0)
  const recorded = (await recordedFigures(topic)).filter(({ name }) => isMeasured(name))
  return listRegressions(recorded, report.figures)
}

async function appendToPage(report: string): Promise<void> {
  if (!(await stat(PAGE).catch(() => null))) await writeFile(PAGE, INTRODUCTION)
  await appendFile(PAGE, `\n${report}`)
}

async function measureTopic(
  engine: Engine,
  { topic, folder }: { topic: Topic; folder: string | null },
): Promise<TopicReport> {
  switch (topic) {
    case 'zones':
      return benchZones(engine, { folder, only })
    case 'fields':
      return benchFields(engine, { folder, only })
    case 'cards':
      return benchCards(CARD_FILMS)
    case 'doubts':
      return benchDoubts(engine, { folder, films: DOUBT_FILMS })
    case 'faces':
      return measureFaces(engine, { folder, only })
    case 'speed':
      return benchSpeed(engine, folder)
    case 'attacks':
      return benchAttacks(engine, { folder, only })
  }
}
