import type { MrzFormat } from '../../../domain/facts.ts'
import { MRZ_CHARACTERS } from '../format/mrz-characters.ts'
import { MRZ_LAYOUTS } from '../format/mrz-layout.ts'
import { cutZone } from '../lines/cut-zone.ts'
import { cellPlaces, findCells } from '../lines/find-cells.ts'
import { decodeLattice } from './decode-lattice.ts'
import { type LineGrammar, lineGrammar } from './line-grammar.ts'
import { type CellsReading, readCells } from './line-lattice.ts'
import type { MrzPosteriors } from './mrz-posteriors.ts'
import type { ZoneReading } from './zone-reading.ts'

/** Below this mean probability of a line's characters there is no zone: other text forced into the grammar. */
const MIN_CONFIDENCE = 0.7
const MIN_CONFIDENCE_WITHOUT_FIRST_NAME = 0.85
/** Least probability of a zone's first character. */
const MIN_FIRST_PROBABILITY = 0.1

/** The grammars of each format's lines. */
export const ZONE_GRAMMARS: Readonly<Record<MrzFormat, readonly LineGrammar[]>> = {
  TD1: grammarsOf('TD1'),
  TD2: grammarsOf('TD2'),
  TD3: grammarsOf('TD3'),
  'MRV-A': grammarsOf('MRV-A'),
  'MRV-B': grammarsOf('MRV-B'),
  'FR-2x36': grammarsOf('FR-2x36'),
}

/**
 * The zone that the posteriors of two or three lines, from top to bottom, spell most likely under the grammar of
 * any format, or of the one given. Null when they spell none.
 */
export function decodeZone(lines: readonly MrzPosteriors[], format: MrzFormat | null): ZoneReading | null {
  const formats = format === null ? (Object.keys(ZONE_GRAMMARS) as MrzFormat[]) : [format]
  const cellsOf = remember(readPlaced)
  const decoded = formats.flatMap((name) => decodeAs(name, lines, cellsOf) ?? [])
  const best = decoded.reduce<Decoded | null>(
    (a, b) => (a === null || b.likelihood > a.likelihood ? b : a),
    null,
  )
  return best !== null && isPlausible(best.reading) ? best.reading : null
}

/**
 * Whether a reading may be a whole zone. Its first character tells the kind of document: one that was not seen there
 * belongs to another format, or the zone is cut. Fillers that are misread become letters: no name has three alike in
 * a row, and few people have no first name.
 */
function isPlausible({ confidence, lines, lattices, format }: ZoneReading): boolean {
  const parts = cutZone(format, lines)
  const names = parts.get('names') ?? `${parts.get('lastName')}<<${parts.get('firstNames')}`
  const first = Math.exp(lattices[0][MRZ_CHARACTERS.indexOf(lines[0][0])])
  const hasFirstName = /<<[A-Z]/.test(names)
  return (
    first >= MIN_FIRST_PROBABILITY &&
    confidence >= (hasFirstName ? MIN_CONFIDENCE : MIN_CONFIDENCE_WITHOUT_FIRST_NAME) &&
    !/([A-Z])\1\1/.test(names)
  )
}

function grammarsOf(format: MrzFormat): LineGrammar[] {
  return MRZ_LAYOUTS[format].lines.map(lineGrammar)
}

/** The cells of a line as read, and where they are. */
type PlacedCells = CellsReading & { places: Float64Array }
type CellReader = (line: MrzPosteriors, length: number) => PlacedCells

function readPlaced(line: MrzPosteriors, length: number): PlacedCells {
  const cells = findCells(line, length)
  return { ...readCells(line, cells), places: cellPlaces(cells, line.steps) }
}

/** Formats share their lengths: each line is cut into as many cells only once. */
function remember(read: CellReader): CellReader {
  const known = new Map<MrzPosteriors, Map<number, PlacedCells>>()
  return (line, length) => {
    const byLength = known.get(line) ?? new Map<number, PlacedCells>()
    known.set(line, byLength)
    const reading = byLength.get(length) ?? read(line, length)
    byLength.set(length, reading)
    return reading
  }
}

interface Decoded {
  reading: ZoneReading
  /** Mean log probability of a line. */
  likelihood: number
}

function decodeAs(format: MrzFormat, lines: readonly MrzPosteriors[], cellsOf: CellReader): Decoded | null {
  const grammars = ZONE_GRAMMARS[format]
  if (lines.length < grammars.length) return null
  // As many as the format has, from the lowest: a line of print may stand above a zone.
  const cells = lines.slice(-grammars.length).map((line, index) => cellsOf(line, grammars[index].length))
  const read = cells.map(({ lattice }, index) => decodeLattice(lattice, grammars[index]))
  const likelihood = read.reduce((sum, line, index) => sum + line.logProbability + cells[index].presence, 0)
  return {
    reading: {
      format,
      lines: read.map(({ text }) => text),
      lattices: cells.map(({ lattice }) => lattice),
      places: cells.map(({ places }) => places),
      opinion: null,
      confidence: Math.min(...read.map(({ confidence }) => confidence)),
    },
    likelihood: likelihood / grammars.length,
  }
}
