import type { MrzFormat } from '../../../domain/facts.ts'
import type { LineLattice } from './line-lattice.ts'
import type { Opinion } from './second-opinion.ts'

/** A machine readable zone as one frame shows it. */
export interface ZoneReading {
  format: MrzFormat
  lines: string[]
  /** What the frame says about every character of each line. */
  lattices: LineLattice[]
  /** Where along each line the middle of each character is marked, shares of the line's length. */
  places: Float64Array[]
  /** What the general recogniser thinks of the names; null where it read alone. */
  opinion: Opinion | 'unasked' | null
  /** Lowest mean character probability of a line, 0-1. */
  confidence: number
}
