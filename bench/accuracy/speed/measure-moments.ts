import type { Engine } from '../../../analysis/engine.ts'
import { findMainFace } from '../../../analysis/face/find-main-face.ts'
import { embedFace } from '../../../analysis/face/template/embed-face.ts'
import { guideFrame } from '../../../analysis/guide-frame.ts'
import type { Image } from '../../../domain/image.ts'
import { similarity } from '../../../domain/similarity.ts'
import { CAST } from '../../../test/people/cast.ts'
import { filmPerson } from '../../../test/people/film/film-person.ts'
import { loadPicture } from '../specimens/load-picture.ts'
import { type Cost, meter } from './meter-engine.ts'

/** Times that each frame is gone through: the first warms up. */
const ROUNDS = 4

/** What the moments cost that somebody waits for: a hint while filming, and the match of two prepared pictures of faces. */
export async function measureMoments(engine: Engine): Promise<Map<string, Cost[]>> {
  const film = await filmPerson({ person: CAST.anna, document: 'passport' })
  const card = await Promise.all(film.documentFront.map(loadPicture))
  const face = await Promise.all(film.face.map(({ path }) => loadPicture(path)))
  const other = face[face.length >> 1]
  return new Map([
    ['hint, document', await measure(card, (frame) => meter(engine, (one) => guideDocument(one, frame)))],
    ['hint, face', await measure(face, (frame) => meter(engine, (one) => guideFace(one, frame)))],
    [
      'match of two pictures',
      await measure(face, (frame) => meter(engine, (one) => match(one, frame, other))),
    ],
  ])
}

async function measure(frames: readonly Image[], work: (frame: Image) => Promise<Cost>): Promise<Cost[]> {
  const costs: Cost[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const frame of frames) {
      const cost = await work(frame)
      if (round > 0) costs.push(cost)
    }
  }
  return costs
}

function guideDocument(engine: Engine, frame: Image) {
  return guideFrame(engine, frame, { scene: 'document-front', turn: null, previousQuad: null })
}

function guideFace(engine: Engine, frame: Image) {
  return guideFrame(engine, frame, { scene: 'face', turn: null })
}

async function match(engine: Engine, a: Image, b: Image): Promise<number> {
  const [first, second] = [await templateOf(engine, a), await templateOf(engine, b)]
  return first && second ? similarity(first, second) : 0
}

async function templateOf(engine: Engine, picture: Image): Promise<number[] | null> {
  const face = await findMainFace(engine, picture, 'exact')
  return face && embedFace(engine, picture, face.mesh)
}
