import type { Image, Point, Quad } from '../../../domain/image.ts'
import { type Homography, homographyOntoQuad } from '../../image/homography.ts'

/** Samples along a cell's side: print and noise are averaged away, skin stays. */
const SAMPLES = 2

/** A card seen coarsely with the frame around it; cells outside the frame are not seen. */
export interface AroundCard {
  /** Red, green and blue of each cell, row by row. */
  data: Float32Array
  isSeen: Uint8Array
  width: number
  height: number
  /** Cells around the card on every side. */
  margin: number
}

/** The card under a lying quad and `marginShare` of its width around it, `cells` across it. About 6 ms at 200. */
export function sampleAround(
  frame: Image,
  quad: Quad,
  shape: { aspect: number; marginShare: number; cells: number },
): AroundCard {
  const margin = Math.round(shape.cells * shape.marginShare)
  const card = { width: shape.cells, height: Math.round(shape.cells / shape.aspect) }
  const [width, height] = [card.width + 2 * margin, card.height + 2 * margin]
  const count = width * height
  const data = new Float32Array(count * 3)
  const isSeen = new Uint8Array(count)
  const map = homographyOntoQuad(card, quad)
  for (let cell = 0; cell < count; cell++) {
    const corner = { x: (cell % width) - margin, y: Math.floor(cell / width) - margin }
    isSeen[cell] = addCell(data, cell, { frame, map, corner }) ? 1 : 0
  }
  return { data, isSeen, width, height, margin }
}

/** Writes the mean of a cell's samples; whether any lies in the frame. */
function addCell(
  data: Float32Array,
  cell: number,
  { frame, map, corner }: { frame: Image; map: Homography; corner: Point },
): boolean {
  let seen = 0
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const u = corner.x + ((sample % SAMPLES) + 0.5) / SAMPLES
    const v = corner.y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES
    const nearness = 1 / (map[6] * u + map[7] * v + 1)
    const x = Math.floor((map[0] * u + map[1] * v + map[2]) * nearness)
    const y = Math.floor((map[3] * u + map[4] * v + map[5]) * nearness)
    if (x < 0 || y < 0 || x >= frame.width || y >= frame.height) continue
    seen++
    const at = (y * frame.width + x) * 3
    for (let channel = 0; channel < 3; channel++) data[cell * 3 + channel] += frame.data[at + channel]
  }
  for (let channel = 0; channel < 3; channel++) data[cell * 3 + channel] /= Math.max(1, seen)
  return seen > 0
}
