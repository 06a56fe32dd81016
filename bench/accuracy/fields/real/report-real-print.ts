import type { Figure } from '../../figures/figure.ts'
import { type Count, share } from '../count-fields.ts'
import type { RealPrint } from './measure-real-print.ts'

const SCORES = [1, 0, -1, null] as const

const INTRODUCTION = `Print of real passports and cards of ID-2, each one published picture, held against the zone that its label tells:
names, dates, gender and number. Fields that a label in English, French or Spanish names are read whatever they say; others were
found because they say what the zone says, and of these the table tells how many were found, not how often they are right. Of a picture
without a known layout no field counts as read. Some specimens print something else than their zone has. In the last table two digits
of one date were put in each other's places on the card, which was read again: an end so that it is later.
`

/** The tables of real documents' print. */
export function reportRealPrint(results: readonly RealPrint[]): string {
  const groups = [
    ...Map.groupBy(results, ({ split }) => `${split}, all`),
    ...Map.groupBy(results, ({ split, format }) => `${split}, ${format}`),
  ]
  const names = Map.groupBy(
    results.flatMap(({ split, fields }) => fields.map((field) => ({ split, ...field }))),
    ({ split, name }) => `${split}, ${name}`,
  )
  return [
    'Printed fields of real documents:',
    '',
    INTRODUCTION,
    '| pictures | of them with a known layout | fields read | of those a label named, as the zone says | `mrz-viz` 1 | 0 | -1 | null |',
    '|---|---|---|---|---|---|---|---|',
    ...groups.sort(([a], [b]) => a.localeCompare(b)).map(([name, of]) => groupRow(name, of)),
    '',
    '| field | read | of those a label named, as the zone says |',
    '|---|---|---|',
    ...[...names]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, of]) => `| ${[name, share(countRead(of)), share(countSame(of))].join(' | ')} |`),
    '',
    '| altered in print | `mrz-viz` 1 | 0 | -1 | null |',
    '|---|---|---|---|---|',
    ...[...Map.groupBy(alteredOf(results), ({ split, name }) => `${split}, ${name}`)]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, of]) => `| ${[name, ...scoreShares(of)].join(' | ')} |`),
  ].join('\n')
}

function alteredOf(results: readonly RealPrint[]) {
  return results.flatMap(({ split, altered }) => altered.map((one) => ({ split, ...one })))
}

function scoreShares(of: readonly Pick<RealPrint, 'mrzViz'>[]): string[] {
  return SCORES.map((score) => share(countScores(of, score)))
}

function countScores(of: readonly Pick<RealPrint, 'mrzViz'>[], score: number | null): Count {
  return { count: of.filter(({ mrzViz }) => mrzViz === score).length, total: of.length }
}

type Outcome = Pick<RealPrint['fields'][number], 'outcome' | 'by'>

function countRead(of: readonly Outcome[]): Count {
  return { count: of.filter(({ outcome }) => outcome !== 'not read').length, total: of.length }
}

function countSame(of: readonly Outcome[]): Count {
  const named = of.filter(({ outcome, by }) => outcome !== 'not read' && by !== 'zone')
  return { count: named.filter(({ outcome }) => outcome === 'same').length, total: named.length }
}

function groupRow(name: string, of: readonly RealPrint[]): string {
  const fields = of.flatMap((one) => one.fields)
  const known = of.filter(({ layout }) => layout !== null)
  const cells = [
    name,
    share({ count: known.length, total: of.length }),
    share(countRead(fields)),
    share(countSame(fields)),
    ...scoreShares(of),
  ]
  return `| ${cells.join(' | ')} |`
}

/** What is watched of real documents' print. */
export function realPrintFigures(results: readonly RealPrint[]): Figure[] {
  return [...Map.groupBy(results, ({ split }) => split)].flatMap(([split, of]): Figure[] => {
    const fields = of.flatMap((one) => one.fields)
    const altered = alteredOf(of)
    return [
      { name: `real print, ${split}: fields read`, ...countRead(fields), better: 'more' },
      { name: `real print, ${split}: as the zone says`, ...countSame(fields), better: 'more' },
      {
        name: `real print, ${split}: mrz-viz 0`,
        count: of.filter(({ mrzViz }) => mrzViz === 0).length,
        total: of.length,
        better: 'less',
      },
      ...[1, -1].map(
        (score): Figure => ({
          name: `real print, ${split}: as they are: mrz-viz ${score}`,
          ...countScores(of, score),
          better: score === 1 ? 'more' : 'less',
        }),
      ),
      ...[1, -1].map(
        (score): Figure => ({
          name: `real print, ${split}: altered dates: mrz-viz ${score}`,
          ...countScores(altered, score),
          better: score === 1 ? 'less' : 'more',
        }),
      ),
    ]
  })
}
