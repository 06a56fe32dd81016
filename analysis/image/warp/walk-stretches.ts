import type { Homography } from '../homography.ts'
import type { Size } from '../size.ts'
import { placeInRow, type RowPlace, STRETCH } from './row-places.ts'

/** Pictures beyond this have places with no room in 32 bits, px. */
const MAX_SIDE = 32767
/** Whole steps run off by less than this over a stretch, px. */
const SLACK = 0.01

/** Samples of a straightened picture to be filled; the end is the first without. */
export interface Stretch {
  data: Uint8Array
  from: number
  to: number
  /** Where its row's stretches begin, and where the last ends: x and y of each in turn, px from the middle of the first pixel. */
  ends: Float64Array
  /** The index of its own begin. */
  at: number
}

/** A straightened picture to be filled, and the rows of it that are. */
export interface StretchedPicture {
  data: Uint8Array
  width: number
  channels: number
  rows: { from: number; to: number }
}

/** What fills a stretch: one all of whose places have a pixel on every side, or one at the border of the image. */
export interface FillStretch {
  inside(stretch: Stretch): void
  atBorder(stretch: Stretch, place: RowPlace): void
}

/**
 * Walks over a picture row by row, stretch by stretch. Places of pixels are reckoned at both ends as the map has them and evenly between: a
 * division for each pixel is what straightening costs most. One object moves along: one for each stretch would be most of the
 * garbage of reading a document.
 */
export function walkStretches(
  { data, width, channels, rows }: StretchedPicture,
  { map, image }: { map: Homography; image: Size },
  fill: FillStretch,
): void {
  const isInside = stretchesInside(image)
  const ends = new Float64Array(2 * (Math.ceil(width / STRETCH) + 1))
  const stretch: Stretch = { data, ends, at: 0, from: 0, to: 0 }
  for (let y = rows.from; y < rows.to; y++) {
    const place = placeInRow(map, y + 0.5)
    reckonEnds(ends, place)
    for (let x = 0; x < width; x += STRETCH) {
      stretch.at = (x / STRETCH) * 2
      stretch.from = (y * width + x) * channels
      stretch.to = (y * width + Math.min(width, x + STRETCH)) * channels
      if (isInside(ends, stretch.at)) fill.inside(stretch)
      else fill.atBorder(stretch, place)
    }
  }
}

function reckonEnds(ends: Float64Array, [a, b, c, d, e, f]: RowPlace): void {
  for (let i = 0, u = 0.5; i < ends.length; i += 2, u += STRETCH) {
    const nearness = 1 / (e * u + f)
    ends[i] = (a * u + b) * nearness - 0.5
    ends[i + 1] = (c * u + d) * nearness - 0.5
  }
}

/** Tells whether both ends of the stretch that begins at an index have a pixel on every side. */
function stretchesInside({ width, height }: Size): (ends: Float64Array, at: number) => boolean {
  const right = Math.min(width, MAX_SIDE) - 1 - SLACK
  const bottom = Math.min(height, MAX_SIDE) - 1 - SLACK
  const has = (x: number, y: number) => x > SLACK && y > SLACK && x < right && y < bottom
  return (ends, at) => has(ends[at], ends[at + 1]) && has(ends[at + 2], ends[at + 3])
}
