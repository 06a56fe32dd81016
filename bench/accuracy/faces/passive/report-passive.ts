import type { Figure } from '../../figures/figure.ts'
import { wilsonInterval } from '../../measure/wilson-interval.ts'
import { OPEN_FACE, type PassiveSight } from './measure-passive.ts'

/** What is measured of passive cues. */
export interface PassiveRun {
  covers: PassiveSight[]
  screens: PassiveSight[]
}

/** The tables as Markdown. */
export function reportPassive({ covers, screens }: PassiveRun): string {
  return [
    'Real photos, with what was drawn over the face (eyes are 63 mm apart, the rest is as large as it is): how often the quality of',
    'the face is 1 and -1. Not measured: no face was found in three frames, or none that looks straight.',
    '',
    ...tableOf(covers, ({ doubts }) => doubts?.plainness?.eyesToCheeks ?? null, 'eyes plainer than cheeks'),
    '',
    'Real photos as they are and on screens, drawn by their lamps, a lens as sharp as its sensor, noise and compression: how often',
    'the pattern on the face leaves liveness at 1 and at -1:',
    '',
    ...tableOf(screens, ({ doubts }) => doubts?.pattern?.luma ?? null, 'pattern'),
  ].join('\n')
}

/** What is watched. */
export function passiveFigures({ covers, screens }: PassiveRun): Figure[] {
  const named = (what: string, sights: readonly PassiveSight[]) =>
    groups(sights).map(([name, of]): [string, PassiveSight[]] => [`${what}, ${name}`, of])
  return [...named('covers', covers), ...named('screens', screens)].map(([name, of]) => ({
    name: `passive ${name}: left to a reviewer`,
    count: of.filter(({ doubts, score }) => doubts && score === -1).length,
    total: of.filter(({ doubts }) => doubts).length,
    better: name.endsWith(OPEN_FACE) ? 'less' : 'more',
  }))
}

function groups(sights: readonly PassiveSight[]): [string, PassiveSight[]][] {
  return [...Map.groupBy(sights, ({ split, shown }) => `${split}: ${shown}`)]
}

function tableOf(
  sights: readonly PassiveSight[],
  levelOf: (sight: PassiveSight) => number | null,
  value: string,
): string[] {
  return [
    `| photos: shown | measured | not | 1 | -1 | -1, % | ${value}: least, middle, most |`,
    '|---|---|---|---|---|---|---|',
    ...groups(sights).map(([name, of]) => {
      const measured = of.filter(({ doubts }) => doubts)
      const valid = measured.filter(({ score }) => score === 1).length
      const values = measured.map((sight) => levelOf(sight) ?? 0).toSorted((a, b) => a - b)
      const spread = [values[0], values[values.length >> 1], values.at(-1)].map(
        (one) => one?.toFixed(2) ?? '–',
      )
      const doubted = measured.length - valid
      return `| ${name} | ${measured.length} | ${of.length - measured.length} | ${valid} | ${doubted} | ${share(doubted, measured.length)} | ${spread.join(', ')} |`
    }),
  ]
}

function share(count: number, total: number): string {
  const [from, to] = wilsonInterval(count, total)
  const percent = (part: number) => (part * 100).toFixed(1)
  return `${percent(count / Math.max(1, total))} [${percent(from)}, ${percent(to)}]`
}
