import { FileFault } from './file-fault.ts'

/** The kinds of pictures that are read. */
export type PictureKind = 'jpeg' | 'png' | 'webp'

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Length, type and checksum around the data of a chunk (PNG, ISO/IEC 15948 §5.3), bytes. */
const PNG_CHUNK_FRAME = 12
/** A picture has a few chunks or segments; thousands are an attack on whoever walks them. */
const MAX_PARTS = 20_000

/** Markers of JPEG (ITU-T T.81 table B.1). */
const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/** The kind of a picture by its first bytes, or null when it is none of those read. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  if (startsWith(bytes, PNG_SIGNATURE)) return 'png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  return textAt(bytes, 0) === 'RIFF' && textAt(bytes, 8) === 'WEBP' ? 'webp' : null
}

/** Where a picture ends, bytes from its start. Throws a FileFault when it is cut off. */
export function pictureEnd(bytes: Uint8Array, kind: PictureKind): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = kind === 'png' ? pngEnd(view) : kind === 'jpeg' ? jpegEnd(view) : webpEnd(view)
  if (end > bytes.length) throw new FileFault('The picture is cut off')
  return end
}

function webpEnd(view: DataView): number {
  const size = view.getUint32(4, true)
  return 8 + size + (size % 2)
}

function pngEnd(view: DataView): number {
  let at = PNG_SIGNATURE.length
  for (let part = 0; part < MAX_PARTS && at + PNG_CHUNK_FRAME <= view.byteLength; part++) {
    const isLast = view.getUint32(at + 4) === 0x49454e44
    at += PNG_CHUNK_FRAME + view.getUint32(at)
    if (isLast) return at
  }
  throw new FileFault('The picture is cut off')
}

function jpegEnd(view: DataView): number {
  let at = 2
  for (let part = 0; part < MAX_PARTS && at + 4 <= view.byteLength; part++) {
    if (view.getUint8(at) !== 0xff) throw new FileFault('The picture is damaged')
    const marker = view.getUint8(at + 1)
    if (marker === END_OF_IMAGE) return at + 2
    // A marker may be preceded by any number of fill bytes (ITU-T T.81 §B.1.1.2).
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
    if (marker === START_OF_SCAN) at = scanEnd(view, at)
  }
  if (at + 2 <= view.byteLength && view.getUint16(at) === 0xff00 + END_OF_IMAGE) return at + 2
  throw new FileFault('The picture is cut off')
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

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length > 16 && start.every((byte, index) => bytes[index] === byte)
}

function textAt(bytes: Uint8Array, at: number): string {
  return bytes.length < 16 ? '' : String.fromCharCode(...bytes.subarray(at, at + 4))
}
