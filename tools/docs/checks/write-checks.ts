import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckRecord, Figure, ScoreCounts } from '../../../bench/accuracy/figures/figure.ts'
import { wilsonInterval } from '../../../bench/accuracy/measure/wilson-interval.ts'
import type { Check, CountedScores, Evidence } from './check.ts'
import { DOCUMENT_CHECKS } from './document-checks.ts'
import { FACE_CHECKS } from './face-checks.ts'

const HEAD = [
  '| what is asked | score | data | with it | 1 / 0 / -1 / nothing | stopped, % | without | 1 / 0 / -1 / nothing | stopped, % | told apart |',
  '|---|---|---|---|---|---|---|---|---|---|',
]
const NOT_MEASURED = 'not measured'
const NONE: ScoreCounts = { valid: 0, invalid: 0, unsure: 0, nothing: 0 }

/** Every check in one table, real and drawn data apart, from what the bench recorded in a folder. */
export function writeChecks(recorded: string): string {
  const checks = [...DOCUMENT_CHECKS, ...FACE_CHECKS]
  const implemented = checks.filter(({ evidence }) => evidence.every((one) => !('notImplemented' in one)))
  const tried = checks.filter((check) => !implemented.includes(check))
  return [
    '## Checks',
    '',
    'Each check that documents and faces are put to, on cases that have what it asks for and on such that have not: how many are',
    'scored 1, 0 and -1, and of how many it says nothing (null, which never counts as valid). *Stopped* is 0 or -1, with its 95 %',
    'interval; a check tells its classes apart where that of their difference is above 0 (Newcombe). *Real* are pictures of real documents and people, whose',
    'faults were mostly drawn into them, of the held-out half; *real, development* are those of the half that limits were set on, which proves less;',
    '*drawn* is all drawn, *drawn anew* after limits had been set on other drawings. Blurred, smeared, glare, dark, cropped and too far are one check: a side whose zone was read with all its digits is clear',
    'enough. Whether a value stands aslant is asked of cards alone; a real one counts as it is and made worse in three ways. Photos of real people were not posed for this: those stopped as they are look aside by more than 15° or show a second person.',
    '',
    ...HEAD,
    ...implemented.flatMap((check) => rowsOf(check, recorded)),
    '',
    'Not implemented: no check speaks of it, its score stays null, and never 1. What was tried, with how many cases of either class lie beyond',
    'the limit of the measure. One that parts them is no check either while what speaks against it, as it stands beside it, is not answered:',
    '',
    '| what is asked | score | why not | tried: with it, beyond; without, beyond |',
    '|---|---|---|---|',
    ...tried.flatMap((check) => check.evidence.map((evidence) => triedRow(check, { evidence, recorded }))),
    '',
  ].join('\n')
}

interface Source {
  evidence: Evidence
  recorded: string
}

/** What was not measured is told once, and only where nothing of the check was. */
function rowsOf(check: Check, recorded: string): string[] {
  const rows = check.evidence.map((evidence) => rowOf(check, { evidence, recorded }))
  const measured = rows.filter((row) => !row.includes(NOT_MEASURED))
  return measured.length > 0 ? measured : rows.slice(0, 1)
}

function rowOf({ asks, score }: Check, { evidence, recorded }: Source): string {
  const named = `| ${asks} | \`${score}\` |`.replace(/, (?=[a-z-]+score)/g, '`, `')
  if ('exact' in evidence) return `${named} no pixels | | | | | | | exact: ${evidence.exact} |`
  if ('notImplemented' in evidence) return ''
  const counts = 'topic' in evidence ? countsOf(evidence, recorded) : sharesOf(evidence, recorded)
  const { positives, negatives } = counts
  const cells = [positives, negatives].flatMap((of) => [String(totalOf(of)), scoresOf(of), stoppedOf(of)])
  return `${named} ${evidence.data} | ${cells.join(' | ')} | ${verdictOf(positives, negatives)} |`
}

