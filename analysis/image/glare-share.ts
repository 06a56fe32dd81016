import type { Image } from '../../domain/image.ts'

/** A pixel is burnt out when its darkest channel exceeds this, 0-255. */
const BURNT_OUT = 248
/**
 * Cells across the image: a cell counts only when nearly all of it is burnt out, so that thin white strokes
 * and single bright dots do not.
 */
const CELLS_ACROSS = 128
/** Share of a cell's pixels that must be burnt out. */
const CELL_FULL = 0.9

/** Share of the image's area that is burnt out in patches, 0-1. */
export function glareShare(image: Image): number {
  const cell = Math.max(1, Math.round(image.width / CELLS_ACROSS))
  const columns = Math.max(1, Math.floor(image.width / cell))
  const rows = Math.max(1, Math.floor(image.height / cell))
  let full = 0
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (isBurntOut(image, { x: column * cell, y: row * cell, side: cell })) full++
    }
  }
  return full / (rows * columns)
}

function isBurntOut(image: Image, cell: { x: number; y: number; side: number }): boolean {
  const { data, width } = image
  let allowed = Math.floor(cell.side * cell.side * (1 - CELL_FULL))
  for (let y = cell.y; y < cell.y + cell.side; y++) {
    for (let x = cell.x, i = (y * width + cell.x) * 3; x < cell.x + cell.side; x++, i += 3) {
      const burnt = data[i] > BURNT_OUT && data[i + 1] > BURNT_OUT && data[i + 2] > BURNT_OUT
      if (!burnt && --allowed < 0) return false
    }
  }
  return true
}
