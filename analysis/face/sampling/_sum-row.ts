import type { Image, Point } from '../../../domain/image.ts'

/** Where a row begins, the steps to its next pixel and to the next row, in image pixels, and samples along a pixel's side. */
export interface SampledRow {
  start: Point
  across: Point
  down: Point
  samples: number
}

/** Far more than steps that are added up one by one come to be off, px. */
const ROUNDING_PX = 0.001

/** Puts for each number of a row the sum of two by two, or three by three, evenly spread ones under its pixel. */
export function sumRow(image: Image, row: SampledRow, sums: Uint16Array): void {
  if (!isInside(image, row, sums.length / 3)) sumClamped(image, row, sums)
  else if (row.samples === 2) sumFour(image, row, sums)
  else if (row.across.y === 0 && row.down.x === 0) sumNineUpright(image, row, sums)
  else sumNine(image, row, sums)
}

/** Whether every sample of a row lies in the image: the outermost ones do. */
function isInside({ width, height }: Image, row: SampledRow, pixels: number): boolean {
  const edge = 0.5 / row.samples
  return [edge, 1 - edge].every((below) =>
    [edge, pixels - edge].every((along) => {
      const { x, y } = placeOf(row, along, below)
      return x >= 0 && y >= 0 && x < width - ROUNDING_PX && y < height - ROUNDING_PX
    }),
  )
}

/** A place in the image, by pixels from the row's beginning and the share of the way to the next row. */
function placeOf({ start, across, down }: SampledRow, along: number, below: number): Point {
  return {
    x: start.x + along * across.x + below * down.x,
    y: start.y + along * across.y + below * down.y,
  }
}

/** Samples of one pixel, line by line. */
function samplesOf(row: SampledRow): Point[] {
  const { samples } = row
  return Array.from({ length: samples * samples }, (_, i) =>
    placeOf(row, ((i % samples) + 0.5) / samples, (Math.floor(i / samples) + 0.5) / samples),
  )
}

/** Beyond the image its border repeats. */
function sumClamped({ data, width, height }: Image, row: SampledRow, sums: Uint16Array): void {
  const { x: acrossX, y: acrossY } = row.across
  sums.fill(0)
  for (let { x, y } of samplesOf(row)) {
    for (let i = 0; i < sums.length; i += 3, x += acrossX, y += acrossY) {
      const column = Math.max(0, Math.min(width - 1, x | 0))
      const line = Math.max(0, Math.min(height - 1, y | 0))
      const at = (line * width + column) * 3
      sums[i] += data[at]
      sums[i + 1] += data[at + 1]
      sums[i + 2] += data[at + 2]
    }
  }
}

/** All samples of a pixel at a time: what is written in between costs more than what is added. */
function sumFour({ data, width }: Image, row: SampledRow, sums: Uint16Array): void {
  const { x: acrossX, y: acrossY } = row.across
  let [{ x: ax, y: ay }, { x: bx, y: by }, { x: cx, y: cy }, { x: dx, y: dy }] = samplesOf(row)
  for (let i = 0; i < sums.length; i += 3) {
    const a = ((ay | 0) * width + (ax | 0)) * 3
    const b = ((by | 0) * width + (bx | 0)) * 3
    const c = ((cy | 0) * width + (cx | 0)) * 3
    const d = ((dy | 0) * width + (dx | 0)) * 3
    sums[i] = data[a] + data[b] + data[c] + data[d]
    sums[i + 1] = data[a + 1] + data[b + 1] + data[c + 1] + data[d + 1]
    sums[i + 2] = data[a + 2] + data[b + 2] + data[c + 2] + data[d + 2]
    ax += acrossX
    ay += acrossY
    bx += acrossX
    by += acrossY
    cx += acrossX
    cy += acrossY
    dx += acrossX
    dy += acrossY
  }
}

/** Three samples at a time; more have no room in the processor. */
function sumNine({ data, width }: Image, row: SampledRow, sums: Uint16Array): void {
  const { x: acrossX, y: acrossY } = row.across
  const places = samplesOf(row)
  sums.fill(0)
  for (let first = 0; first < places.length; first += 3) {
    let [{ x: ax, y: ay }, { x: bx, y: by }, { x: cx, y: cy }] = places.slice(first, first + 3)
    for (let i = 0; i < sums.length; i += 3) {
      const a = ((ay | 0) * width + (ax | 0)) * 3
      const b = ((by | 0) * width + (bx | 0)) * 3
      const c = ((cy | 0) * width + (cx | 0)) * 3
      sums[i] += data[a] + data[b] + data[c]
      sums[i + 1] += data[a + 1] + data[b + 1] + data[c + 1]
      sums[i + 2] += data[a + 2] + data[b + 2] + data[c + 2]
      ax += acrossX
      ay += acrossY
      bx += acrossX
      by += acrossY
      cx += acrossX
      cy += acrossY
    }
  }
}

/** Nine samples that lie in three columns and three lines, as those of a picture that is not turned. */
function sumNineUpright({ data, width }: Image, row: SampledRow, sums: Uint16Array): void {
  const step = row.across.x
  const [{ x: left, y: top }, { x: middle }, { x: right }, { y: centre }, , , { y: bottom }] = samplesOf(row)
  const [above, at, below] = [top, centre, bottom].map((y) => (y | 0) * width * 3)
  let [ax, bx, cx] = [left, middle, right]
  for (let i = 0; i < sums.length; i += 3) {
    const a = (ax | 0) * 3
    const b = (bx | 0) * 3
    const c = (cx | 0) * 3
    sums[i] =
      data[above + a] +
      data[above + b] +
      data[above + c] +
      data[at + a] +
      data[at + b] +
      data[at + c] +
      data[below + a] +
      data[below + b] +
      data[below + c]
    sums[i + 1] =
      data[above + a + 1] +
      data[above + b + 1] +
      data[above + c + 1] +
      data[at + a + 1] +
      data[at + b + 1] +
      data[at + c + 1] +
      data[below + a + 1] +
      data[below + b + 1] +
      data[below + c + 1]
    sums[i + 2] =
      data[above + a + 2] +
      data[above + b + 2] +
      data[above + c + 2] +
      data[at + a + 2] +
      data[at + b + 2] +
      data[at + c + 2] +
      data[below + a + 2] +
      data[below + b + 2] +
      data[below + c + 2]
    ax += step
    bx += step
    cx += step
  }
}
