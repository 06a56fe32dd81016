import { resizeImage } from '../../../../analysis/image/resize-image.ts'
import type { Image } from '../../../../domain/image.ts'

/** Width at which cards are measured, px. */
const WIDTH = 480
/** Lines that are looked at: how far they lean, degrees, off both sides of the card, and every how many px they begin. */
const LEANS = [-25, -21, -17, -13, -9, -5, 5, 9, 13, 17, 21, 25]
const STEP = 2
/** Light across a line is compared with that of its sides so many px away; a part of a line is so long, px. */
const ASIDE = 4
const PART = 12
/** Least that a ridge is lighter, levels. */
const LEAST_RIDGE = 6
/** Side of the squares in which tint and print are averaged, px. */
const CELL = 16

/** A blotch of two cells around one, and what lies around it. */
const RING = ringOf(4)

/** What damage might show by; more is more. */
export interface DamageMeasures {
  /** Share of a leaning line through the whole card that is a light ridge. */
  'a light line across': number
  /** How much darker and browner a blotch is than what is around it, levels. */
  'a brown blotch': number
  /** Share of the card without print that has print on all sides. */
  'bare patches': number
}

/** Measures a flat card the right way up. About 40 ms. */
export function damageMeasures(card: Image): DamageMeasures {
  const size = { width: WIDTH, height: Math.round((WIDTH * card.height) / card.width) }
  const small = resizeImage(card, size)
  const light = Float32Array.from(
    { length: size.width * size.height },
    (_, i) => (small.data[i * 3] + 2 * small.data[i * 3 + 1] + small.data[i * 3 + 2]) / 4,
  )
  return {
    'a light line across': lineAcross(light, size),
    'a brown blotch': brownBlotch(small),
    'bare patches': barePatches(light, size),
  }
}

interface Size {
  width: number
  height: number
}

function lineAcross(light: Float32Array, size: Size): number {
  const shares = LEANS.flatMap((lean) => {
    const slope = Math.tan((lean * Math.PI) / 180)
    const starts = Math.floor((size.width - 2 * ASIDE) / STEP)
    return Array.from({ length: starts }, (_, i) => ridgeShare(light, size, { x0: ASIDE + i * STEP, slope }))
  })
  return Math.max(...shares)
}

/** The share of a line's parts that are ridges; 0 of one that does not go through the whole card. */
function ridgeShare(
  light: Float32Array,
  { width, height }: Size,
  { x0, slope }: { x0: number; slope: number },
): number {
  let [parts, ridges] = [0, 0]
  for (let y = 0; y + PART <= height; y += PART) {
    const x = Math.round(x0 + slope * (y - height / 2))
    if (x < 2 * ASIDE || x >= width - 2 * ASIDE) continue
    parts++
    if (ridgeAt(light, { x, y, slope, width }) > LEAST_RIDGE) ridges++
  }
  return parts * PART > 0.8 * height ? ridges / parts : 0
}

/** How much lighter a part of a line is than both of its sides. */
function ridgeAt(
  light: Float32Array,
  { x, y, slope, width }: { x: number; y: number; slope: number; width: number },
): number {
  let [left, middle, right] = [0, 0, 0]
  for (let row = 0; row < PART; row++) {
    const at = (y + row) * width + Math.round(x + slope * row)
    left += light[at - ASIDE]
    middle += light[at]
    right += light[at + ASIDE]
  }
  return (middle - Math.max(left, right)) / PART
}

/** The greatest fall of blue and of light from a ring of cells to those inside it. */
function brownBlotch(image: Image): number {
  const [columns, rows] = [Math.floor(image.width / CELL), Math.floor(image.height / CELL)]
  const cells = Array.from({ length: columns * rows }, (_, cell) =>
    tintOf(image, { left: (cell % columns) * CELL, top: Math.floor(cell / columns) * CELL }),
  )
  let most = 0
  for (let cell = 0; cell < cells.length; cell++) {
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    if (Math.min(column, row, columns - 1 - column, rows - 1 - row) < RING.reach) continue
    const [inside, around] = [RING.inside, RING.around].map((steps) =>
      meanTint(steps.map(({ across, down }) => cells[cell + down * columns + across])),
    )
    const darker = around.red - inside.red
    most = Math.max(most, Math.min(darker, around.blue - inside.blue - darker))
  }
  return most
}

interface Tint {
  red: number
  blue: number
}

function tintOf({ data, width }: Image, { left, top }: { left: number; top: number }): Tint {
  const tint = { red: 0, blue: 0 }
  for (let i = 0; i < CELL * CELL; i++) {
    const at = ((top + Math.floor(i / CELL)) * width + left + (i % CELL)) * 3
    tint.red += data[at] / CELL ** 2
    tint.blue += data[at + 2] / CELL ** 2
  }
  return tint
}

function meanTint(tints: readonly Tint[]): Tint {
  const mean = (of: (tint: Tint) => number) => tints.reduce((sum, tint) => sum + of(tint), 0) / tints.length
  return { red: mean(({ red }) => red), blue: mean(({ blue }) => blue) }
}

/** Steps from a cell to those inside a blotch, and to a ring around it. */
function ringOf(reach: number) {
  const side = 2 * reach + 1
  const steps = Array.from({ length: side * side }, (_, i) => ({
    across: (i % side) - reach,
    down: Math.floor(i / side) - reach,
  }))
  return {
    reach,
    inside: steps.filter(({ across, down }) => Math.hypot(across, down) < 2.2),
    around: steps.filter(({ across, down }) => Math.hypot(across, down) >= 3.4),
  }
}

/** Cells as plain as paper whose four neighbours, two cells off, all have print. */
function barePatches(light: Float32Array, { width, height }: Size): number {
  const [columns, rows] = [Math.floor(width / CELL), Math.floor(height / CELL)]
  const print = Float32Array.from({ length: columns * rows }, (_, cell) => {
    const [left, top] = [(cell % columns) * CELL, Math.floor(cell / columns) * CELL]
    let sum = 0
    for (let y = top; y < top + CELL - 1; y++) {
      for (let x = left; x < left + CELL - 1; x++) {
        const i = y * width + x
        sum += Math.abs(light[i + 1] - light[i]) + Math.abs(light[i + width] - light[i])
      }
    }
    return sum / CELL ** 2
  })
  const middle = [...print].sort((a, b) => a - b)[print.length >> 1]
  let bare = 0
  for (let row = 2; row < rows - 2; row++) {
    for (let column = 2; column < columns - 2; column++) {
      const cell = row * columns + column
      const around = [cell - 2, cell + 2, cell - 2 * columns, cell + 2 * columns]
      if (print[cell] < middle / 3 && around.every((other) => print[other] > middle / 2)) bare++
    }
  }
  return bare / print.length
}
