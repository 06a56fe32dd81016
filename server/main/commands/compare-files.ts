import { type Engine, FACE_NETWORKS } from '../../../analysis/engine.ts'
import { findPortrait } from '../../../analysis/face/find-portrait.ts'
import { readFace } from '../../../analysis/face/read-face.ts'
import type { FaceBands } from '../../../domain/face-bands.ts'
import { judgeLikeness, type MatchBand, type SeenFaceQuality } from '../../../domain/faces/judge-likeness.ts'
import type { FrameQuality } from '../../../domain/facts.ts'
import { similarity } from '../../../domain/similarity.ts'
import { FileFault } from './footage/file-fault.ts'
import { openFootage } from './footage/open-footage.ts'
import { LateEngine } from './late-engine.ts'
import { printableName } from './reading/printable-name.ts'
import { tellFault } from './told-file.ts'

/** Faces kept while a list is gone through: most lists name a file often. */
const MAX_KEPT = 512
/** Time between two frames of a video, ms: only turns, which are not asked here, need it right. */
const FRAME_MS = 200

/** Two files whose faces are compared. */
export interface FilePair {
  a: string
  b: string
}

/** How alike two faces are, one line of JSON for each pair. */
export interface PairComparison extends FilePair {
  /** Null where a file shows no face, or cannot be used. */
  similarity: number | null
  /** Faces seen badly are for review, however alike, and so is a pair in which one is missing: somebody must look. */
  band: MatchBand
  qualities: (FaceQuality | null)[]
  /** What is wrong with the files; absent where nothing is. */
  error?: string
}

/** How well a face was seen: its width in the file and what was measured of it, laid out. */
export interface FaceQuality extends FrameQuality {
  widthPx: number
}

interface KnownFace {
  template: number[]
  bands: FaceBands
  quality: FaceQuality
}

/** Compares each pair and prints a line for each, bad files or not; these are told on standard error too, once. */
export async function compareFiles(pairs: readonly FilePair[], options: { json: boolean }): Promise<void> {
  const engine = new LateEngine(FACE_NETWORKS)
  const faces: KeptFaces = new Map()
  for (const pair of pairs) {
    const a = await keptFace(engine, faces, pair.a)
    const b = await keptFace(engine, faces, pair.b)
    const result = compare(pair, a, b)
    process.stdout.write(`${options.json ? JSON.stringify(result) : inWords(result)}\n`)
  }
  await engine.close()
}

/** The face of a file; null where there is none, a fault where the file cannot be used. */
type FoundFace = KnownFace | null | FileFault
type KeptFaces = Map<string, FoundFace>

async function keptFace(engine: LateEngine, faces: KeptFaces, path: string): Promise<FoundFace> {
  const known = faces.get(path)
  if (known !== undefined) return known
  const face = await openFace(engine, path)
  if (faces.size >= MAX_KEPT) faces.delete([...faces.keys()][0])
  faces.set(path, face)
  return face
}

async function openFace(engine: LateEngine, path: string): Promise<FoundFace> {
  try {
    const { frames } = await openFootage(path)
    return await findFace(await engine.open(), frames)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    tellFault(path, error)
    return error
  }
}

/** A live face as the service reads it; a small one, as on a card, as it reads portraits. */
async function findFace(
  engine: Engine,
  images: Parameters<typeof findPortrait>[1][],
): Promise<KnownFace | null> {
  const frames = images.map((image, index) => ({ image, timeMs: index * FRAME_MS }))
  const { facts } = await readFace(engine, { frames, challenge: null })
  const { template, best } = facts
  const { bands } = engine.faceModel
  if (template !== null && best !== null) {
    return { template, bands, quality: { ...best.quality, widthPx: Math.round(best.box.width) } }
  }
  const portrait = await findPortrait(engine, images[0])
  if (portrait === null) return null
  const quality = { ...portrait.quality, widthPx: Math.round(portrait.faceWidthPx) }
  return { template: portrait.template, bands, quality }
}

function compare(pair: FilePair, a: FoundFace, b: FoundFace): PairComparison {
  if (a instanceof FileFault || b instanceof FileFault) return { ...unseen(pair), error: errorOf(pair, a, b) }
  const qualities = [a?.quality ?? null, b?.quality ?? null]
  if (a === null || b === null) return { ...unseen(pair), qualities }
  const value = similarity(a.template, b.template)
  return {
    ...pair,
    similarity: Math.round(value * 1e5) / 1e5,
    band: judgeLikeness(value, a.bands, [seenOf(a.quality), seenOf(b.quality)]),
    qualities,
  }
}

/** What is told of a pair of which nothing can be compared. */
function unseen(pair: FilePair): PairComparison {
  return { ...pair, similarity: null, band: 'review', qualities: [null, null] }
}

/** The faults of a pair's files, each with its name. */
function errorOf(pair: FilePair, a: FoundFace, b: FoundFace): string {
  const faults = new Map([
    [pair.a, a],
    [pair.b, b],
  ])
  const told = [...faults].flatMap(([path, fault]) =>
    fault instanceof FileFault ? [`${path}: ${fault.message}`] : [],
  )
  return told.join('; ')
}

function seenOf(quality: FaceQuality): SeenFaceQuality {
  return { quality, widthPx: quality.widthPx }
}

function inWords({ a, b, similarity: value, band, error }: PairComparison): string {
  const likeness = value === null ? 'no face' : value.toFixed(3)
  const told = error === undefined ? `${likeness} ${band}` : printableName(error)
  return `${printableName(a)}  ${printableName(b)}  ${told}`
}
