import type { Box } from '../../../domain/image.ts'
import type { Plane } from '../../image/plane.ts'

/** Print goes on when ink follows within this, line heights: less than the space between two fields. */
const MAX_GAP = 0.45
/** Most that is added on a side, line heights. */
const MAX_GROWTH = 14
/** Ink is darker than this share of the way from the line's darkest to its ground. */
const INK_SHARE = 0.45
/** Lines of less contrast are left alone, levels 0-255. */
const MIN_CONTRAST = 50
/** The middle of a line's height that is looked at: its rims may belong to others. */
const BAND = { from: 0.25, to: 0.75 }

/** A box of text, made longer where its print goes on: marks and holograms over a line end the detector's box early. */
export function extendBox(plane: Plane, box: Box): Box {
  const rows = {
    from: Math.max(0, Math.round(box.y + box.height * BAND.from)),
    to: Math.min(plane.height - 1, Math.round(box.y + box.height * BAND.to)),
  }
  const limit = inkLimit(plane, box, rows)
  if (limit === null) return box
  const left = grow(plane, { from: Math.round(box.x), step: -1, rows, limit, height: box.height })
  const right = grow(plane, { from: Math.round(box.x + box.width), step: 1, rows, limit, height: box.height })
  const x = Math.min(box.x, left)
  return { ...box, x, width: Math.max(box.x + box.width, right) - x }
}

function inkLimit(plane: Plane, box: Box, rows: { from: number; to: number }): number | null {
  const counts = new Uint32Array(256)
  let count = 0
  const end = Math.min(plane.width - 1, Math.round(box.x + box.width))
  for (let y = rows.from; y <= rows.to; y += 2) {
    for (let x = Math.max(0, Math.round(box.x)); x <= end; x += 2, count++) {
      counts[plane.data[y * plane.width + x]]++
    }
  }
  if (count === 0) return null
  const dark = levelAt(counts, Math.floor(count * 0.05))
  const ground = levelAt(counts, Math.floor(count * 0.8))
  return ground - dark < MIN_CONTRAST ? null : dark + (ground - dark) * INK_SHARE
}

/** The level of a rank, from 0, among all in their order. */
function levelAt(counts: Uint32Array, rank: number): number {
  let level = 0
  for (let left = rank; left >= counts[level]; level++) left -= counts[level]
  return level
}

/** The last column with ink, going on from a side while gaps stay small. */
function grow(
  plane: Plane,
  way: { from: number; step: 1 | -1; rows: { from: number; to: number }; limit: number; height: number },
): number {
  const { from, step, rows, limit, height } = way
  let last = from
  const end = Math.max(-1, Math.min(plane.width, from + step * Math.round(MAX_GROWTH * height)))
  for (
    let x = Math.min(plane.width - 1, Math.max(0, from));
    x !== end && Math.abs(x - last) <= MAX_GAP * height;
    x += step
  ) {
    const ink = inkShare(plane, x, { rows, limit })
    // A column full of ink is the frame of a portrait, not a letter.
    if (ink === 1 && isBar(plane, x, { rows, limit })) break
    if (ink > 0) last = x
  }
  return last === from ? from : last + step * Math.round(height * 0.15)
}

interface InkBand {
  rows: { from: number; to: number }
  limit: number
}

function inkShare(plane: Plane, x: number, { rows, limit }: InkBand): number {
  let ink = 0
  for (let y = rows.from; y <= rows.to; y++) if (plane.data[y * plane.width + x] < limit) ink++
  return ink / (rows.to - rows.from + 1)
}

/** Whether the ink goes on above and below the line. */
function isBar(plane: Plane, x: number, { rows, limit }: InkBand): boolean {
  const reach = rows.to - rows.from
  return [rows.from - 2 * reach, rows.to + 2 * reach].every(
    (y) => y >= 0 && y < plane.height && plane.data[y * plane.width + x] < limit,
  )
}
