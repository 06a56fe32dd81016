import { decodeLattice } from './decoding/decode-lattice.ts'
import { lineGrammar } from './decoding/line-grammar.ts'
import { readCells } from './decoding/line-lattice.ts'
import type { MrzPosteriors } from './decoding/mrz-posteriors.ts'
import { checkLines } from './format/check-zone.ts'
import { LICENCE_LINE } from './format/licence-line.ts'
import { findCells } from './lines/find-cells.ts'
import { MIN_OWN_CONFIDENCE } from './lines/recognize-zone-line.ts'

const GRAMMAR = lineGrammar(LICENCE_LINE.lines[0])

/** Whether a line is surely the one line of a licence, both of its check digits right: then it is of no zone. About 2 ms. */
export function isLicenceLine(line: MrzPosteriors): boolean {
  const { lattice } = readCells(line, findCells(line, LICENCE_LINE.lineLength))
  const { text, confidence } = decodeLattice(lattice, GRAMMAR)
  return confidence >= MIN_OWN_CONFIDENCE && checkLines(LICENCE_LINE, [text]).every(({ valid }) => valid)
}
