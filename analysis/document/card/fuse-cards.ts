import type { Image } from '../../../domain/image.ts'
import { lumaPlane } from '../../image/luma-plane.ts'
import type { Plane } from '../../image/plane.ts'

/** Side of the cells in which one picture is preferred to another, px: about a character of a zone. */
const CELL = 20
/** How strongly the picture with more detail is preferred, as a power: pictures never lie on each other to the pixel. */
const PREFERENCE = 16
/** The first picture is taken unless another one has this many times its detail. */
const FAVOUR = 1.5
/** Detail that noise has, levels: below it no picture is better than another. */
const NOISE = 3

/** Detail of clear print, levels: keeps powers of it within range. */
const SCALE = 30

/** How much each cell of a picture counts. */
interface Weights {
  data: Float32Array
  columns: number
  rows: number
}

/**
 * One picture of a card from several of the same size, each place from the first one, or from another that shows much
 * more detail there: a reflection that wanders over the card hides another part of it in each, and takes the detail with
 * it. About 40 ms a picture.
 */
export function fuseCards(cards: readonly Image[]): Image {
  const [{ width, height }] = cards
  if (cards.some((card) => card.width !== width || card.height !== height)) {
    throw new RangeError('Cannot fuse pictures of different sizes')
  }
  const weights = cards.map((card, index) => weigh(lumaPlane(card), index === 0 ? FAVOUR : 1))
  const data = new Uint8Array(width * height * 3)
  const row = new Float32Array(width * 3)
  for (let y = 0; y < height; y++) {
    row.fill(0)
    const sums = new Float32Array(width)
    for (const [index, card] of cards.entries()) addRow({ row, sums }, { card, weights: weights[index], y })
    for (let i = 0; i < row.length; i++) data[y * width * 3 + i] = row[i] / sums[Math.floor(i / 3)] + 0.5
  }
  return { data, width, height }
}

/** Detail of each cell, mean size of the Laplacian, taken together with its neighbours. */
function weigh({ data, width, height }: Plane, favour: number): Weights {
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)]
  const detail = new Float32Array(columns * rows)
  const counts = new Float32Array(columns * rows)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const cell = Math.floor(y / CELL) * columns + Math.floor(x / CELL)
      detail[cell] += Math.abs(4 * data[i] - data[i - 1] - data[i + 1] - data[i - width] - data[i + width])
      counts[cell]++
    }
  }
  const means = detail.map((sum, cell) => sum / Math.max(1, counts[cell]))
  const weights = means.map(
    (_, cell) => ((NOISE + nearMean(means, cell, { columns, rows })) * (favour / SCALE)) ** PREFERENCE,
  )
  return { data: weights, columns, rows }
}

/** The mean of a cell and those that touch it. */
function nearMean(
  means: Float32Array,
  cell: number,
  { columns, rows }: { columns: number; rows: number },
): number {
  const [x, y] = [cell % columns, Math.floor(cell / columns)]
  let [sum, count] = [0, 0]
  for (let row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(columns - 1, x + 1); column++) {
      sum += means[row * columns + column]
      count++
    }
  }
  return sum / count
}

/** Adds a row of a picture by its weights, which run evenly from the middle of a cell to that of the next. */
function addRow(
  { row, sums }: { row: Float32Array; sums: Float32Array },
  { card, weights, y }: { card: Image; weights: Weights; y: number },
): void {
  const { data, columns, rows } = weights
  const down = Math.max(0, Math.min(rows - 1, y / CELL - 0.5))
  const [upper, lower] = [Math.floor(down), Math.min(rows - 1, Math.floor(down) + 1)]
  for (let x = 0, i = y * card.width * 3; x < card.width; x++, i += 3) {
    const across = Math.max(0, Math.min(columns - 1, x / CELL - 0.5))
    const [left, right] = [Math.floor(across), Math.min(columns - 1, Math.floor(across) + 1)]
    const above = between(data[upper * columns + left], data[upper * columns + right], across - left)
    const below = between(data[lower * columns + left], data[lower * columns + right], across - left)
    const weight = between(above, below, down - upper)
    sums[x] += weight
    for (let channel = 0; channel < 3; channel++) row[x * 3 + channel] += weight * card.data[i + channel]
  }
}

function between(a: number, b: number, share: number): number {
  return a + (b - a) * share
}
