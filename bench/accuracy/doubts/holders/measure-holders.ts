import { join } from 'node:path'
import { readDocumentSide } from '../../../../analysis/document/read-document.ts'
import type { Engine } from '../../../../analysis/engine.ts'
import { readFace } from '../../../../analysis/face/read-face.ts'
import { resizeImage } from '../../../../analysis/image/resize-image.ts'
import type { DocumentSideFacts } from '../../../../domain/facts.ts'
import type { Image } from '../../../../domain/image.ts'
import { checkDocumentQuality, checkFaceQuality } from '../../../../server/checks/rules/check-quality.ts'
import { CAST, CAST_NAMES } from '../../../../test/people/cast.ts'
import { filmFace } from '../../../../test/people/film/film-face.ts'
import { listFaceSpecimens } from '../../faces/list-face-specimens.ts'
import { loadPicture } from '../../specimens/load-picture.ts'
import { withSharp } from '../../specimens/with-sharp.ts'
import type { DoubtName } from '../doubt-case.ts'
import type { DoubtOutcome } from '../measure-doubts.ts'
import { type ReadCase, TODAY } from '../read-cases.ts'

const PEOPLE = 'faces of real people, held-out'
/** Lowest part of a document, share of its height: a zone, and no portrait. */
const ZONE_SHARE = 0.25
/** Photos of the held-out half that are asked about. */
const PHOTOS = 24
/** Deviation of a blur, share of the photo's width, and the light that is left in the dark. */
const BLUR_SHARE = 1 / 28
const DARK = 0.08
/** Angles of drawn heads, degrees: what a holder does, and more than a front shows. */
const YAWS = { frontal: [0, 6], sideways: [24, -30] } as const

/** What was done to a photo, and what is right to say of it. */
interface Shown {
  truth: DoubtName | null
  image: Image
}

/**
 * What is said of the quality of real faces as they are, blurred, in the dark and beside another face, and of photos of faces in
 * the place of a document. Held-out photos; about 1.5 s each.
 */
export async function measureRealHolders(
  engine: Engine,
  { folder, documents }: { folder: string; documents: readonly ReadCase[] },
): Promise<DoubtOutcome[]> {
  const all = (await listFaceSpecimens(join(folder, 'faces'))).filter(({ split }) => split === 'held-out')
  const every = Math.max(1, Math.floor(all.length / PHOTOS))
  const photos = all.filter((_, i) => i % every === 0).slice(0, PHOTOS)
  const outcomes: DoubtOutcome[] = documents.map(({ facts }) => asFront(facts, null))
  for (const { card } of documents) {
    if (card) outcomes.push(await judge(engine, PEOPLE, { truth: 'face not shown', image: zoneOf(card) }))
  }
  for (const [index, { path }] of photos.entries()) {
    const photo = await loadPicture(path)
    const other = await loadPicture(photos[(index + 1) % photos.length].path)
    const shown: Shown[] = [
      { truth: null, image: photo },
      { truth: 'face blurred', image: await withSharp(photo, (file) => file.blur(photo.width * BLUR_SHARE)) },
      { truth: 'face dark', image: await withSharp(photo, (file) => file.linear(DARK, 0)) },
      { truth: 'several faces', image: sideBySide(photo, other) },
    ]
    for (const one of shown) outcomes.push(await judge(engine, PEOPLE, one))
    const { facts } = await readDocumentSide(engine, { frames: [photo], side: 'front', today: TODAY })
    outcomes.push(asFront(facts, 'side not shown'))
  }
  return outcomes
}

/** The same of drawn heads: straight and turned aside. About 2 s for each of `films`. */
export async function measureDrawnHolders(engine: Engine, films: number): Promise<DoubtOutcome[]> {
  const outcomes: DoubtOutcome[] = []
  for (let index = 0; index < films; index++) {
    const { person } = CAST[CAST_NAMES[index % CAST_NAMES.length]]
    for (const [way, yaws] of Object.entries(YAWS)) {
      for (const { image } of filmFace(person, yaws)) {
        const truth = way === 'sideways' ? 'face sideways' : null
        outcomes.push(await judge(engine, 'faces of drawn people', { truth, image }))
      }
    }
  }
  return outcomes
}

async function judge(engine: Engine, set: string, { truth, image }: Shown): Promise<DoubtOutcome> {
  const { facts } = await readFace(engine, { frames: [{ image, timeMs: 0 }], challenge: null })
  const { score } = checkFaceQuality(facts)
  const names = ['face not shown', 'face blurred', 'face dark', 'face sideways', 'several faces'] as const
  return {
    set,
    truth,
    cause: truth ?? 'as it is',
    scores: Object.fromEntries(names.map((name) => [name, score])),
  }
}

function asFront(facts: DocumentSideFacts, truth: 'side not shown' | null): DoubtOutcome {
  const set = 'photos of real faces in the place of a document, and real documents, held-out'
  const { score } = checkDocumentQuality('front', facts)
  return { set, truth, cause: truth ?? 'a document', scores: { 'side not shown': score } }
}

function zoneOf({ data, width, height }: Image): Image {
  const rows = Math.round(ZONE_SHARE * height)
  return { data: data.slice((height - rows) * width * 3), width, height: rows }
}

function sideBySide(left: Image, right: Image): Image {
  const beside = resizeImage(right, {
    width: Math.round((right.width * left.height) / right.height),
    height: left.height,
  })
  const width = left.width + beside.width
  const data = new Uint8Array(width * left.height * 3)
  for (let y = 0; y < left.height; y++) {
    data.set(left.data.subarray(y * left.width * 3, (y + 1) * left.width * 3), y * width * 3)
    data.set(
      beside.data.subarray(y * beside.width * 3, (y + 1) * beside.width * 3),
      (y * width + left.width) * 3,
    )
  }
  return { data, width, height: left.height }
}
