import { readDocumentSide } from '../../../../analysis/document/read-document.ts'
import type { Engine } from '../../../../analysis/engine.ts'
import type { DocumentSideFacts } from '../../../../domain/facts.ts'
import type { Image } from '../../../../domain/image.ts'
import { joinScores } from '../../../../domain/score.ts'
import { concludeAnswer } from '../../../../server/checks/conclude-answer.ts'
import { checkDocumentQuality } from '../../../../server/checks/rules/check-quality.ts'
import { checkZoneDigits } from '../../../../server/checks/rules/check-zone.ts'
import { CAST, CAST_NAMES } from '../../../../test/people/cast.ts'
import { drawDocument } from '../../../../test/people/documents/draw-document.ts'
import { type DocumentKind, issueDocument } from '../../../../test/people/documents/issue-document.ts'
import { COOPERATIVE, DISTORTIONS, type Distortion } from '../../../../test/people/film/distortion.ts'
import { filmDocument } from '../../../../test/people/film/film-document.ts'
import type { DoubtOutcome } from '../measure-doubts.ts'
import { TODAY } from '../read-cases.ts'

/** Cards that have two sides, by turns; the next one's back is the other document's. */
const KINDS: readonly DocumentKind[] = [
  'french-id-card',
  'residence-permit',
  'french-licence',
  'french-card',
  'id-card',
]
/** The side with the zone, where it begins, share of the card's height, and how much of it from its left is another's. */
const ZONES = {
  'french-id-card': ['back', 0.54],
  'residence-permit': ['back', 0.54],
  'french-card': ['front', 0.705],
} as const
const OF_ANOTHER = 0.25
const FRAMES = 2
const FIRST_SEED = 71_200
const HAND = [0.78, 0.58, 0.47] as const
/** An identification of a document alone. */
const ASKED = {
  chosenDocument: 'id-card',
  face: 'not-asked',
  referenceData: { firstName: null, lastName: null, birthDate: null },
  product: 'standard',
  environment: 'test',
  today: TODAY,
} as const
/** The card is out of the frame, and the hand with it. */
const NOT_SHOWN: Distortion = { ...COOPERATIVE, outsideShare: 1.6 }

/**
 * Films of both sides of drawn cards, held together: of one card, with the back of another person's card of the same kind, with
 * the back of another kind; backs that are not shown; zones of which a quarter is another's. About 12 s for each of `films`.
 */
export async function measureDrawnAnswers(engine: Engine, films: number): Promise<DoubtOutcome[]> {
  const outcomes: DoubtOutcome[] = []
  for (let index = 0; index < films; index++) {
    outcomes.push(...(await measureCard(engine, index)))
  }
  return outcomes
}

async function measureCard(engine: Engine, index: number): Promise<DoubtOutcome[]> {
  const [name, otherName] = [index, index + 1].map((i) => CAST_NAMES[i % CAST_NAMES.length])
  const [kind, otherKind] = [index, index + 1].map((i) => KINDS[i % KINDS.length])
  const draw = (who: typeof name, what: DocumentKind) => drawDocument(issueDocument(CAST[who], what))
  const [own, anothers, another] = [
    await draw(name, kind),
    await draw(otherName, kind),
    await draw(name, otherKind),
  ]
  const read = async (image: Image, side: 'front' | 'back', distortion: Distortion = DISTORTIONS.none) => {
    const card = { image, cornerShare: own.size.cornerRadiusMm / own.size.widthMm }
    const filming = { seed: FIRST_SEED + index, frames: FRAMES, distortion, hand: HAND }
    const frames = (await filmDocument(card, filming)).map((shot) => shot.image)
    return (await readDocumentSide(engine, { frames, side, today: TODAY })).facts
  }
  if (!own.back || !anothers.back || !another.back) throw new Error(`A ${kind} has no back`)
  const [front, back] = [await read(own.front, 'front'), await read(own.back, 'back')]
  const outcomes = [
    sides({ front, back, truth: null, cause: 'one card' }),
    sides({
      front,
      back: await read(anothers.back, 'back'),
      truth: 'two documents',
      cause: "another's of the kind",
    }),
    sides({ front, back: await read(another.back, 'back'), truth: 'two documents', cause: 'another kind' }),
    shown(back, null),
    shown(await read(own.back, 'back', NOT_SHOWN), 'side not shown'),
  ]
  const zone = ZONES[kind as keyof typeof ZONES]
  if (!zone) return outcomes
  const [side, top] = zone
  const mixed = mixZone(own[side] as Image, anothers[side] as Image, top)
  outcomes.push(
    digits(side === 'front' ? front : back, null),
    digits(await read(mixed, side), 'a zone of two'),
  )
  return outcomes
}

function sides({
  front,
  back,
  truth,
  cause,
}: {
  front: DocumentSideFacts
  back: DocumentSideFacts
  truth: 'two documents' | null
  cause: string
}): DoubtOutcome {
  const { documentChecks } = concludeAnswer({ ...ASKED, front, back })
  const score = joinScores([documentChecks.quality, documentChecks.mrzViz].filter((one) => one !== null))
  return { set: 'both sides of drawn cards', truth, cause, scores: { 'two documents': score } }
}

function shown(back: DocumentSideFacts, truth: 'side not shown' | null): DoubtOutcome {
  const { score } = checkDocumentQuality('back', back)
  return { set: 'backs of drawn cards', truth, cause: truth ?? 'a back', scores: { 'side not shown': score } }
}

function digits({ mrz }: DocumentSideFacts, truth: 'a zone of two' | null): DoubtOutcome {
  const { score } = checkZoneDigits(mrz)
  return { set: 'zones of drawn cards', truth, cause: truth ?? 'a zone', scores: { 'a zone of two': score } }
}

/** A card whose zone has its left part from another one's. */
function mixZone(image: Image, other: Image, top: number): Image {
  const data = new Uint8Array(image.data)
  for (let y = Math.round(top * image.height); y < image.height; y++) {
    const from = y * image.width * 3
    data.set(other.data.subarray(from, from + Math.round(OF_ANOTHER * image.width) * 3), from)
  }
  return { ...image, data }
}
