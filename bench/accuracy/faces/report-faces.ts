import { wilsonInterval } from '../measure/wilson-interval.ts'
import type { YawOutcome } from './drawn/measure-yaw.ts'
import type { JudgedPair, MatchOutcome } from './measure-matcher.ts'
import { type AcceptedShare, acceptedShare, judgeShare } from './verification-rates.ts'

/** What one matcher did. */
export interface MatcherResults {
  name: string
  isOurs: boolean
  outcomes: MatchOutcome[]
}

/** What the faces section tells. */
export interface FacesRun {
  matchers: MatcherResults[]
  yaw: YawOutcome[]
  peer: string | null
}

/** Share of genuine pairs to be accepted where one impostor pair in a thousand is. */
const GOAL = 0.98

/** The section as Markdown. */
export function reportFaces({ matchers, yaw, peer }: FacesRun): string {
  return [
    '### Faces of real photos',
    '',
    'Every photo against every other one of its half, and against every other one printed on a card of 1000 px with a',
    'portrait of the height told. TAR: share of genuine pairs accepted where the share told of impostor pairs is (FMR), said',
    'only where one impostor pair could be that share; pairs without a face found in both count as not accepted;',
    '95 % intervals by bootstrap over people. No film of a real person and a real card was at hand.',
    'TAR is of whatever limit gives that FMR in these pairs, which no answer uses: answers have the bands below, and faces narrower than',
    '50 px, as those on portraits of 100 px are, go to review whatever their likeness (decision 50).',
    `Held out is one collection whole (\`list-face-specimens.ts\`). Peer: ${peer ?? '**not on this machine, not measured**'}.`,
    '',
    ...matchers.flatMap(reportMatcher),
    '### Drawn heads: yaw',
    '',
    '| drawn, degrees | heads | missed | mean measured | mean error | least | most |',
    '|---|---|---|---|---|---|---|',
    ...yaw.map(yawRow),
    '',
    'Labelled poses of real heads: none at hand, not measured.',
    '',
  ].join('\n')
}

function reportMatcher({ name, isOurs, outcomes }: MatcherResults): string[] {
  return [
    `#### ${name}`,
    '',
    '| half | photo against | pictures, no face found | pairs genuine / impostor | TAR at FMR 1e-2 | TAR at FMR 1e-3 | goal of 98 % at 1e-3 |',
    '|---|---|---|---|---|---|---|',
    ...outcomes.map((outcome) => rateRow(outcome, isOurs)),
    '',
    'Bands:',
    '',
    '| half | photo against | genuine: accept / review / reject | impostor: accept / review / reject |',
    '|---|---|---|---|',
    ...outcomes.filter(({ source }) => source === 'all').map(bandRow),
    '',
  ]
}

function rateRow(outcome: MatchOutcome, isOurs: boolean): string {
  const { pictures, missed } = outcome
  const pairs = [...outcome.pairs, ...outcome.lost]
  const genuine = pairs.filter(({ a, b }) => a === b).length
  const loose = acceptedShare(pairs, 1e-2)
  const strict = acceptedShare(pairs, 1e-3)
  const cells = [
    ...headCells(outcome),
    `${pictures}, ${missed}`,
    `${genuine} / ${pairs.length - genuine}`,
    interval(loose),
    interval(strict),
    isOurs && strict ? judgeShare(strict, GOAL) : '',
  ]
  return `| ${cells.join(' | ')} |`
}

function headCells({ split, source, against }: MatchOutcome): string[] {
  return [source === 'all' ? split : `${split}, ${source}`, against]
}

function bandRow(outcome: MatchOutcome): string {
  const [genuine, impostor] = [true, false].map((isSame) =>
    bandShares(outcome.pairs.filter(({ a, b }) => (a === b) === isSame)),
  )
  return `| ${[...headCells(outcome), genuine, impostor].join(' | ')} |`
}

function bandShares(pairs: readonly JudgedPair[]): string {
  const shares = (['accept', 'review', 'reject'] as const).map((wanted) => {
    const count = pairs.filter(({ band }) => band === wanted).length
    return `${count} ${share(count, pairs.length)}`
  })
  return shares.join(' / ')
}

function yawRow({ drawn, measured, missed }: YawOutcome): string {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const cells = [
    drawn,
    measured.length + missed,
    missed,
    mean(measured).toFixed(1),
    mean(measured.map((value) => Math.abs(value - drawn))).toFixed(1),
    Math.min(...measured).toFixed(1),
    Math.max(...measured).toFixed(1),
  ]
  return `| ${cells.join(' | ')} |`
}

function interval(accepted: AcceptedShare | null): string {
  if (accepted === null) return '–'
  const { share: value, from, to } = accepted
  return `${percent(value)} [${percent(from)}, ${percent(to)}]`
}

function share(count: number, total: number): string {
  const [from, to] = wilsonInterval(count, total)
  return `${percent(count / Math.max(1, total))} [${percent(from)}, ${percent(to)}]`
}

function percent(value: number): string {
  return (value * 100).toFixed(1)
}
