import type { Figure } from '../../figures/figure.ts'
import { share } from '../count-fields.ts'
import type { RealKind } from './measure-real-kinds.ts'

const INTRODUCTION = `Kind and side of real documents, each one published picture of which nothing was said, as \`vidimus read\` tells them. What is right
is what the label of the zone says: cards of TD1 show their back there, all others their front. A zone
whose digits are wrong tells neither, as some specimens' are.
`

/** The table of real documents' kinds. */
export function reportRealKinds(results: readonly RealKind[]): string {
  const untoldOf = (of: readonly RealKind[]) => ({
    count: of.filter(({ isUntold }) => isUntold).length,
    total: of.length,
  })
  const groups = [
    ...Map.groupBy(results, ({ split }) => `${split}, all`),
    ...Map.groupBy(results, ({ split, format }) => `${split}, ${format}`),
  ].sort(([a], [b]) => a.localeCompare(b))
  return [
    'Kinds of real documents:',
    '',
    INTRODUCTION,
    '| pictures | type right | side right | not told |',
    '|---|---|---|---|',
    ...groups.map(
      ([name, of]) =>
        `| ${[name, share(typesOf(of)), share(sidesOf(of)), share(untoldOf(of))].join(' | ')} |`,
    ),
  ].join('\n')
}

/** What is watched of real documents' kinds. */
export function realKindFigures(results: readonly RealKind[]): Figure[] {
  return [...Map.groupBy(results, ({ split }) => split)].flatMap(([split, of]): Figure[] => [
    { name: `real kinds, ${split}: type right`, ...typesOf(of), better: 'more' },
    { name: `real kinds, ${split}: side right`, ...sidesOf(of), better: 'more' },
  ])
}

function typesOf(of: readonly RealKind[]) {
  return { count: of.filter(({ isTypeRight }) => isTypeRight).length, total: of.length }
}

function sidesOf(of: readonly RealKind[]) {
  return { count: of.filter(({ isSideRight }) => isSideRight).length, total: of.length }
}
