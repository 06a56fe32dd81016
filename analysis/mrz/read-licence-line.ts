import type { LicenceLineFacts } from '../../domain/document/licence-line-facts.ts'
import type { Image, Quad } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import type { Size } from '../image/size.ts'
import { decodeLattice } from './decoding/decode-lattice.ts'
import { lineGrammar } from './decoding/line-grammar.ts'
import { type LineLattice, readCells } from './decoding/line-lattice.ts'
import { meanLattice } from './decoding/mean-lattice.ts'
import { repairZone } from './decoding/repair-zone.ts'
import { fieldBoxes } from './fields/field-boxes.ts'
import { fieldConfidences } from './fields/field-confidences.ts'
import { checkLines } from './format/check-zone.ts'
import { LICENCE_LINE } from './format/licence-line.ts'
import { parseLicenceLine } from './format/parse-licence-line.ts'
import { cutLine } from './lines/cut-line.ts'
import { cellPlaces, findCells } from './lines/find-cells.ts'
import { MIN_OWN_CONFIDENCE, recognizeZoneLine, ZONE_LINE } from './lines/recognize-zone-line.ts'

/** Cards read at most while the digits do not agree: a line that three frames show otherwise is printed so. */
const MAX_CARDS = 3
const GRAMMAR = lineGrammar(LICENCE_LINE.lines[0])

/** Where the line stands on cards of one size and way up, the best first; `today` (ISO date) decides the century. */
export interface PlacedLicenceLine {
  quad: Quad
  cards: Iterable<Image>
  today: string
}

/**
 * Reads the one line of a licence with the recogniser of OCR-B, in more frames together while its check digits do not
 * agree; what all of them leave open the digits decide. Null when no frame spells it. About 0.05 s a frame.
 */
export async function readLicenceLine(
  engine: Engine,
  { quad, cards, today }: PlacedLicenceLine,
): Promise<LicenceLineFacts | null> {
  const lattices: LineLattice[] = []
  let placed: { card: Size; places: Float64Array } | null = null
  let cardsSeen = 0
  for (const card of cards) {
    const { lattice, places } = await readPlaced(engine, cutLine(card, quad, ZONE_LINE))
    if (decodeLattice(lattice, GRAMMAR).confidence >= MIN_OWN_CONFIDENCE) {
      lattices.push(lattice)
      placed ??= { card, places }
    }
    cardsSeen++
    if (cardsSeen === MAX_CARDS || agrees(lattices)) break
  }
  if (placed === null) return null
  const facts = factsOf(lattices, today)
  // All cards are of one size and show the line in one place: the first that spells it tells where its characters stand.
  const line = { plan: LICENCE_LINE, lines: [facts.line], quads: [quad], places: [placed.places] }
  const { width, height } = placed.card
  return { ...facts, fieldBoxes: fieldBoxes(line, { width, height, onto: (point) => point }) }
}

function agrees(lattices: readonly LineLattice[]): boolean {
  if (lattices.length === 0) return false
  const { text } = decodeLattice(meanLattice(lattices), GRAMMAR)
  return checkLines(LICENCE_LINE, [text]).every(({ valid }) => valid)
}

async function readPlaced(
  engine: Engine,
  line: Image,
): Promise<{ lattice: LineLattice; places: Float64Array }> {
  const posteriors = await recognizeZoneLine(engine, line)
  const cells = findCells(posteriors, LICENCE_LINE.lineLength)
  return { lattice: readCells(posteriors, cells).lattice, places: cellPlaces(cells, posteriors.steps) }
}

function factsOf(lattices: readonly LineLattice[], today: string): LicenceLineFacts {
  const lattice = meanLattice(lattices)
  const { text, confidence } = decodeLattice(lattice, GRAMMAR)
  const [line] = repairZone({ plan: LICENCE_LINE, lines: [text], lattices: [lattice] })
  const checks = checkLines(LICENCE_LINE, [line])
  return {
    line,
    raw: decodeLattice(lattices[0], GRAMMAR).text,
    checks,
    checksValid: checks.every(({ valid }) => valid),
    confidence,
    fields: parseLicenceLine(line, today),
    fieldConfidences: fieldConfidences({ plan: LICENCE_LINE, lines: [line], lattices: [lattice], checks }),
  }
}
