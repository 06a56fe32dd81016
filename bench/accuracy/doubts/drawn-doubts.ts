import type { Image } from '../../../domain/image.ts'
import { CAST, CAST_NAMES } from '../../../test/people/cast.ts'
import { type DrawnDocument, drawDocument } from '../../../test/people/documents/draw-document.ts'
import {
  type DocumentKind,
  type IssuedDocument,
  issueDocument,
} from '../../../test/people/documents/issue-document.ts'
import { compressFrame } from '../../../test/people/film/compress-frame.ts'
import { COOPERATIVE, DISTORTIONS, type Distortion } from '../../../test/people/film/distortion.ts'
import { filmDocument } from '../../../test/people/film/film-document.ts'
import type { HandColor } from '../../../test/people/film/paint-hand.ts'
import { showOnScreen } from '../../../test/people/film/show-on-screen.ts'
import type { DoubtCase, DoubtName } from './doubt-case.ts'

const SET = 'drawn films, distorted by test/people'
const KINDS: readonly DocumentKind[] = ['passport', 'id-card', 'french-card', 'driving-licence']
/** Skins of the hands that hold the cards, by turns. */
const HANDS: readonly HandColor[] = [
  [0.78, 0.58, 0.47],
  [0.9, 0.72, 0.62],
  [0.45, 0.3, 0.22],
  [0.28, 0.18, 0.13],
]
const FRAMES = 2
/** Enough for a view to be judged. */
const FRAMES_OF_A_VIEW = 4
/** Compression of the frames of a still picture, by turns. */
const STREAM_QUALITIES = [92, 80, 70, 60]
const FIRST_SEED = 5100
/** Cameras open up for a screen, which is all they see. */
const SCREEN_EXPOSURE = 2.6

/** How a side is filmed and what is shown of it. */
interface Recipe {
  cause: string
  truth: DoubtName | null
  distortion: Distortion
  show?: (card: Image) => Image
  /** How much of a corner is cut off, share of the width. */
  cutShare?: number
  /** Whether every frame is the first one, compressed anew; a hand moves when left out. */
  movement?: 'none'
  frames?: number
}

const RECIPES: readonly Recipe[] = [
  { cause: 'well filmed', truth: null, distortion: DISTORTIONS.none, frames: FRAMES_OF_A_VIEW },
  { cause: 'slightly blurred', truth: null, distortion: DISTORTIONS['slight-blur'] },
  { cause: 'half in shadow', truth: null, distortion: DISTORTIONS.shadow },
  { cause: 'compressed', truth: null, distortion: DISTORTIONS['jpeg-noise'] },
  { cause: 'cluttered, tilted', truth: null, distortion: { ...COOPERATIVE, clutter: 12, tiltDegrees: 14 } },
  { cause: 'out of focus', truth: 'blurred', distortion: DISTORTIONS.blur },
  { cause: 'smear of 17 px', truth: 'smeared', distortion: DISTORTIONS.motion },
  { cause: 'light of 6 %', truth: 'dark', distortion: DISTORTIONS.dark },
  { cause: 'a quarter outside', truth: 'cut', distortion: DISTORTIONS['partly-outside'] },
  { cause: '360 px wide', truth: 'too far', distortion: { ...COOPERATIVE, coverage: 0.28 } },
  { cause: 'grey copy', truth: 'photocopy', distortion: DISTORTIONS.none, show: inGrey },
  {
    cause: 'fingers over the portrait',
    truth: 'hidden by a hand',
    distortion: { ...COOPERATIVE, fingersOver: { at: { x: 0.3, y: 0.4 }, from: 'left', count: 2 } },
  },
  {
    cause: 'fingers over names or dates',
    truth: 'hidden by a hand',
    distortion: { ...COOPERATIVE, fingersOver: { at: { x: 0.36, y: 0.2 }, from: 'right', count: 3 } },
  },
  {
    cause: 'fingers over the lower half',
    truth: 'hidden by a hand',
    distortion: { ...COOPERATIVE, fingersOver: { at: { x: 0.5, y: 0.55 }, from: 'bottom', count: 3 } },
  },
  {
    cause: 'one picture, compressed anew',
    truth: 'still picture',
    distortion: COOPERATIVE,
    movement: 'none',
  },
  {
    cause: 'a corner of 14 % of the width',
    truth: 'corner cut off',
    distortion: COOPERATIVE,
    cutShare: 0.14,
  },
  ...[500, 700, 920, 1100, 1500].map(
    (width): Recipe => ({
      cause: `screen of ${width} px`,
      truth: 'screen',
      frames: 1,
      distortion: { ...COOPERATIVE, exposure: SCREEN_EXPOSURE },
      show: (card) => showOnScreen(card, width),
    }),
  ),
  { cause: 'a lamp mirrored', truth: 'glare', distortion: DISTORTIONS.glare },
]

/** Films of drawn fronts, `films` of each recipe; the same for every run. */
export function drawnDoubts(films: number): DoubtCase[] {
  return RECIPES.flatMap((recipe, row) =>
    Array.from({ length: films }, (_, index) => ({
      set: SET,
      truth: recipe.truth,
      cause: recipe.cause,
      expiryDate: documentOf(index).expiryDate,
      load: () => film(recipe, { index, seed: FIRST_SEED + row * 100 + index }),
    })),
  )
}

async function film(
  { distortion, show, cutShare, movement, frames = FRAMES }: Recipe,
  { index, seed }: { index: number; seed: number },
): Promise<Image[]> {
  const { front, size } = await drawn(index)
  const card = {
    image: show ? show(front) : front,
    cornerShare: size.cornerRadiusMm / size.widthMm,
    cutShare,
  }
  const shots = await filmDocument(card, {
    seed,
    frames: movement === 'none' ? 1 : frames,
    distortion,
    hand: HANDS[seed % HANDS.length],
  })
  if (movement !== 'none') return shots.map(({ image }) => image)
  return Promise.all(STREAM_QUALITIES.map((quality) => compressFrame(shots[0].image, quality)))
}

const kept = new Map<number, Promise<DrawnDocument>>()

/** Each document is drawn once. */
function drawn(index: number): Promise<DrawnDocument> {
  const document = kept.get(index) ?? drawDocument(documentOf(index))
  kept.set(index, document)
  return document
}

function documentOf(index: number): IssuedDocument {
  const name = CAST_NAMES[Math.floor(index / KINDS.length) % CAST_NAMES.length]
  return issueDocument(CAST[name], KINDS[index % KINDS.length])
}

function inGrey({ data, width, height }: Image): Image {
  const grey = new Uint8Array(data.length)
  for (let i = 0; i < data.length; i += 3) {
    grey.fill(0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2], i, i + 3)
  }
  return { data: grey, width, height }
}
