import type { Score } from '../../../domain/score.ts'
import type { Figure } from '../figures/figure.ts'
import {
  countFields,
  countLayouts,
  countLetters,
  type FieldSet,
  SETS,
  share,
  shareCells,
} from './count-fields.ts'
import { SOFTNESS, type Softness } from './flat-document.ts'
import { LAYOUT_CODES } from './judge-side.ts'
import type { ComparisonOutcome, FieldResults, SideOutcome } from './measure-fields.ts'
import { ZONE_HOLDERS } from './zone-holders.ts'

/** Layouts of any state, under which nothing is refused. */
const ANY_STATE: readonly string[] = ['DL', 'TD3', 'TD1']
const SCORES = [1, 0, -1, null] as const
/** Lower bounds of the bands that the confidence of fields is told in. */
const CONFIDENCES = [0, 0.7, 0.9] as const

/** The tables of what was read and of what the check of print and zone said. */
export function reportFields({ sides: all, comparisons }: FieldResults): string {
  const sides = sharpOnes(all)
  return [
    'Printed fields of drawn cards:',
    '',
    '| layout | side | cards | type and side right | fields right | but for marks and spaces | names right | dates right | missing | CPU ms, median |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...sidesByLayout(sides).map(([layout, of]) => sideRow(layout, of)),
    sideRow(['all', ''], sides),
    '',
    'What went wrong:',
    '',
    '| layout | side | field | read | printed |',
    '|---|---|---|---|---|',
    ...sides.flatMap(faultRows),
    '',
    'What was read by the confidence of the reader, of sharp pictures and of others out of focus:',
    '',
    '| pictures | confidence | fields read | right | right but for marks and spaces |',
    '|---|---|---|---|---|',
    ...(Object.keys(SOFTNESS) as Softness[]).flatMap((softness) =>
      CONFIDENCES.map((_, at) =>
        confidenceRow(at, { softness, sides: all.filter((side) => side.softness === softness) }),
      ),
    ),
    '',
    '`mrz-viz` of drawn documents by whose zone they have:',
    '',
    '| layouts | the zone is of | documents | 1 | 0 | -1 | null |',
    '|---|---|---|---|---|---|---|',
    ...comparisonGroups(comparisons).map(comparisonRow),
  ].join('\n')
}

/** What is watched. */
export function fieldFigures({ sides: all, comparisons }: FieldResults): Figure[] {
  const sides = sharpOnes(all)
  const layouts = Map.groupBy(sides, ({ kind }) => LAYOUT_CODES[kind])
  const read = [...layouts].flatMap(([code, of]): Figure[] => [
    { name: `${code}: type and side right`, ...countLayouts(of), better: 'more' },
    ...(Object.keys(SETS) as FieldSet[]).map(
      (set): Figure => ({ name: `${code}: ${set} right`, ...countFields(of, set), better: 'more' }),
    ),
  ])
  return [...read, ...comparisonGroups(comparisons).flatMap(comparisonFigures)]
}

function sharpOnes(sides: readonly SideOutcome[]): SideOutcome[] {
  return sides.filter(({ softness }) => softness === 'sharp')
}

function sidesByLayout(sides: readonly SideOutcome[]): [[string, string], SideOutcome[]][] {
  const groups = Map.groupBy(sides, ({ kind, side }) => `${LAYOUT_CODES[kind]} ${kind} ${side}`)
  return [...groups.values()].map((of) => [[`${LAYOUT_CODES[of[0].kind]}, ${of[0].kind}`, of[0].side], of])
}

function sideRow([layout, side]: [string, string], of: readonly SideOutcome[]): string {
  const missing = of.flatMap(({ fields }) => fields).filter(({ isMissing }) => isMissing).length
  const times = of.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b)
  const cells = [
    layout,
    side,
    of.length,
    ...shareCells(of),
    missing,
    Math.round(times[times.length >> 1] ?? 0),
  ]
  return `| ${cells.join(' | ')} |`
}

function faultRows({ kind, side, fields }: SideOutcome): string[] {
  const told = (value: string | string[] | null) => (value === null ? '–' : [value].flat().join(', '))
  return fields.flatMap(({ name, fault }) =>
    fault === null
      ? []
      : [`| ${[LAYOUT_CODES[kind], side, name, told(fault.read), told(fault.printed)].join(' | ')} |`],
  )
}

function confidenceRow(
  at: number,
  { softness, sides }: { softness: Softness; sides: readonly SideOutcome[] },
): string {
  const [from, to] = [CONFIDENCES[at], CONFIDENCES[at + 1]]
  const fields = sides
    .flatMap(({ fields }) => fields)
    .filter(
      ({ confidence }) =>
        confidence !== null && confidence >= from && confidence < (to ?? Number.POSITIVE_INFINITY),
    )
  const right = { count: fields.filter(({ isRight }) => isRight).length, total: fields.length }
  const band = to === undefined ? `${from} and more` : `${from} to ${to}`
  return `| ${softness} | ${band} | ${fields.length} | ${share(right)} | ${share(countLetters([{ fields }]))} |`
}

interface ComparisonGroup {
  layouts: string
  zoneHolder: string
  of: ComparisonOutcome[]
}

function comparisonGroups(comparisons: readonly ComparisonOutcome[]): ComparisonGroup[] {
  const groups = Map.groupBy(comparisons, ({ kind }) =>
    ANY_STATE.includes(LAYOUT_CODES[kind]) ? 'layouts of any state' : "states' own layouts",
  )
  return [...groups].flatMap(([layouts, of]) =>
    ZONE_HOLDERS.map((zoneHolder) => ({
      layouts,
      zoneHolder,
      of: of.filter((one) => one.zoneHolder === zoneHolder),
    })),
  )
}

/** No print of another agrees with the zone, none is refused for what may be a misreading. */
function comparisonFigures({ layouts, zoneHolder, of }: ComparisonGroup): Figure[] {
  const figure = (score: Score, better: Figure['better']): Figure => ({
    name: `${layouts}, zone of ${zoneHolder}: mrz-viz ${score}`,
    count: of.filter((one) => one.score === score).length,
    total: of.length,
    better,
  })
  const isSame = zoneHolder === 'the same'
  return [
    figure(1, isSame ? 'more' : 'less'),
    figure(0, zoneHolder === 'another person' ? 'more' : 'less'),
    // Between them where none is sure; the rest is null.
    figure(-1, isSame ? 'less' : 'more'),
  ]
}

function comparisonRow({ layouts, zoneHolder, of }: ComparisonGroup): string {
  const shares = SCORES.map((score) =>
    share({ count: of.filter((one) => one.score === score).length, total: of.length }),
  )
  return `| ${[layouts, zoneHolder, of.length, ...shares].join(' | ')} |`
}
