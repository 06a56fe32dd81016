import { CAST, type CastMember } from '../../../test/people/cast.ts'
import { drawDocument } from '../../../test/people/documents/draw-document.ts'
import { writeLicenceLine } from '../../../test/people/documents/france/write-licence-line.ts'
import {
  type DocumentKind,
  type IssuedDocument,
  issueDocument,
} from '../../../test/people/documents/issue-document.ts'
import { writeMrz } from '../../../test/people/documents/write-mrz.ts'
import { DISTORTIONS, type DistortionName } from '../../../test/people/film/distortion.ts'
import { type DocumentFrame, filmDocument } from '../../../test/people/film/film-document.ts'
import type { HandColor } from '../../../test/people/film/paint-hand.ts'
import { type Random, seededRandom } from '../../../test/people/random.ts'
import type { LinesFormat, ReadingTask } from '../measure/measure-reader.ts'
import { isBurntOut } from './is-burnt-out.ts'

/** A kind drawn, the side with its lines and what they are. */
type DrawnKind = readonly [DocumentKind, 'front' | 'back', LinesFormat]

/** The kinds with a zone. */
const ZONE_KINDS: readonly DrawnKind[] = [
  ['passport', 'front', 'TD3'],
  ['id-card', 'back', 'TD1'],
  ['french-card', 'front', 'FR-2x36'],
]
/** The one with a line that is no zone. */
const LICENCE_KINDS: readonly DrawnKind[] = [['french-licence', 'back', 'licence line']]
/** Films that a reader is expected to read, and some that only ask whether it invents. */
const FILMS: readonly DistortionName[] = [
  'none',
  'slight-blur',
  'shadow',
  'glare',
  'jpeg-noise',
  'dark',
  'motion',
  'small',
]
/** Those whose every frame is smeared beyond reading. */
const SMEARED: DistortionName = 'motion'
/** Those whose reflection may burn out the same characters in every frame. */
const REFLECTED: DistortionName = 'glare'
/** Skin of the hand, 0-1. */
const HAND: HandColor = [0.78, 0.58, 0.47]
/** First seeds of people; none of the cast has them. */
const SEEDS = { zones: 7300, licences: 27300 } as const
const CONSONANTS = [...'BCDFGHJKLMNPQRSTVWXZ']
const VOWELS = [...'AEIOUY']

/** How many films are drawn under each distortion, and of how many frames. */
export interface DrawnPlan {
  films: number
  /** Of those that are smeared beyond reading and only ask whether a reader invents. */
  smearedFilms: number
  frames: number
}

/** A side that is filmed. */
interface FilmPlan {
  kind: DrawnKind
  seed: number
  frames: number
}

/** Films of drawn documents with zones, of people with invented names, the same for every run. */
export function drawnTasks(plan: DrawnPlan): ReadingTask[] {
  return tasksOf({ ...plan, kinds: ZONE_KINDS, firstSeed: SEEDS.zones })
}

/** The same of backs of French licences, whose one line is read. */
export function licenceTasks(plan: DrawnPlan): ReadingTask[] {
  return tasksOf({ ...plan, kinds: LICENCE_KINDS, firstSeed: SEEDS.licences })
}

function tasksOf(plan: DrawnPlan & { kinds: readonly DrawnKind[]; firstSeed: number }): ReadingTask[] {
  const { films, smearedFilms, frames, kinds, firstSeed } = plan
  return FILMS.flatMap((name, row) =>
    Array.from({ length: name === SMEARED ? smearedFilms : films }, (_, index) =>
      drawnTask({ name, frames, kind: kinds[index % kinds.length], seed: firstSeed + row * 1000 + index }),
    ),
  )
}

function drawnTask(film: FilmPlan & { name: DistortionName }): ReadingTask {
  const { name, kind, seed } = film
  const document = issueDocument(invent(seed), kind[0])
  const shoot = (distortion: DistortionName) => filmSide(document, { ...film, distortion })
  return {
    group: name,
    name: `${kind[0]} ${seed}`,
    format: kind[2],
    lines: writeMrz(document) ?? [writeLicenceLine(document)],
    load: async () => (await shoot(name)).map(({ image }) => image),
    isBurntOut: async () => {
      if (name !== REFLECTED) return false
      const { heightMm } = (await drawDocument(document)).size
      return isBurntOut({ reflected: await shoot(name), plain: await shoot('none'), heightMm })
    },
  }
}

async function filmSide(
  document: IssuedDocument,
  { kind: [, side], seed, frames, distortion }: FilmPlan & { distortion: DistortionName },
): Promise<DocumentFrame[]> {
  const drawn = await drawDocument(document)
  const image = (side === 'back' ? drawn.back : drawn.front) ?? drawn.front
  const card = { image, cornerShare: drawn.size.cornerRadiusMm / drawn.size.widthMm }
  return filmDocument(card, { seed, frames, distortion: DISTORTIONS[distortion], hand: HAND })
}

/** A person with another name, date and number than anyone else's. */
function invent(seed: number): CastMember {
  const random = seededRandom(seed, 'invent')
  const hasNumber = random.between(0, 1) < 0.3
  return {
    ...CAST.anna,
    lastName: word(random),
    firstNames: Array.from({ length: 1 + Math.floor(random.between(0, 2)) }, () => word(random)),
    birthDate: birthDate(random),
    gender: random.pick(['M', 'F'] as const),
    personalNumber: hasNumber ? String(Math.floor(random.between(1e8, 1e9))) : null,
    person: { ...CAST.anna.person, seed },
  }
}

/** From 1940 on, months of one digit, days from 10 to 19: enough for digits to differ. */
function birthDate(random: Random): string {
  const digit = (count: number) => Math.floor(random.between(0, count))
  return `${1940 + digit(60)}-0${1 + digit(9)}-1${digit(10)}`
}

function word(random: Random): string {
  const length = 2 + Math.floor(random.between(0, 4))
  return Array.from({ length }, () => random.pick(CONSONANTS) + random.pick(VOWELS)).join('')
}
