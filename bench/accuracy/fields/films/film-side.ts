import type { Image } from '../../../../domain/image.ts'
import type { IssuedDocument } from '../../../../test/people/documents/issue-document.ts'
import { DISTORTIONS, type DistortionName } from '../../../../test/people/film/distortion.ts'
import { filmDocument } from '../../../../test/people/film/film-document.ts'
import type { HandColor } from '../../../../test/people/film/paint-hand.ts'
import { DEGRADATIONS, type Degradation, degradePicture } from '../../specimens/degrade-picture.ts'
import { drawOnce } from '../draw-once.ts'

/** Frames of a film, as many as the best of a scene that are kept. */
const FRAMES = 4
/** Skin of the hand that holds the document, 0-1. */
const HAND: HandColor = [0.78, 0.58, 0.47]

/** Films as a cooperative holder makes them. */
export const CLEAN = 'none' satisfies DistortionName
/** What is done to a film by the camera that draws it. */
export const DISTORTED = [
  'slight-blur',
  'shadow',
  'glare',
  'jpeg-noise',
  'dark',
  'small',
] as const satisfies readonly DistortionName[]
/** One of the second set of distortions, which shares no code with the first. */
export type Worsened = `second set, ${Degradation}`
/** What is done to clean films by the second set. */
export const WORSENED: readonly Worsened[] = DEGRADATIONS.map((name): Worsened => `second set, ${name}`)

/** How a document was shown. */
export type Showing = typeof CLEAN | (typeof DISTORTED)[number] | Worsened

/** Clean films of a document by their side: what the second set does is done to these. */
const CLEAN_FILMS = new WeakMap<IssuedDocument, Map<string, Promise<Image[] | null>>>()

/** A side of a document as it is filmed under a showing; null where it has no such side. */
export async function filmSide(
  document: IssuedDocument,
  { side, showing, seed }: { side: 'front' | 'back'; showing: Showing; seed: number },
): Promise<Image[] | null> {
  const worsening = DEGRADATIONS.find((name) => showing === `second set, ${name}`)
  if (showing !== CLEAN && !worsening)
    return drawFilm(document, { side, seed, distortion: showing as DistortionName })
  const clean = await filmCleanOnce(document, { side, seed })
  return worsening && clean ? Promise.all(clean.map((frame) => degradePicture(frame, worsening))) : clean
}

function filmCleanOnce(document: IssuedDocument, { side, seed }: { side: 'front' | 'back'; seed: number }) {
  const films = CLEAN_FILMS.get(document) ?? new Map<string, Promise<Image[] | null>>()
  CLEAN_FILMS.set(document, films)
  const key = `${side} ${seed}`
  const film = films.get(key) ?? drawFilm(document, { side, seed, distortion: CLEAN })
  films.set(key, film)
  return film
}

async function drawFilm(
  document: IssuedDocument,
  { side, seed, distortion }: { side: 'front' | 'back'; seed: number; distortion: DistortionName },
): Promise<Image[] | null> {
  const drawn = await drawOnce(document)
  const image = drawn[side]
  if (image === null) return null
  const card = { image, cornerShare: drawn.size.cornerRadiusMm / drawn.size.widthMm }
  const filming = { seed, frames: FRAMES, distortion: DISTORTIONS[distortion], hand: HAND }
  const shots = await filmDocument(card, filming)
  return shots.map((shot) => shot.image)
}
