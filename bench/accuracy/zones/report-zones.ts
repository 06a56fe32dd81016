import { percentile } from '../../journey/measure/percentile.ts'
import type { FalseReads } from '../measure/measure-false-reads.ts'
import type { ReadingOutcome } from '../measure/measure-reader.ts'
import { wilsonInterval } from '../measure/wilson-interval.ts'

/** Narrower pictures show fewer than nine pixels a character of a passport, px. */
export const READABLE_WIDTH = 400

/** What one reader did. */
export interface ReaderResults {
  name: string
  /** Pictures of real documents, grouped by split. */
  specimens: ReadingOutcome[]
  /** The same pictures as worse cameras show them, grouped by split and degradation; null when left out. */
  degraded: ReadingOutcome[] | null
  /** The first frame of the first drawn films of each distortion, grouped by it; null when left out. */
  stills: ReadingOutcome[] | null
  /** All frames of each drawn film. */
  films: ReadingOutcome[] | null
  /** Clean films as the second set of distortions shows them, which shares no code with that of the drawing. */
  degradedFilms: ReadingOutcome[] | null
  /** Films of backs of French licences, whose one line is read; null when left out. */
  licences: ReadingOutcome[] | null
  falseReads: FalseReads
}

/** The zones part of a run. */
export interface ZonesRun {
  peer: string | null
  readers: ReaderResults[]
}

/** The zones of a run as Markdown. */
export function reportZones({ peer, readers }: ZonesRun): string {
  return [
    `Peer of zones: ${peer ?? '**not on this machine, not measured**'}; it looks at one picture, so it is given pictures and first frames, and no line of a licence, which it does not know.`,
    '',
    ...readers.flatMap(reportReader),
  ].join('\n')
}

function reportReader({ name, specimens, degraded, falseReads, ...drawn }: ReaderResults): string[] {
  const { stills, films, degradedFilms, licences } = drawn
  const readable = specimens.filter(({ width }) => width >= READABLE_WIDTH)
  return [
    `### ${name}`,
    '',
    'Pictures of real documents:',
    '',
    ...HEAD,
    ...groupRows(specimens, ({ group }) => group),
    ...groupRows(readable, ({ group }) => `${group}, at least ${READABLE_WIDTH} px wide`),
    ...groupRows(specimens, ({ group, format }) => `${group}, ${format}`),
    '',
    ...degradedTable(degraded),
    ...drawnTable('The first frame alone, of as many drawn films of each distortion', stills),
    ...drawnTable('Drawn films of several frames', films),
    ...drawnTable('Clean drawn films, made worse by the second set of distortions', degradedFilms),
    ...drawnTable('The one line of French licences in drawn films of several frames', licences),
    `Zones read in pictures without a document: ${share(falseReads.read, falseReads.pictures)}.`,
    '',
  ]
}

const HEAD = [
  '| pictures | documents exact | lines exact | character errors | digits right, yet wrong | nothing read | CPU ms, median |',
  '|---|---|---|---|---|---|---|',
]

function degradedTable(outcomes: ReadingOutcome[] | null): string[] {
  if (outcomes === null) return []
  const splits = groupRows(outcomes, ({ group }) => `${group.split(',')[0]}, all`)
  return ['The same, degraded:', '', ...HEAD, ...splits, ...groupRows(outcomes, ({ group }) => group), '']
}

function drawnTable(title: string, outcomes: ReadingOutcome[] | null): string[] {
  if (outcomes === null) return []
  return [
    `${title}:`,
    '',
    ...HEAD,
    ...groupRows(outcomes, ({ group }) => group),
    ...groupRows(outcomes, ({ format }) => `all, ${format}`),
    groupRow('all', outcomes),
    '',
  ]
}

function groupRows(
  outcomes: readonly ReadingOutcome[],
  nameOf: (outcome: ReadingOutcome) => string,
): string[] {
  const groups = Map.groupBy(outcomes, nameOf)
  return [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([name, members]) => groupRow(name, members))
}

function groupRow(name: string, outcomes: readonly ReadingOutcome[]): string {
  const count = (is: (outcome: ReadingOutcome) => boolean) => outcomes.filter(is).length
  const sum = (value: (outcome: ReadingOutcome) => number) =>
    outcomes.reduce((total, outcome) => total + value(outcome), 0)
  const cpuMs = percentile(
    outcomes.map((outcome) => outcome.cpuMs),
    0.5,
  )
  const errors = sum(({ edits }) => edits) / sum(({ characters }) => characters)
  const cells = [
    name,
    share(
      count(({ isExact }) => isExact),
      outcomes.length,
    ),
    share(
      sum(({ linesExact }) => linesExact),
      sum(({ lines }) => lines),
    ),
    `${(errors * 100).toFixed(2)} %`,
    share(
      count(({ checksValid, isExact }) => checksValid && !isExact),
      outcomes.length,
    ),
    String(count(({ isRead }) => !isRead)),
    (cpuMs ?? 0).toFixed(0),
  ]
  return `| ${cells.join(' | ')} |`
}

/** A count, its share and the 95 % interval of it. */
function share(count: number, total: number): string {
  const [from, to] = wilsonInterval(count, total)
  const percent = (value: number) => (value * 100).toFixed(1)
  return `${count}/${total} ${percent(total === 0 ? 0 : count / total)} % [${percent(from)}, ${percent(to)}]`
}
