import { readDocumentSide } from '../../../analysis/document/read-document.ts'
import type { Engine } from '../../../analysis/engine.ts'
import { CAST_NAMES } from '../../../test/people/cast.ts'
import type { TopicReport } from '../figures/figure.ts'
import { measureMoments } from './measure-moments.ts'
import { type Cost, meter, STAGES } from './meter-engine.ts'
import { filmedSides, pictured, type SpeedCase } from './speed-cases.ts'

/** Of the cast, whose documents are filmed. */
const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 2)
/** Any day does: the centuries of dates are not measured. */
const TODAY = '2026-01-01'

const INTRODUCTION = `Processor time of reading one side, ms, median; the best four frames of drawn films, which were read once before to warm up, and
pictures of real documents, one each. In brackets how often a network or the scanner of codes ran. *Pixels* is all that is our own code.
`

const MOMENTS = `What somebody waits for, ms: the hint for a frame, and the decision whether two pictures show one face, for which the face is found,
aligned and described in both.
`

/** Processor time that was wanted before anything was measured, ms, of the medians of the tables' rows. */
const WANTED_MS: Readonly<Record<string, number>> = {
  'all films': 700,
  'hint, document': 25,
  'hint, face': 25,
  'match of two pictures': 150,
}

/** Measures what the reading of a side costs and where it goes. A timing passes or fails nothing: it is told alone. */
export async function benchSpeed(engine: Engine, folder: string | null): Promise<TopicReport> {
  const films = filmedSides(CAST_NAMES.slice(0, PEOPLE))
  const cases = [...films, ...(folder === null ? [] : await pictured(folder))]
  // First runs compile code and fill pools, which happens once in the life of a worker.
  await measureCases(engine, films)
  const costs = await measureCases(engine, cases)
  const moments = await measureMoments(engine)
  const verdicts = verdictsOf(new Map([...costs, ...moments]))
  return {
    text: [INTRODUCTION, tableOf(costs), MOMENTS, tableOf(moments), verdicts].join('\n'),
    figures: [],
  }
}

async function measureCases(engine: Engine, cases: readonly SpeedCase[]): Promise<Map<string, Cost[]>> {
  const costs = new Map<string, Cost[]>()
  for (const { group, side, load } of cases) {
    const frames = await load()
    const cost = await meter(engine, (metered) => readDocumentSide(metered, { frames, side, today: TODAY }))
    costs.set(group, [...(costs.get(group) ?? []), cost])
  }
  costs.set(
    'all films',
    [...costs].flatMap(([group, of]) => (group.startsWith('real') ? [] : of)),
  )
  return costs
}

function verdictsOf(costs: Map<string, Cost[]>): string {
  const verdicts = Object.entries(WANTED_MS).map(([group, wantedMs]) => {
    const ms = Math.round(median((costs.get(group) ?? []).map(({ cpuMs }) => cpuMs)))
    return `| ${[group, wantedMs, ms, ms <= wantedMs ? 'reached' : 'missed'].join(' | ')} |`
  })
  return ['| median of | wanted, ms | found, ms | verdict |', '|---|---|---|---|', ...verdicts, ''].join('\n')
}

function tableOf(costs: Map<string, Cost[]>): string {
  const rows = [...costs].filter(([, of]) => of.length > 0)
  return [
    `| what | times | CPU ms | most | ${STAGES.join(' | ')} |`,
    `|---|---|---|---|${'---|'.repeat(STAGES.length)}`,
    ...rows.map(([group, of]) => rowOf(group, of)),
    '',
  ].join('\n')
}

function rowOf(group: string, costs: readonly Cost[]): string {
  const all = costs.map(({ cpuMs }) => cpuMs)
  const stages = STAGES.map((name) => {
    const ms = Math.round(median(costs.map(({ stages: of }) => of[name].cpuMs)))
    return name === 'pixels' ? `${ms}` : `${ms} (${median(costs.map(({ stages: of }) => of[name].runs))})`
  })
  return `| ${[group, costs.length, Math.round(median(all)), Math.round(Math.max(...all)), ...stages].join(' | ')} |`
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
