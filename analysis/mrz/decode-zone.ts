import type { MrzFormat } from '../../domain/facts.ts'
import { alignLine, type LineAlignment } from './align-line.ts'
import { type LineGrammar, lineGrammar } from './line-grammar.ts'
import { LATTICE_CLASSES, type LineLattice, lineLattice } from './line-lattice.ts'
import { MRZ_CHARACTERS } from './mrz-characters.ts'
import { MRZ_LAYOUTS } from './mrz-layout.ts'
import type { MrzPosteriors } from './mrz-posteriors.ts'
import type { ZoneReading } from './zone-reading.ts'

/** A format whose first line is this much less likely than another's is not looked at, natural logarithm. */
const FORMAT_MARGIN = 20
/** Below this mean probability of a line's characters there is no zone: other text forced into the grammar. */
const MIN_CONFIDENCE = 0.5

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
  const formats = format === null ? likelyFormats(lines) : [format]
  const readings = formats.flatMap((name) => decodeAs(name, lines) ?? [])
  const best = readings.reduce<Decoded | null>(
    (a, b) => (a === null || b.likelihood > a.likelihood ? b : a),
    null,
  )
  return best === null || best.reading.confidence < MIN_CONFIDENCE ? null : best.reading
}

function grammarsOf(format: MrzFormat): LineGrammar[] {
  return MRZ_LAYOUTS[format].lines.map(lineGrammar)
}

/** The formats whose first line fits nearly as well as the best one's. */
function likelyFormats(lines: readonly MrzPosteriors[]): MrzFormat[] {
  const fits = Object.values(MRZ_LAYOUTS).flatMap(({ format }) => {
    const own = ownLines(format, lines)
    const alignment = own && alignLine(own[0], ZONE_GRAMMARS[format][0])
    return alignment ? [{ format, likelihood: alignment.logProbability }] : []
  })
  const best = Math.max(...fits.map((one) => one.likelihood))
  return fits.filter((one) => one.likelihood > best - FORMAT_MARGIN).map((one) => one.format)
}

/** As many of the lines, from the lowest, as the format has; a line of print may stand above a zone. */
function ownLines(format: MrzFormat, lines: readonly MrzPosteriors[]): MrzPosteriors[] | null {
  const count = ZONE_GRAMMARS[format].length
  return lines.length < count ? null : lines.slice(-count)
}

interface Decoded {
  reading: ZoneReading
  /** Mean log probability of a line. */
  likelihood: number
}

function decodeAs(format: MrzFormat, lines: readonly MrzPosteriors[]): Decoded | null {
  const own = ownLines(format, lines)
  if (own === null) return null
  const alignments: LineAlignment[] = []
  for (const [index, posteriors] of own.entries()) {
    const alignment = alignLine(posteriors, ZONE_GRAMMARS[format][index])
    if (alignment === null) return null
    alignments.push(alignment)
  }
  const lattices = own.map((posteriors, index) => lineLattice(posteriors, alignments[index]))
  const texts = alignments.map(({ text }) => text)
  const confidence = Math.min(...lattices.map((lattice, index) => confidenceOf(lattice, texts[index])))
  const likelihood = alignments.reduce((sum, { logProbability }) => sum + logProbability, 0) / own.length
  return { reading: { format, lines: texts, lattices, confidence }, likelihood }
}

function confidenceOf(lattice: LineLattice, text: string): number {
  let sum = 0
  for (let position = 0; position < text.length; position++) {
    sum += Math.exp(lattice[position * LATTICE_CLASSES + MRZ_CHARACTERS.indexOf(text[position])])
  }
  return sum / text.length
}
