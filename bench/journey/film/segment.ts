import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TurnSide } from '../../../domain/challenge.ts'
import type { LightColour } from '../../../domain/faces/light.ts'

/**
 * What a sender can play: loops of a document's side and of a face that looks straight, in the light of the screen too, or is held turned, and the
 * ways between.
 */
export type SegmentName =
  | 'document-front'
  | 'document-back'
  | 'face-straight'
  | `face-lit-${LightColour}`
  | `face-${TurnSide}-${'there' | 'held' | 'back'}`

/** One encoded VP8 frame of a segment. */
export interface SegmentFrame {
  /** Since the segment's first frame, ms. */
  timeMs: number
  /** The first frame alone is a key frame. */
  kind: 'key' | 'delta'
  /** Temporal layer, 0 is the base that refers to itself alone. */
  temporalLayer: number
  data: Uint8Array
}

/** A piece of film as a browser has encoded it; it begins with a key frame. */
export interface Segment {
  frames: SegmentFrame[]
  durationMs: number
}

/** The segments of one film; a passport has no back. */
export type Segments = Partial<Record<SegmentName, Segment>>

/** A segment as it lies in its file: the frames' bytes in base64. */
export interface SegmentFile {
  durationMs: number
  frames: { timeMs: number; kind: 'key' | 'delta'; temporalLayer: number; data: string }[]
}

/** Reads segments out of the folder that `encodeFilm` gave. Throws when one is missing. */
export async function readSegments(folder: string, names: readonly SegmentName[]): Promise<Segments> {
  const segments: Segments = {}
  for (const name of names) segments[name] = await readSegment(join(folder, `${name}.json`))
  return segments
}

async function readSegment(path: string): Promise<Segment> {
  const file: SegmentFile = JSON.parse(await readFile(path, 'utf8'))
  const frames = file.frames.map((frame) => ({
    ...frame,
    data: new Uint8Array(Buffer.from(frame.data, 'base64')),
  }))
  return { durationMs: file.durationMs, frames }
}
