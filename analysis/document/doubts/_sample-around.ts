import type { Image, Quad } from '../../../domain/image.ts'
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
  for (let row = 0; row < height; row++) {
    addSamples({ data, isSeen }, { frame, map, margin, cells: { row, width } })
  }
  return { data, isSeen, width, height, margin }
}

/** Writes the means of the samples of a row's cells, and which of them lie in the frame. */
function addSamples(
  { data, isSeen }: Pick<AroundCard, 'data' | 'isSeen'>,
  from: { frame: Image; map: Homography; margin: number; cells: { row: number; width: number } },
): void {
  const { frame, margin, cells } = from
  const [a, b, c, d, e, f, g, h] = from.map
  const counts = new Uint8Array(cells.width)
  const begin = cells.row * cells.width
  for (let down = 0; down < SAMPLES; down++) {
    const v = cells.row - margin + (down + 0.5) / SAMPLES
    for (let sample = 0; sample < cells.width * SAMPLES; sample++) {
      const u = (sample + 0.5) / SAMPLES - margin
      const nearness = 1 / (g * u + h * v + 1)
      const x = Math.floor((a * u + b * v + c) * nearness)
      const y = Math.floor((d * u + e * v + f) * nearness)
      if (x < 0 || y < 0 || x >= frame.width || y >= frame.height) continue
      const column = Math.floor(sample / SAMPLES)
      const at = (y * frame.width + x) * 3
      const to = (begin + column) * 3
      counts[column]++
      data[to] += frame.data[at]
      data[to + 1] += frame.data[at + 1]
      data[to + 2] += frame.data[at + 2]
    }
  }
  for (const [column, count] of counts.entries()) {
    isSeen[begin + column] = count > 0 ? 1 : 0
    const to = (begin + column) * 3
    for (let i = to; i < to + 3; i++) data[i] /= Math.max(1, count)
  }
}
