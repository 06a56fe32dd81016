import { FileFault } from './file-fault.ts'

/** The kinds of pictures that are read. */
export type PictureKind = 'jpeg' | 'png' | 'webp'

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Length, type and checksum around the data of a chunk (PNG, ISO/IEC 15948 §5.3), bytes. */
const PNG_CHUNK_FRAME = 12
/** A picture has a few chunks or segments; thousands are an attack on whoever walks them. */
const MAX_PARTS = 20_000

/** Chunks that make the picture (ISO/IEC 15948 §5.6); all others are notes. */
const PNG_IMAGE_CHUNKS = ['IHDR', 'PLTE', 'IDAT', 'IEND']

/** Markers of JPEG (ITU-T T.81 table B.1): frames, scans and tables make the picture, all others are notes. */
const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9
const FIRST_IMAGE_MARKER = 0xc0
const LAST_IMAGE_MARKER = 0xdd

/** Chunks that make the picture (RFC 9649 §2); all others are notes. */
const WEBP_IMAGE_CHUNKS = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']
/** Bytes before the first chunk, and those of the name and size of each. */
const WEBP_HEAD = 12
const WEBP_CHUNK_HEAD = 8

/** Where a picture ends, bytes from its start, and the parts before it that are not drawn: notes of cameras and programs. */
export interface PictureParts {
  end: number
  notes: Uint8Array[]
}

/** The kind of a picture by its first bytes, or null when it is none of those read. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  if (startsWith(bytes, PNG_SIGNATURE)) return 'png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  return textAt(bytes, 0) === 'RIFF' && textAt(bytes, 8) === 'WEBP' ? 'webp' : null
}

/** The parts of a picture. Throws a FileFault when it is cut off. */
export function pictureParts(bytes: Uint8Array, kind: PictureKind): PictureParts {
  const parts = kind === 'png' ? pngParts(bytes) : kind === 'jpeg' ? jpegParts(bytes) : webpParts(bytes)
  if (parts.end > bytes.length) throw new FileFault('The picture is cut off')
  return parts
}

function webpParts(bytes: Uint8Array): PictureParts {
  const view = viewOf(bytes)
  const size = view.getUint32(4, true)
  const end = 8 + size + (size % 2)
  const notes: Uint8Array[] = []
  let at = WEBP_HEAD
  for (let part = 0; part < MAX_PARTS && at + WEBP_CHUNK_HEAD <= Math.min(end, bytes.length); part++) {
    const from = at + WEBP_CHUNK_HEAD
    const length = view.getUint32(at + 4, true)
    if (!WEBP_IMAGE_CHUNKS.includes(textAt(bytes, at))) notes.push(bytes.subarray(from, from + length))
    at = from + length + (length % 2)
  }
  if (at < end) throw new FileFault('The picture is damaged')
  return { end, notes }
}

function pngParts(bytes: Uint8Array): PictureParts {
  const view = viewOf(bytes)
  const notes: Uint8Array[] = []
  let at = PNG_SIGNATURE.length
  for (let part = 0; part < MAX_PARTS && at + PNG_CHUNK_FRAME <= bytes.length; part++) {
    const type = textAt(bytes, at + 4)
    const from = at + 8
    at += PNG_CHUNK_FRAME + view.getUint32(at)
    if (!PNG_IMAGE_CHUNKS.includes(type)) notes.push(bytes.subarray(from, at - 4))
    if (type === 'IEND') return { end: at, notes }
  }
  throw new FileFault('The picture is cut off')
}

function jpegParts(bytes: Uint8Array): PictureParts {
  const view = viewOf(bytes)
  const notes: Uint8Array[] = []
  let at = 2
  for (let part = 0; part < MAX_PARTS && at + 4 <= bytes.length; part++) {
    if (bytes[at] !== 0xff) throw new FileFault('The picture is damaged')
    const marker = bytes[at + 1]
    if (marker === END_OF_IMAGE) return { end: at + 2, notes }
    const from = at + 2
    at = segmentEnd(view, at)
    if (isNote(marker)) notes.push(bytes.subarray(from, at))
  }
  if (at + 2 <= bytes.length && view.getUint16(at) === 0xff00 + END_OF_IMAGE) return { end: at + 2, notes }
  throw new FileFault('The picture is cut off')
}

/** Where a segment ends, with the coded data that follow the head of a scan. */
function segmentEnd(view: DataView, at: number): number {
  const marker = view.getUint8(at + 1)
  // A marker may be preceded by any number of fill bytes (ITU-T T.81 §B.1.1.2).
  if (marker === 0xff) return at + 1
  const end = at + 2 + view.getUint16(at + 2)
  return marker === START_OF_SCAN ? scanEnd(view, end) : end
}

/** Whether a marker of JPEG begins a part that is not drawn; 0xff fills. */
function isNote(marker: number): boolean {
  return marker !== 0xff && (marker < FIRST_IMAGE_MARKER || marker > LAST_IMAGE_MARKER)
}

/** Where the coded data of a scan ends: at a marker that is no restart and no stuffed byte (ITU-T T.81 §F.1.2.3). */
function scanEnd(view: DataView, from: number): number {
  for (let at = from; at + 1 < view.byteLength; at++) {
    if (view.getUint8(at) !== 0xff) continue
    const next = view.getUint8(at + 1)
    const goesOn = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!goesOn) return at
  }
  throw new FileFault('The picture is cut off')
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length > 16 && start.every((byte, index) => bytes[index] === byte)
}

function textAt(bytes: Uint8Array, at: number): string {
  return bytes.length < 16 ? '' : String.fromCharCode(...bytes.subarray(at, at + 4))
}
