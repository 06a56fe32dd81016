import type { Score } from '../../../../domain/score.ts'
import type { Figure } from '../../figures/figure.ts'
import { countFields, countLayouts, type FieldSet, SETS, share, shareCells } from '../count-fields.ts'
import { type FieldOutcome, LAYOUT_CODES } from '../judge-side.ts'
import { CLEAN } from './film-side.ts'
import type { FilmedDocument, FilmedSide, FilmResults } from './measure-films.ts'

/** Fields from this confidence on are taken for right. */
const SURE = 0.9
const SCORES = [1, 0, -1, null] as const

const INTRODUCTION = `The same people's documents filmed by \`test/people\`: four frames of 1280 × 720 in a hand over a desk. Each is filmed
as it is (none), under one of the distortions of the drawing and under one of the second set (blurred; dark and noisy; small, of 460 px),
which shares no code with it, others from document to document. A reflection (glare) lies on the same third of the card in all
four frames: what is under it cannot be read.
`

/** The tables of what was read of films. */
export function reportFilms({ sides, documents, othersBacks }: FilmResults): string {
  const showings = Map.groupBy(sides, ({ showing }) => showing)
  const clean = sides.filter(({ showing }) => showing === CLEAN)
  const layouts = Map.groupBy(clean, ({ kind, side }) => `${LAYOUT_CODES[kind]}, ${kind} | ${side}`)
  return [
    'Printed fields of drawn films:',
    '',
    INTRODUCTION,
    `| shown | ${HEAD} |`,
    `|---|${'---|'.repeat(HEAD.split('|').length)}`,
    ...[...showings].map(([showing, of]) => sideRow(showing, of)),
    '',
    'Clean films by layout:',
    '',
    `| layout | side | ${HEAD} |`,
    `|---|---|${'---|'.repeat(HEAD.split('|').length)}`,
    ...[...layouts].map(([name, of]) => sideRow(name, of)),
    sideRow('all | ', clean),
    '',
    'What went wrong in clean films:',
    '',
    '| layout | side | field | read | printed | confidence |',
    '|---|---|---|---|---|---|',
    ...clean.flatMap(faultRows),
    '',
    'What the answer says of genuine filmed documents, and of fronts of French licences with the back of another:',
    '',
    '| shown | documents | `mrz-viz` 1 | 0 | -1 | null | `data-extracted` 1 |',
    '|---|---|---|---|---|---|---|',
    ...[...Map.groupBy(documents, ({ showing }) => showing)].map(([showing, of]) => answerRow(showing, of)),
    `| none, another's back | ${[othersBacks.length, ...sharesOf(othersBacks), '–'].join(' | ')} |`,
  ].join('\n')
}

const HEAD = `sides | type and side right | fields right | but for marks and spaces | names right | dates right | missing | right of those with confidence ${SURE} | CPU ms, median`

function sideRow(name: string, of: readonly FilmedSide[]): string {
  const fields = of.flatMap((side) => side.fields)
  const times = of.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b)
  const cells = [
    name,
    of.length,
    ...shareCells(of),
    fields.filter(({ isMissing }) => isMissing).length,
    share(countSure(fields)),
    Math.round(times[times.length >> 1] ?? 0),
  ]
  return `| ${cells.join(' | ')} |`
}

function countSure(fields: readonly FieldOutcome[]) {
  const sure = fields.filter(({ confidence }) => confidence !== null && confidence >= SURE)
  return { count: sure.filter(({ isRight }) => isRight).length, total: sure.length }
}

function faultRows({ kind, side, fields }: FilmedSide): string[] {
  const told = (value: string | string[] | null) => (value === null ? '–' : [value].flat().join(', '))
  return fields.flatMap(({ name, fault, confidence }) => {
    if (fault === null) return []
    const cells = [LAYOUT_CODES[kind], side, name, told(fault.read), told(fault.printed)]
    return [`| ${[...cells, confidence === null ? '–' : confidence.toFixed(2)].join(' | ')} |`]
  })
}

function answerRow(showing: string, of: readonly FilmedDocument[]): string {
  const extracted = of.filter(({ dataExtracted }) => dataExtracted === 1).length
  const scores = sharesOf(of.map(({ mrzViz }) => mrzViz))
  return `| ${[showing, of.length, ...scores, share({ count: extracted, total: of.length })].join(' | ')} |`
}

function sharesOf(scores: readonly (Score | null)[]): string[] {
  return SCORES.map((wanted) =>
    share({ count: scores.filter((score) => score === wanted).length, total: scores.length }),
  )
}

/** What is watched of films. */
export function filmFigures({ sides, documents, othersBacks }: FilmResults): Figure[] {
  const clean = sides.filter(({ showing }) => showing === CLEAN)
  const byShowing = [...Map.groupBy(sides, ({ showing }) => showing)]
  const byLayout = [...Map.groupBy(clean, ({ kind }) => LAYOUT_CODES[kind])]
  return [
    ...byShowing.flatMap(([showing, of]) => figuresOf(`films, ${showing}`, of)),
    ...byLayout.flatMap(([code, of]) => figuresOf(`clean films, ${code}`, of)),
    ...[...Map.groupBy(documents, ({ showing }) => showing)].map(
      ([showing, of]): Figure => ({
        name: `films, ${showing}: mrz-viz 0`,
        count: of.filter(({ mrzViz }) => mrzViz === 0).length,
        total: of.length,
        better: 'less',
      }),
    ),
    ...([1, -1] as const).map(
      (wanted): Figure => ({
        name: `films, another's back of a licence: mrz-viz ${wanted}`,
        count: othersBacks.filter((score) => score === wanted).length,
        total: othersBacks.length,
        better: wanted === 1 ? 'less' : 'more',
      }),
    ),
  ]
}

function figuresOf(name: string, of: readonly FilmedSide[]): Figure[] {
  return [
    { name: `${name}: type and side right`, ...countLayouts(of), better: 'more' },
    ...(Object.keys(SETS) as FieldSet[]).map(
      (set): Figure => ({ name: `${name}: ${set} right`, ...countFields(of, set), better: 'more' }),
    ),
  ]
}
