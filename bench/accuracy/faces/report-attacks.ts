import type { Figure } from '../figures/figure.ts'
import { wilsonInterval } from '../measure/wilson-interval.ts'
import { type AttackOutcome, LIVE } from './drawn/measure-attacks.ts'
import type { LitOutcome } from './drawn/measure-lit-attacks.ts'
import { type PassiveRun, passiveFigures, reportPassive } from './passive/report-passive.ts'

/** What the attacks section tells. */
export interface AttacksRun {
  /** Drawn people by turns and colours, in each light of a room. */
  lit: LitOutcome[]
  /** Real photos by colours alone, whose light was computed. */
  litPhotos: LitOutcome[]
  /** Drawn people by turns alone. */
  drawn: AttackOutcome[]
  /** Prints of real photos by turns alone. */
  photos: AttackOutcome[]
  /** Real photos by what their frames show besides. */
  passive: PassiveRun
  /** What was tried and is not kept. */
  candidates: string
}

const LIT_HEAD = [
  '| shown | room, lux | times | passed | before the turns | review | unseen | told of a bright room | likeness to the order | added by the screen, % |',
  '|---|---|---|---|---|---|---|---|---|---|',
]

/** The section as Markdown. */
export function reportAttacks({ lit, litPhotos, drawn, photos, passive, candidates }: AttacksRun): string {
  return [
    '### Attacks on liveness',
    '',
    'Drawn people. Passed means that the liveness check gave 1, review that it gave -1, unseen that no face was found. The room',
    'is lit by as many lux; the phone gives the face 12 lux of a colour, as at 200 candela a square metre from 33 cm. A screen',
    'at its brightest gives 30: a room of 500 lux is then as one of 200 here. Likeness and addition are middle values, of the straight face.',
    'What would pass without colours in the turns is told beside what passes (before the turns). Who is told',
    'of a bright room is sent where it is darker and asked anew, once; what comes of that is not in the row.',
    '',
    ...LIT_HEAD,
    ...lit.map(litRow),
    ...allAttacks(lit),
    '',
    'Real faces by the colours alone: photos, on which the light of the screen was computed.',
    '',
    ...LIT_HEAD,
    ...litPhotos.map(litRow),
    '',
    'Drawn people by their turns alone, as if no colours had been asked (where an operator leaves them out all are for review); then prints of real photos:',
    '',
    ...attackTable(drawn),
    ...attackTable(photos),
    reportPassive(passive),
    '',
    candidates,
  ].join('\n')
}

/** What is watched: attacks that pass, and live heads that do. */
export function attackFigures({ lit, litPhotos, drawn, photos, passive }: AttacksRun): Figure[] {
  return [
    ...lit.map(
      ({ species, roomLux, passed, shown }): Figure => ({
        name: `drawn, ${roomLux} lux: ${species}, passed`,
        count: passed,
        total: shown,
        better: species === LIVE ? 'more' : 'less',
      }),
    ),
    ...litPhotos.map(
      ({ species, roomLux, passed, shown }): Figure => ({
        name: `photos, ${roomLux} lux, colours alone: ${species}, passed`,
        count: passed,
        total: shown,
        better: species.includes('no attack') ? 'more' : 'less',
      }),
    ),
    ...drawn.map((outcome) => turnFigure('drawn', outcome)),
    ...photos.map((outcome) => turnFigure('photos', outcome)),
    ...passiveFigures(passive),
  ]
}

function turnFigure(set: string, { species, passed, shown }: AttackOutcome): Figure {
  return {
    name: `${set}, turns alone: ${species}, passed`,
    count: passed,
    total: shown,
    better: species === LIVE ? 'more' : 'less',
  }
}

function litRow(outcome: LitOutcome): string {
  const { species, roomLux, shown, passed, review, unseen, told, match, strength } = outcome
  const cells = [
    species,
    roomLux,
    shown,
    `${passed} ${share(passed, shown)}`,
    outcome.passedStraight,
    review,
    unseen,
    told,
    match?.toFixed(2) ?? '–',
    strength === null ? '–' : (strength * 100).toFixed(1),
  ]
  return `| ${cells.join(' | ')} |`
}

/** All attacks in all lights. */
function allAttacks(lit: readonly LitOutcome[]): string[] {
  const attacks = lit.filter(({ species }) => species !== LIVE)
  const sum = (of: 'shown' | 'passed' | 'passedStraight' | 'review' | 'unseen' | 'told') =>
    attacks.reduce((total, outcome) => total + outcome[of], 0)
  const [shown, passed] = [sum('shown'), sum('passed')]
  return [
    `| **all attacks** | all | ${shown} | ${passed} ${share(passed, shown)} | ${sum('passedStraight')} | ${sum('review')} | ${sum('unseen')} | ${sum('told')} | | |`,
  ]
}

function attackTable(outcomes: readonly AttackOutcome[]): string[] {
  return [
    '| shown | times | no face seen | passed |',
    '|---|---|---|---|',
    ...outcomes.map(
      ({ species, shown, unseen, passed }) =>
        `| ${species} | ${shown} | ${unseen} | ${passed} ${share(passed, shown)} |`,
    ),
    '',
  ]
}

function share(count: number, total: number): string {
  const [from, to] = wilsonInterval(count, total)
  const percent = (value: number) => (value * 100).toFixed(1)
  return `${percent(count / Math.max(1, total))} [${percent(from)}, ${percent(to)}]`
}
