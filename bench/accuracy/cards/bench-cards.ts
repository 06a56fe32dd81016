import { findCard } from '../../../analysis/document/card/find-card.ts'
import { CAST, CAST_NAMES } from '../../../test/people/cast.ts'
import { drawDocument } from '../../../test/people/documents/draw-document.ts'
import { type DocumentKind, issueDocument } from '../../../test/people/documents/issue-document.ts'
import { COOPERATIVE, DISTORTIONS, type Distortion } from '../../../test/people/film/distortion.ts'
import { filmDocument } from '../../../test/people/film/film-document.ts'
import type { HandColor } from '../../../test/people/film/paint-hand.ts'
import type { Figure, TopicReport } from '../figures/figure.ts'
import { wilsonInterval } from '../measure/wilson-interval.ts'
import { quadOverlap } from './quad-overlap.ts'

/** A card is found when what was found and what is there have this much in common. */
const FOUND_OVERLAP = 0.8
const KINDS: readonly DocumentKind[] = ['passport', 'id-card', 'french-card', 'driving-licence']
const HAND: HandColor = [0.78, 0.58, 0.47]
const FIRST_SEED = 8800
/** Width of cards that are turned, share of the frame's: they fit in any direction. */
const TURNED = 0.42

const SCENES: readonly (readonly [string, Distortion])[] = [
  ['plain desk', COOPERATIVE],
  ['cluttered desk', { ...COOPERATIVE, clutter: 14 }],
  ['cluttered, tilted by up to 16°', { ...COOPERATIVE, clutter: 14, tiltDegrees: 16 }],
  ['glare', DISTORTIONS.glare],
  ['half in shadow', DISTORTIONS.shadow],
  ['light of 6 %', DISTORTIONS.dark],
  ['a third of the frame', { ...COOPERATIVE, coverage: 0.33 }],
  ['a third of the frame, cluttered', { ...COOPERATIVE, coverage: 0.33, clutter: 14 }],
  ...[15, 30, 45, 60, 90, 180, 270].map(
    (rollDegrees) =>
      [
        `turned by ${rollDegrees}°, cluttered`,
        { ...COOPERATIVE, coverage: TURNED, clutter: 8, rollDegrees },
      ] as const,
  ),
]

/** Looks for the card in `films` frames of each scene and gives the table of how often it was found. */
export async function benchCards(films: number): Promise<TopicReport> {
  const rows: string[] = []
  const figures: Figure[] = []
  for (const [row, [name, distortion]] of SCENES.entries()) {
    const overlaps: number[] = []
    for (let index = 0; index < films; index++) {
      overlaps.push(await overlapOf({ distortion, index, seed: FIRST_SEED + row * 100 + index }))
    }
    rows.push(rowOf(name, overlaps))
    figures.push({ name, count: foundIn(overlaps), total: overlaps.length, better: 'more' })
  }
  const text = [
    `Cards found in single drawn frames, with an overlap of at least ${FOUND_OVERLAP} with where they are (95 % intervals):`,
    '',
    '| scene | found | something else | nothing | median overlap |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')
  return { text, figures }
}

async function overlapOf(scene: { distortion: Distortion; index: number; seed: number }): Promise<number> {
  const { distortion, index, seed } = scene
  const name = CAST_NAMES[index % CAST_NAMES.length]
  const { front, size } = await drawDocument(issueDocument(CAST[name], KINDS[index % KINDS.length]))
  const card = { image: front, cornerShare: size.cornerRadiusMm / size.widthMm }
  const [shot] = await filmDocument(card, { seed, frames: 1, distortion, hand: HAND })
  const found = findCard(shot.image)
  return found === null ? 0 : quadOverlap(found.quad, shot.corners)
}

function foundIn(overlaps: readonly number[]): number {
  return overlaps.filter((overlap) => overlap >= FOUND_OVERLAP).length
}

function rowOf(name: string, overlaps: readonly number[]): string {
  const found = foundIn(overlaps)
  const nothing = overlaps.filter((overlap) => overlap === 0).length
  const [from, to] = wilsonInterval(found, overlaps.length).map((share) => (share * 100).toFixed(1))
  const median = overlaps.toSorted((a, b) => a - b)[overlaps.length >> 1]
  const cells = [
    name,
    `${found}/${overlaps.length} [${from}, ${to}]`,
    String(overlaps.length - found - nothing),
    String(nothing),
    median.toFixed(3),
  ]
  return `| ${cells.join(' | ')} |`
}
