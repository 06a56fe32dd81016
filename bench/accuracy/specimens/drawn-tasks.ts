import type { MrzFormat } from '../../../domain/facts.ts'
import type { Image } from '../../../domain/image.ts'
import { CAST, type CastMember } from '../../../test/people/cast.ts'
import { drawDocument } from '../../../test/people/documents/draw-document.ts'
import { type DocumentKind, issueDocument } from '../../../test/people/documents/issue-document.ts'
import { writeMrz } from '../../../test/people/documents/write-mrz.ts'
import { DISTORTIONS, type DistortionName } from '../../../test/people/film/distortion.ts'
import { filmDocument } from '../../../test/people/film/film-document.ts'
import type { HandColor } from '../../../test/people/film/paint-hand.ts'
import { type Random, seededRandom } from '../../../test/people/random.ts'
import type { ReadingTask } from '../measure/measure-reader.ts'

/** The kinds drawn and the format of their zone. */
const KINDS: readonly (readonly [DocumentKind, 'front' | 'back', MrzFormat])[] = [
  ['passport', 'front', 'TD3'],
  ['id-card', 'back', 'TD1'],
  ['french-card', 'front', 'FR-2x36'],
]
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
/** Skin of the hand, 0-1. */
const HAND: HandColor = [0.78, 0.58, 0.47]
/** First seed of people; none of the cast has it. */
const SEED = 7300
const CONSONANTS = [...'BCDFGHJKLMNPQRSTVWXZ']
const VOWELS = [...'AEIOUY']

/** How many films are drawn of each kind under each distortion, and of how many frames. */
export interface DrawnPlan {
  films: number
  frames: number
}

/** Films of drawn documents of people with invented names, the same for every run. */
export function drawnTasks(plan: DrawnPlan): ReadingTask[] {
  return FILMS.flatMap((film) =>
    Array.from({ length: plan.films }, (_, index) => drawnTask({ film, index, frames: plan.frames })),
  )
}

function drawnTask({
  film,
  index,
  frames,
}: {
  film: DistortionName
  index: number
  frames: number
}): ReadingTask {
  const [kind, side, format] = KINDS[index % KINDS.length]
  const seed = SEED + FILMS.indexOf(film) * 1000 + index
  const document = issueDocument(invent(seed), kind)
  return {
    group: film,
    name: `${kind} ${seed}`,
    format,
    lines: writeMrz(document) ?? [],
    load: async (): Promise<Image[]> => {
      const drawn = await drawDocument(document)
      const image = (side === 'back' ? drawn.back : drawn.front) ?? drawn.front
      const card = { image, cornerShare: drawn.size.cornerRadiusMm / drawn.size.widthMm }
      const distortion = DISTORTIONS[film]
      const shots = await filmDocument(card, { seed, frames, distortion, hand: HAND })
      return shots.map(({ image: frame }) => frame)
    },
  }
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
