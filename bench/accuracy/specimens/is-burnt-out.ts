import type { DocumentFrame } from '../../../test/people/film/film-document.ts'

/** A zone ends this far above the lower edge of a document (ICAO 9303-3 §4.1), mm. */
const ZONE_HEIGHT_MM = 23.2
/** Ink of a film without the reflection is darker than this, and what is white in it shows nothing, 0-255. */
const INK_MAXIMUM = 110
const WHITE = 250
/** A character is lost when more than this share of its ink is white. */
const LOST_SHARE = 0.5
/** Pixels of a character: fewer are noise, and one is not wider than this share of a card (2.54 mm of 85.6). */
const GLYPH = { minimum: 12, widthMaximum: 0.045 }

/** Films of the same moments with and without a reflection, and the height of the document, mm. */
export interface ReflectedFilm {
  reflected: readonly DocumentFrame[]
  plain: readonly DocumentFrame[]
  heightMm: number
}

/**
 * Whether every frame of a film has a character of the zone of which more than half is burnt out to white: what the drawing says, whatever
 * a reader makes of it.
 */
export function isBurntOut({ reflected, plain, heightMm }: ReflectedFilm): boolean {
  return plain.every((frame, i) => {
    const { data } = reflected[i].image
    const isWhite = (pixel: number) =>
      Math.min(data[pixel * 3], data[pixel * 3 + 1], data[pixel * 3 + 2]) >= WHITE
    return glyphsOf(frame, ZONE_HEIGHT_MM / heightMm).some(
      (glyph) => glyph.filter(isWhite).length > LOST_SHARE * glyph.length,
    )
  })
}

/** The pixels of each character in the lowest `share` of a document. */
function glyphsOf(frame: DocumentFrame, share: number): number[][] {
  const { width } = frame.image
  const ink = inkOf(frame, share)
  const [{ x: left }, { x: right }] = frame.corners
  const glyphs: number[][] = []
  for (const start of ink) {
    const glyph = takeConnected(ink, start, width)
    const columns = glyph.map((pixel) => pixel % width)
    const span = Math.max(...columns) - Math.min(...columns)
    if (glyph.length >= GLYPH.minimum && span <= GLYPH.widthMaximum * (right - left)) glyphs.push(glyph)
  }
  return glyphs
}

/** Dark pixels of the zone. */
function inkOf({ image, corners }: DocumentFrame, share: number): Set<number> {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners
  const [left, right] = [Math.max(topLeft.x, bottomLeft.x), Math.min(topRight.x, bottomRight.x)]
  const ink = new Set<number>()
  for (let x = Math.ceil(left); x < right; x++) {
    const along = (x - left) / (right - left)
    const bottom = bottomLeft.y + (bottomRight.y - bottomLeft.y) * along
    const top = bottom - (bottom - topLeft.y - (topRight.y - topLeft.y) * along) * share
    for (let y = Math.ceil(top); y < bottom; y++) {
      const pixel = y * image.width + x
      if (image.data[pixel * 3 + 1] < INK_MAXIMUM) ink.add(pixel)
    }
  }
  return ink
}

/** Takes a pixel and all that touch it out of the ink. */
function takeConnected(ink: Set<number>, start: number, width: number): number[] {
  const connected = [start]
  ink.delete(start)
  for (const pixel of connected) {
    for (const next of [pixel - 1, pixel + 1, pixel - width, pixel + width]) {
      if (ink.delete(next)) connected.push(next)
    }
  }
  return connected
}
