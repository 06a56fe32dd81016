import sharp, { type Metadata, type Sharp } from 'sharp'
import { type Image, isFrameShape, MAX_PICTURE_ASPECT } from '../../../../domain/image.ts'
import { assertOnlyPicture } from './assert-only-picture.ts'
import { FileFault } from './file-fault.ts'
import { type PictureKind, type PictureParts, pictureParts } from './picture-parts.ts'

/** Most pixels of a picture, before anything is decoded: phones save 12 million, a page scanned at 600 dpi has 35. */
const MAX_PIXELS = 40_000_000
/** Most bytes these may decode to: 8 bits in three colours each. With 16 bits and transparency they are 15 million. */
const MAX_DECODED_BYTES = 3 * MAX_PIXELS
/** The same of one that is decoded as a whole, as WebP and interlaced and progressive ones are. The others stream. */
const MAX_WHOLE_BYTES = 3 * 16_000_000
/**
 * A larger picture is not compressed more than so many times, notes aside. Of 660 photos, scans and drawings the emptiest is 131 times;
 * a white page of 600 dpi with one card on it, at the least quality that shows its zone, 566. One colour alone is 1030 times as PNG (258
 * bytes in two bits, RFC 1951 §3.2.5) and 1680 as WebP; as a JPEG of one pass it cannot be more than 512 (two bits a block, ITU-T T.81
 * §F.1.2), and is let pass. Smaller pictures cost nothing.
 */
const MAX_COMPRESSION = 800
const MAX_EMPTY_PIXELS = 4_000_000
/** Longer side at which pictures are read, px: that of the largest frames of a film. */
const MAX_SIDE = 1920
/** Decoding may take this long, s: 1 of processor time; the rest for a machine that others load. */
const MAX_SECONDS = 10

/** Decodes a picture upright, no larger than a frame. Throws a FileFault when it is none, or made to do harm. */
export async function openPicture(bytes: Uint8Array, kind: PictureKind): Promise<Image> {
  const parts = pictureParts(bytes, kind)
  assertOnlyPicture(bytes, parts)
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
    const found = await picture.metadata()
    if (found.format !== kind) throw new FileFault(`The picture says it is ${kind} and is not`)
    if ((found.pages ?? 1) > 1) throw new FileFault('Cannot read a picture that moves')
    assertBounded(found, kind)
    assertFilled(found, parts)
    return await decode(picture)
  } catch (error) {
    if (error instanceof FileFault) throw error
    throw new FileFault(`Cannot decode the picture: ${firstLine(error)}`)
  }
}

function assertBounded(found: Metadata, kind: PictureKind): void {
  const { width, height, channels, depth, isProgressive } = found
  if (!isFrameShape(found, MAX_PICTURE_ASPECT))
    throw new FileFault(`The picture is more than ${MAX_PICTURE_ASPECT} times as long as it is wide`)
  const most = kind === 'webp' || isProgressive ? MAX_WHOLE_BYTES : MAX_DECODED_BYTES
  const sampleBytes = depth === 'uchar' ? 1 : 2
  if (width * height * channels * sampleBytes > most)
    throw new FileFault(`The picture has more than ${most} bytes when decoded`)
}

/** A few bytes that decode to many are made to cost whoever opens them; notes are no part of what is drawn. */
function assertFilled(found: Metadata, { end, notes }: PictureParts): void {
  const { width, height, channels, isPalette, bitsPerSample = 8 } = found
  const rawBytes = (width * height * (isPalette ? 1 : channels) * bitsPerSample) / 8
  const drawnBytes = end - notes.reduce((sum, { length }) => sum + length, 0)
  if (width * height > MAX_EMPTY_PIXELS && rawBytes > MAX_COMPRESSION * drawnBytes)
    throw new FileFault(`The picture is empty: ${width} by ${height} pixels in ${drawnBytes} bytes`)
}

async function decode(picture: Sharp): Promise<Image> {
  const { data, info } = await picture
    .timeout({ seconds: MAX_SECONDS })
    .rotate()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]
}
