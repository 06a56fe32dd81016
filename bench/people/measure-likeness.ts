import sharp from 'sharp'
import type { Engine } from '../../analysis/engine.ts'
import { findMainFace } from '../../analysis/face/find-main-face.ts'
import { findPortrait } from '../../analysis/face/find-portrait.ts'
import { embedFace } from '../../analysis/face/template/embed-face.ts'
import type { Image } from '../../domain/image.ts'
import { similarity } from '../../domain/similarity.ts'
import { drawDocument } from '../../test/people/documents/draw-document.ts'
import { issueDocument } from '../../test/people/documents/issue-document.ts'
import { drawPerson } from '../../test/people/person/draw-person.ts'
import type { BenchSubject } from './bench-subject.ts'

/** Width of a card in a film, pixels, and the quality it is compressed at. */
const CARD_WIDTH = 900
const CARD_JPEG_QUALITY = 80
/** Live views that are not straight, degrees; all are in other light than the portrait. */
const TURNED_YAWS = [-24, 24]
const FRAME = { width: 1280, height: 720, samplesPerSide: 1 } as const

/** A live face compared with the portrait on an identity card. */
interface Comparison {
  kind: 'genuine' | 'genuine turned' | 'impostor'
  /** Null where the face or the portrait was not found. */
  similarity: number | null
}

/** Similarities of live faces with the portraits on identity cards. */
export interface Likeness {
  /** A person with their own card, looking straight. */
  genuine: number[]
  /** A person turned to a side with their own card. */
  genuineTurned: number[]
  /** A person looking straight with the card of another, of the same group. */
  impostor: number[]
  /** Pairs of which the face or the portrait was not found. */
  missed: number
}

/** Compares everyone of a group with the portrait on everyone's card. */
export async function measureLikeness(engine: Engine, subjects: readonly BenchSubject[]): Promise<Likeness> {
  const comparisons = await comparePairs(engine, subjects)
  const of = (kind: Comparison['kind']) =>
    comparisons.flatMap((pair) => (pair.kind === kind && pair.similarity !== null ? [pair.similarity] : []))
  return {
    genuine: of('genuine'),
    genuineTurned: of('genuine turned'),
    impostor: of('impostor'),
    missed: comparisons.filter((pair) => pair.similarity === null).length,
  }
}

async function comparePairs(engine: Engine, subjects: readonly BenchSubject[]): Promise<Comparison[]> {
  const portraits = new Map<BenchSubject, number[] | null>()
  for (const subject of subjects) portraits.set(subject, await cardTemplate(engine, subject))
  const comparisons: Comparison[] = []
  for (const subject of subjects) {
    const straight = await liveTemplate(engine, subject, 0)
    for (const [owner, portrait] of portraits) {
      const kind = owner === subject ? 'genuine' : 'impostor'
      comparisons.push({ kind, similarity: compare(straight, portrait) })
    }
    comparisons.push(...(await compareTurned(engine, subject, portraits.get(subject) ?? null)))
  }
  return comparisons
}

async function compareTurned(
  engine: Engine,
  subject: BenchSubject,
  portrait: number[] | null,
): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const yaw of TURNED_YAWS) {
    const turned = await liveTemplate(engine, subject, yaw)
    comparisons.push({ kind: 'genuine turned', similarity: compare(turned, portrait) })
  }
  return comparisons
}

function compare(live: number[] | null, portrait: number[] | null): number | null {
  return live && portrait && similarity(live, portrait)
}

async function liveTemplate(engine: Engine, { member }: BenchSubject, yaw: number): Promise<number[] | null> {
  const image = drawPerson(member.person, { ...FRAME, yaw, backdrop: member.person.seed })
  const face = await findMainFace(engine, image, 'exact')
  return face && embedFace(engine, image, face.mesh)
}

async function cardTemplate(engine: Engine, { member }: BenchSubject): Promise<number[] | null> {
  const { front } = await drawDocument(issueDocument(member, 'id-card'))
  return (await findPortrait(engine, await asFilmed(front)))?.template ?? null
}

/** The card at the size and compression of a film. */
async function asFilmed({ data, width, height }: Image): Promise<Image> {
  const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(CARD_WIDTH)
    .jpeg({ quality: CARD_JPEG_QUALITY })
    .toBuffer()
  const decoded = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(decoded.data), width: decoded.info.width, height: decoded.info.height }
}
