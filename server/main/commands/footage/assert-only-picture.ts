import { FileFault } from './file-fault.ts'
import type { PictureParts } from './picture-parts.ts'

/**
 * Beginnings of archives, documents and programs that one file may be at the same time as a picture, as they are
 * written: in letters of any size, a short one comes about by chance in a film.
 */
const PROGRAMS = [
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  '%PDF-',
  '\u007fELF',
  'Rar!\u001a\u0007',
  '7z\u00bc\u00af\u0027\u001c',
]
/** Beginnings of scripts and pages, in letters of any size; with what must follow, five random bytes in a long film are none. */
const PAGES = /<(?:(?:script|html|svg)[\s>/]|\?php)/i
/** Readers of documents look for their beginning this far into a file (ISO 32000-1, implementation note 13), bytes. */
const HEAD = 1024
/** How much after a picture's end is looked at, bytes. */
const MAX_TAIL = 1024 * 1024
/** Openers of archives look for the end of the directory from the back (APPNOTE.TXT §4.3.16): its 22 bytes and the longest comment. */
const ARCHIVE_END = 'PK\u0005\u0006'
const MAX_ARCHIVE_END = 22 + 65_535

/**
 * Throws a FileFault when a file is more than a picture: cameras note things inside it and append short films, which
 * are let pass, but a file that is an archive or a page as well was made to deceive someone.
 */
export function assertOnlyPicture(bytes: Uint8Array, { end, notes }: PictureParts): void {
  const looked = [
    bytes.subarray(0, HEAD),
    ...notes,
    bytes.subarray(end, end + MAX_TAIL),
    bytes.subarray(-HEAD),
  ]
  const isArchive = asText(bytes.subarray(-MAX_ARCHIVE_END)).includes(ARCHIVE_END)
  if (isArchive || looked.some(hasSecondNature))
    throw new FileFault('The file is a picture and something else at the same time')
}

function hasSecondNature(part: Uint8Array): boolean {
  const text = asText(part)
  return PAGES.test(text) || PROGRAMS.some((start) => text.includes(start))
}

/** One character a byte. */
function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
