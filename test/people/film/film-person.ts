import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { LIGHT_COLOURS, type LightColour } from '../../../domain/faces/light.ts'
import type { CastMember } from '../cast.ts'
import type { DocumentKind } from '../documents/issue-document.ts'
import type { DistortionName } from './distortion.ts'
import type { FrameOrder } from './draw-frames.ts'

/** Frames of a document's loop: a sway of the hand in small steps. */
const DOCUMENT_FRAMES = 8
/** Angles a player can show; it goes through them as a head turns, degrees. */
const FACE_YAWS = [-30, -24, -18, -12, -6, 0, 6, 12, 18, 24, 30]
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
  /** The straight face in the light of a screen in one colour; null where it does not follow the screen. */
  lit: Record<LightColour, string> | null
  /** The face of each angle in the light of a white screen; null as well. */
  glow: string[] | null
}

/** Films a person and a document; drawn once and kept until the generator changes. */
export async function filmPerson(request: FilmRequest): Promise<Film> {
  const { person, facePerson = person, document } = request
  const scene = { kind: 'face' as const, person: facePerson.name, yaws: FACE_YAWS }
  const [front, back, faces, lit, glow] = await Promise.all([
    filmSide(request, 'front'),
    document === 'passport' || document === 'french-passport' ? null : filmSide(request, 'back'),
    keepFrames([facePerson.name, 'face'], scene),
    keepFrames([facePerson.name, 'lit'], { kind: 'lit-face', person: facePerson.name }),
    keepFrames([facePerson.name, 'glow'], { ...scene, kind: 'glowing-face' }),
  ])
  return {
    documentFront: front,
    documentBack: back,
    face: faces.map((path, index) => ({ yaw: FACE_YAWS[index], path })),
    lit: Object.fromEntries(LIGHT_COLOURS.map((colour, i) => [colour, lit[i]])) as Film['lit'],
    glow,
  }
}

function filmSide(request: FilmRequest, side: 'front' | 'back'): Promise<string[]> {
  const { person, document, distortion = 'none', expiryDate = null } = request
  return keepFrames([person.name, document, distortion, expiryDate ?? 'valid', side], {
    kind: 'document',
    person: person.name,
    document,
    side,
    distortion,
    expiryDate,
    frames: DOCUMENT_FRAMES,
  })
}

/** Paths of the frames that a name stands for; draws them when they are not there. */
async function keepFrames(name: string[], scene: FrameOrder['scene']): Promise<string[]> {
  const folder = join(CACHE, `${name.join('-')}-${await generatorVersion()}`)
  const kept = await listFrames(folder)
  if (kept.length > 0) return kept
  await drawInThread({ folder, scene })
  return listFrames(folder)
}

/** Draws in a thread of its own: scenes in parallel, and at full speed also under a test runner's transforms. */
function drawInThread(frameOrder: FrameOrder): Promise<void> {
  const worker = new Worker(join(import.meta.dirname, 'draw-frames.ts'), { workerData: { frameOrder } })
  return new Promise((done, fail) => {
    worker.once('error', fail)
    worker.once('exit', (code) =>
      code === 0 ? done() : fail(new Error(`Drawing frames ended with ${code}`)),
    )
  })
}

async function listFrames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.sort().map((name) => join(folder, name))
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
