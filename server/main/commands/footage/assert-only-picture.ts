import { FileFault } from './file-fault.ts'

/** Beginnings of archives, pages, scripts and programs (in small letters) that one file may be at the same time as a picture. */
const SECOND_NATURES = [
  'pk\u0003\u0004',
  'pk\u0005\u0006',
  '%pdf-',
  '<script',
  '<html',
  '<?php',
  '<svg',
  '\u007felf',
  'rar!',
  '7z\u00bc\u00af',
]
/** Readers of documents look for their beginning this far into a file (ISO 32000-1, implementation note 13), bytes. */
const HEAD = 1024
/** How much after a picture's end is looked at, bytes. */
const MAX_TAIL = 1024 * 1024

/**
 * Throws a FileFault when a file is more than a picture that ends where told: cameras append notes and short
 * films, which are let pass, but a file that is an archive or a page as well was made to deceive someone.
 */
export function assertOnlyPicture(bytes: Uint8Array, end: number): void {
  const head = asText(bytes.subarray(0, HEAD))
  const tail =
    asText(bytes.subarray(end, end + MAX_TAIL)) + asText(bytes.subarray(Math.max(end, bytes.length - HEAD)))
  const found = SECOND_NATURES.find((start) => head.includes(start) || tail.includes(start))
  if (found !== undefined) throw new FileFault('The file is a picture and something else at the same time')
}

/** One character a byte, in small letters. */
function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').toLowerCase()
}
