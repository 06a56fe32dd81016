import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import type { Image } from '../../../domain/image.ts'
import type { CastMember } from '../cast.ts'
import { drawDocument } from '../documents/draw-document.ts'
import { type DocumentKind, issueDocument } from '../documents/issue-document.ts'
import { DISTORTIONS, type DistortionName } from './distortion.ts'
import { filmDocument } from './film-document.ts'
import { filmFace } from './film-face.ts'

/** Frames of a document's loop: a sway of the hand in small steps. */
const DOCUMENT_FRAMES = 8
/** Angles a player can show; it goes through them as a head turns, degrees. */
const FACE_YAWS = [-30, -24, -18, -12, -6, 0, 6, 12, 18, 24, 30]
/** As a camera's own stills; what the encoder of the stream does comes on top. */
const FILM_JPEG_QUALITY = 92
const PEOPLE = resolve(import.meta.dirname, '..')
const CACHE = resolve(import.meta.dirname, '../../../build/people')

/** Whom to film, with what. */
export interface FilmRequest {
  person: CastMember
  document: DocumentKind
  /** Who shows the face; the holder of the document when left out. */
  facePerson?: CastMember
  distortion?: DistortionName
  /** ISO date YYYY-MM-DD; a document that is long valid when left out. */
  expiryDate?: string
}

/** A film as files (JPEG, 1280 × 720), for a player that shows one scene after the other. */
export interface Film {
  documentFront: string[]
  documentBack: string[] | null
  face: { yaw: number; path: string }[]
}

/** Films a person and a document; drawn once and kept until the generator changes. */
export async function filmPerson(request: FilmRequest): Promise<Film> {
  const { facePerson = request.person } = request
  const faces = await keepFrames([facePerson.name, 'face'], async () =>
    filmFace(facePerson.person, FACE_YAWS).map(({ image }) => image),
  )
  return {
    documentFront: await filmSide(request, 'front'),
    documentBack: request.document === 'passport' ? null : await filmSide(request, 'back'),
    face: faces.map((path, index) => ({ yaw: FACE_YAWS[index], path })),
  }
}

function filmSide(request: FilmRequest, side: 'front' | 'back'): Promise<string[]> {
  const { person, document, distortion = 'none', expiryDate } = request
  return keepFrames([person.name, document, distortion, expiryDate ?? 'valid', side], async () => {
    const issued = issueDocument(person, document, expiryDate ? { expiryDate } : {})
    const card = (await drawDocument(issued))[side]
    if (!card) throw new Error(`A ${document} has no ${side}`)
    const filmed = { seed: person.person.seed, frames: DOCUMENT_FRAMES, distortion: DISTORTIONS[distortion] }
    return filmDocument(card, filmed).map(({ image }) => image)
  })
}

/** Paths of the frames that a name stands for; draws them when they are not there. */
async function keepFrames(name: string[], draw: () => Promise<Image[]>): Promise<string[]> {
  const folder = join(CACHE, `${name.join('-')}-${await generatorVersion()}`)
  const kept = await listFrames(folder)
  if (kept.length > 0) return kept
  const draft = `${folder}.${process.pid}.new`
  await mkdir(draft, { recursive: true })
  for (const [index, image] of (await draw()).entries()) {
    await writeFile(join(draft, `${String(index).padStart(3, '0')}.jpg`), await encode(image))
  }
  // Two test files may draw the same film at once: the first to finish keeps it.
  await rename(draft, folder).catch(() => undefined)
  return listFrames(folder)
}

async function listFrames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.sort().map((name) => join(folder, name))
}

function encode({ data, width, height }: Image): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: FILM_JPEG_QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

let version: Promise<string> | undefined

/** A hash of the generator's sources: what they draw changes only with them. */
function generatorVersion(): Promise<string> {
  version ??= hashSources()
  return version
}

async function hashSources(): Promise<string> {
  const entries = await readdir(PEOPLE, { recursive: true })
  const sources = entries.filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts')).sort()
  const hash = createHash('sha256')
  for (const path of sources) hash.update(path).update(await readFile(join(PEOPLE, path)))
  return hash.digest('hex').slice(0, 12)
}
