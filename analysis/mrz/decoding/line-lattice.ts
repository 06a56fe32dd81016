import { FILLER, MRZ_CHARACTERS } from '../format/mrz-characters.ts'
import { CELL_REACH, type Cells, offPlace } from '../lines/find-cells.ts'
import { BLANK, MRZ_CLASSES, type MrzPosteriors } from './mrz-posteriors.ts'

/**
 * For each position of a line the natural logarithm of the probability of each character, in the order of
 * MRZ_CHARACTERS; the probabilities of a position sum to 1.
 */
export type LineLattice = Float32Array

/** Characters a position of a lattice tells about. */
export const LATTICE_CLASSES = MRZ_CHARACTERS.length
/** Least probability of every character, and of the filler: of what goes unseen most are fillers. */
const LEAST = 1e-5
const LEAST_FILLER = 5e-5

/** What the posteriors say about the characters in the cells of a line. */
export interface CellsReading {
  lattice: LineLattice
  /** Logarithm of the probability that the cells, and they alone, hold characters, whichever. */
  presence: number
}

/** Reads the cells of a line, each on its own. */
export function readCells(posteriors: MrzPosteriors, cells: Cells): CellsReading {
  const lattice = new Float32Array(cells.length * LATTICE_CLASSES)
  const isInCell = new Uint8Array(posteriors.steps)
  let presence = 0
  cells.forEach((place, position) => {
    const target = lattice.subarray(position * LATTICE_CLASSES, (position + 1) * LATTICE_CLASSES)
    target.fill(LEAST)
    target[MRZ_CHARACTERS.indexOf(FILLER)] = LEAST_FILLER
    const from = Math.max(0, Math.round(place) - CELL_REACH)
    const to = Math.min(posteriors.steps - 1, Math.round(place) + CELL_REACH)
    for (let step = from; step <= to; step++) {
      raise(target, posteriors, { step, off: offPlace(step, place) })
      isInCell[step] = 1
    }
    presence += toLogarithms(target)
  })
  return { lattice, presence: presence + emptiness(posteriors, isInCell) }
}

/** Raises each character's probability to what it is at a step. */
function raise(target: Float32Array, { data }: MrzPosteriors, mark: { step: number; off: number }): void {
  const row = mark.step * MRZ_CLASSES
  for (let place = 0; place < LATTICE_CLASSES; place++) {
    target[place] = Math.max(target[place], Math.exp(data[row + place] + mark.off))
  }
}

/** Makes the probabilities sum to 1 and takes their logarithms; gives the logarithm of the sum before. */
function toLogarithms(probabilities: Float32Array): number {
  const sum = probabilities.reduce((total, value) => total + value, 0)
  for (let i = 0; i < probabilities.length; i++) probabilities[i] = Math.log(probabilities[i] / sum)
  return Math.log(sum)
}

/** Logarithm of the probability that nothing stands between the cells; no step counts for more than a cell's. */
function emptiness({ data, steps }: MrzPosteriors, isInCell: Uint8Array): number {
  let sum = 0
  for (let step = 0; step < steps; step++) {
    if (isInCell[step] === 0) sum += Math.max(Math.log(LEAST), data[step * MRZ_CLASSES + BLANK])
  }
  return sum
}