function triedRow({ asks, score }: Check, { evidence, recorded }: Source): string {
  if (!('notImplemented' in evidence)) return ''
  const { tried } = read<CheckRecord>(recorded, 'doubts-checks.json', { shares: [], tried: [] })
  const measures = tried.flatMap(({ measure, positives, negatives }) => {
    const prefix = evidence.tried.find((start) => measure.startsWith(start))
    if (prefix === undefined) return []
    const share = ({ count, total }: { count: number; total: number }) => `${count}/${total}`
    const name = evidence.tried.length > 1 ? measure : measure.slice(prefix.length)
    return [`${name}: ${share(positives)}; ${share(negatives)}`]
  })
  return `| ${asks} | \`${score.replaceAll(', ', '`, `')}\` | ${evidence.notImplemented} | ${measures.join('<br>') || '–'} |`
}

function sharesOf({ check, set }: { check: string; set: RegExp }, recorded: string) {
  const { shares } = read<CheckRecord>(recorded, 'doubts-checks.json', { shares: [], tried: [] })
  const of = shares.filter((one) => one.check === check && set.test(one.set))
  return {
    positives: sumOf(of.map(({ positives }) => positives)),
    negatives: sumOf(of.map(({ negatives }) => negatives)),
  }
}

function countsOf(
  { topic, positives, negatives }: Extract<Evidence, { topic: unknown }>,
  recorded: string,
): { positives: ScoreCounts; negatives: ScoreCounts } {
  const figures = read<Figure[]>(recorded, `${topic}.json`, [])
  return { positives: scoresCounted(positives, figures), negatives: scoresCounted(negatives, figures) }
}

function scoresCounted(counted: CountedScores, figures: readonly Figure[]): ScoreCounts {
  const of = (name: RegExp | undefined) => figures.filter((figure) => name?.test(figure.name))
  const count = (name: RegExp | undefined) => of(name).reduce((sum, figure) => sum + figure.count, 0)
  const { valid, invalid, unsure, rest } = counted
  const total = of(valid ?? invalid ?? unsure).reduce((sum, figure) => sum + figure.total, 0)
  const counts = { ...NONE, valid: count(valid), invalid: count(invalid), unsure: count(unsure) }
  counts[rest] += total - totalOf(counts)
  return counts
}

function read<T>(recorded: string, file: string, none: T): T {
  const path = join(recorded, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : none
}

function sumOf(counts: readonly ScoreCounts[]): ScoreCounts {
  return counts.reduce(
    (sum, one) => ({
      valid: sum.valid + one.valid,
      invalid: sum.invalid + one.invalid,
      unsure: sum.unsure + one.unsure,
      nothing: sum.nothing + one.nothing,
    }),
    NONE,
  )
}

function totalOf({ valid, invalid, unsure, nothing }: ScoreCounts): number {
  return valid + invalid + unsure + nothing
}

function scoresOf({ valid, invalid, unsure, nothing }: ScoreCounts): string {
  return `${valid} / ${invalid} / ${unsure} / ${nothing}`
}

function stoppedOf(counts: ScoreCounts): string {
  const total = totalOf(counts)
  if (total === 0) return '–'
  const [from, to] = intervalOf(counts)
  const percent = (share: number) => (share * 100).toFixed(1)
  return `${percent((counts.invalid + counts.unsure) / total)} [${percent(from)}, ${percent(to)}]`
}

function intervalOf(counts: ScoreCounts): [number, number] {
  return wilsonInterval(counts.invalid + counts.unsure, totalOf(counts))
}

function verdictOf(positives: ScoreCounts, negatives: ScoreCounts): string {
  if (totalOf(positives) === 0) return NOT_MEASURED
  if (totalOf(negatives) === 0) return 'no cases without'
  return leastApart(positives, negatives) > 0 ? 'yes' : 'not shown with this data'
}

/** The least that the stopped shares differ by, 95 % (Newcombe, Statistics in Medicine 17:873, 1998, method 10). */
function leastApart(positives: ScoreCounts, negatives: ScoreCounts): number {
  const shareOf = (counts: ScoreCounts) => (counts.invalid + counts.unsure) / totalOf(counts)
  const [one, other] = [shareOf(positives), shareOf(negatives)]
  return one - other - Math.hypot(one - intervalOf(positives)[0], intervalOf(negatives)[1] - other)
}
