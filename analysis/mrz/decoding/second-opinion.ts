import { findCells } from '../lines/find-cells.ts'
import { decodeLattice } from './decode-lattice.ts'
import type { LineGrammar } from './line-grammar.ts'
import { type LineLattice, readCells } from './line-lattice.ts'
import type { MrzPosteriors } from './mrz-posteriors.ts'

/** Whether a second reader of a line reads it alike. */
export type Opinion = 'same' | 'other'

/** A line that was read and what the first reader's probabilities were. */
export interface ReadLine {
  text: string
  lattice: LineLattice
  grammar: LineGrammar
  /** How many of its characters, from the first on, the second reader was shown. */
  asked: number
}

/**
 * What a second reader thinks of a line: `other` only where the probabilities of both, multiplied, spell another
 * text. A mere doubt of the weaker reader counts for nothing against a sure one.
 */
export function secondOpinion(line: ReadLine, posteriors: MrzPosteriors): Opinion {
  const second = readCells(posteriors, findCells(posteriors, line.asked)).lattice
  const both = line.lattice.map((value, index) => value + (second[index] ?? 0))
  return decodeLattice(both, line.grammar).text === line.text ? 'same' : 'other'
}
