import type { Point } from '../../domain/image.ts'

/** Grids of BlazeFace-256: cell size in pixels and anchors a cell (MediaPipe, face_detection_back). */
const FINE_GRID = { cell: 16, anchorsPerCell: 2 }
const COARSE_GRID = { cell: 32, anchorsPerCell: 6 }

/** Side of the detector's square input, pixels. */
export const DETECTOR_SIDE = 256

/** Centres of the 512 fine anchors, in input pixels, in the order of the results. */
export const FINE_ANCHORS: readonly Point[] = anchorsOf(FINE_GRID)

/** Centres of the 384 coarse anchors, in input pixels, in the order of the results. */
export const COARSE_ANCHORS: readonly Point[] = anchorsOf(COARSE_GRID)

function anchorsOf(grid: { cell: number; anchorsPerCell: number }): Point[] {
  const cells = DETECTOR_SIDE / grid.cell
  const anchors: Point[] = []
  for (let index = 0; index < cells * cells * grid.anchorsPerCell; index++) {
    const cell = Math.floor(index / grid.anchorsPerCell)
    anchors.push({ x: ((cell % cells) + 0.5) * grid.cell, y: (Math.floor(cell / cells) + 0.5) * grid.cell })
  }
  return anchors
}
