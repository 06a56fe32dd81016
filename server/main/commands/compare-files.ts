import { readFile } from 'node:fs/promises'
import type { Engine } from '../../../analysis/engine.ts'
import { findPortrait } from '../../../analysis/face/find-portrait.ts'
import { readFace } from '../../../analysis/face/read-face.ts'
import type { FaceBands } from '../../../domain/face-bands.ts'
import { judgeLikeness, type MatchBand, type SeenFaceQuality } from '../../../domain/faces/judge-likeness.ts'
import type { FrameQuality } from '../../../domain/facts.ts'
import { similarity } from '../../../domain/similarity.ts'
import { FileFault } from './footage/file-fault.ts'
import { openFootage } from './footage/open-footage.ts'
import { LateEngine } from './late-engine.ts'
import { toldFile } from './told-file.ts'

/** Most pairs of a list, and the longest list, bytes. */
const MAX_PAIRS = 100_000
const MAX_LIST_BYTES = 16 * 1024 * 1024
/** Faces kept while a list is gone through: most lists name a file often. */
const MAX_KEPT = 512
/** Time between two frames of a video, ms: only turns, which are not asked here, need it right. */
const FRAME_MS = 200

/** Two files whose faces are compared. */
export interface FilePair {
  a: string
  b: string
}

/** How alike two faces are, one line of JSON; nothing but the names where a file shows no face. */
export interface PairComparison extends FilePair {
  similarity: number | null
  /** Faces seen badly are for review, however alike. */
  band: MatchBand | null
  qualities: (FaceQuality | null)[]
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

/** Compares each pair and prints a line for each. */
export async function compareFiles(pairs: readonly FilePair[], options: { json: boolean }): Promise<void> {
  const engine = new LateEngine()
  const faces = new Map<string, KnownFace | null>()
  for (const pair of pairs) {
    const a = await keptFace(engine, faces, pair.a)
    const b = await keptFace(engine, faces, pair.b)
    if (a === undefined || b === undefined) continue
    const result = compare(pair, a, b)
    process.stdout.write(`${options.json ? JSON.stringify(result) : inWords(result)}\n`)
  }
  await engine.close()
}

/** Pairs of a list: a row `a,b` each; a first row of these names is a heading. Throws a FileFault. */
export async function readPairs(path: string): Promise<FilePair[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new FileFault('Cannot read the list')
  })
  if (text.length > MAX_LIST_BYTES) throw new FileFault(`The list has more than ${MAX_LIST_BYTES} bytes`)
  const rows = text.split(/\r?\n/).filter((row) => row.trim() !== '' && !/^a,b\b/.test(row))
  if (rows.length === 0) throw new FileFault('The list is empty')
  if (rows.length > MAX_PAIRS) throw new FileFault(`The list has more than ${MAX_PAIRS} pairs`)
  return rows.map((row, index) => {
    const [a, b] = row.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    if (!a || !b) throw new FileFault(`Row ${index + 1} of the list has not two files`)
    return { a, b }
  })
}

/** Undefined for a bad file, which was told; null where no face is. */
async function keptFace(
  engine: LateEngine,
  faces: Map<string, KnownFace | null>,
  path: string,
): Promise<KnownFace | null | undefined> {
  const known = faces.get(path)
  if (known !== undefined) return known
  const found = await toldFile(path, async () => {
    const { frames } = await openFootage(path)
    return { face: await findFace(await engine.open(), frames) }
  })
  if (found === null) return undefined
  if (faces.size >= MAX_KEPT) faces.delete([...faces.keys()][0])
  faces.set(path, found.face)
  return found.face
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

function compare(pair: FilePair, a: KnownFace | null, b: KnownFace | null): PairComparison {
  const qualities = [a?.quality ?? null, b?.quality ?? null]
  if (a === null || b === null) return { ...pair, similarity: null, band: null, qualities }
  const value = similarity(a.template, b.template)
  return {
    ...pair,
    similarity: Math.round(value * 1e5) / 1e5,
    band: judgeLikeness(value, a.bands, [seenOf(a.quality), seenOf(b.quality)]),
    qualities,
  }
}

function seenOf(quality: FaceQuality): SeenFaceQuality {
  return { quality, widthPx: quality.widthPx }
}

function inWords({ a, b, similarity: value, band }: PairComparison): string {
  return `${a}  ${b}  ${value === null ? 'no face' : `${value.toFixed(3)} ${band}`}`
}
