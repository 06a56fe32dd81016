import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ZoneReader } from '../readers/zone-reader.ts'
import { loadPicture } from '../specimens/load-picture.ts'

/** Pictures tried at most: each takes as long as a document. */
const MAX_PICTURES = 40
/** Names of pictures. */
const PICTURE = /\.(jpe?g|png|webp)$/i

/** Pictures without a document in which a reader still reads a zone. */
export interface FalseReads {
  pictures: number
  read: number
}

/** Paths of photos of faces, spread evenly over the collections. */
export async function listFacePictures(faces: string): Promise<string[]> {
  const names = await readdir(faces, { recursive: true }).catch(() => [])
  const paths = names.filter((name) => PICTURE.test(name)).sort()
  const every = Math.max(1, paths.length / MAX_PICTURES)
  const count = Math.min(paths.length, MAX_PICTURES)
  return Array.from({ length: count }, (_, i) => join(faces, paths[Math.floor(i * every)]))
}

/** Reads each picture alone. */
export async function measureFalseReads(reader: ZoneReader, paths: readonly string[]): Promise<FalseReads> {
  let read = 0
  for (const path of paths) {
    const { lines } = await reader.read([await loadPicture(path)])
    if (lines !== null) read++
  }
  return { pictures: paths.length, read }
}
