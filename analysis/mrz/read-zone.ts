import type { MrzFormat } from '../../domain/facts.ts'
import type { Image, Point, Quad } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import { resizeImage } from '../image/resize-image.ts'
import { recognizeLine } from '../text/recognize-line.ts'
import { decodeZone, ZONE_GRAMMARS } from './decoding/decode-zone.ts'
import { type MrzPosteriors, mrzPosteriors, zoneLikeness } from './decoding/mrz-posteriors.ts'
import { nameSpan } from './decoding/name-span.ts'
import { type Opinion, secondOpinion } from './decoding/second-opinion.ts'
import type { ZoneReading } from './decoding/zone-reading.ts'
import { isLicenceLine } from './is-licence-line.ts'
import { cutLine } from './lines/cut-line.ts'
import { MIN_OWN_CONFIDENCE, recognizeZoneLine, ZONE_LINE } from './lines/recognize-zone-line.ts'

/** Lines for the general recogniser: their height and the step they are a multiple of, px. */
const TEXT_LINE = { height: 48, step: 1 }
/** Fillers after the names that the second reader is shown: those that follow say nothing and cost time. */
const FILLERS_ASKED = 3
/**
 * Share of its width at which the second reader is shown a line: OCR-B is set twice as wide as the print that it was trained on.
 * At this it agrees with every line of the development half that it agreed with at full width; at 0.5 no longer.
 */
const ASKED_WIDTH = 0.7
/** Below this likeness a line is other print, or a zone upside down. */
const MIN_LIKENESS = 0.85
/** What lines are that spell no zone: the one line of a licence stands among them, or they may be anything. */
export type NoZone = 'licence-line' | 'unknown'

/** The lines of a zone by their corners in the image, from top to bottom, and its format where it is known. */
export interface PlacedLines {
  lines: readonly Quad[]
  format: MrzFormat | null
}

/**
 * Reads the lines of a zone under the grammar of any format, or of the one given, with the recogniser of OCR-B; the
 * general one reads what the first cannot, unless that told another line. Tells what the lines are when they spell no
 * zone. About 0.02 s.
 */
export async function readZone(
  engine: Engine,
  image: Image,
  zone: PlacedLines,
): Promise<ZoneReading | NoZone> {
  const posteriors = await recognizeLines(engine, image, zone.lines)
  const reading = decodeOwn(posteriors, zone.format)
  if (reading !== null) return reading
  if (posteriors.some(isLicenceLine)) return 'licence-line'
  return (await readAsText(engine, image, zone)) ?? 'unknown'
}

/** Reads them with the recogniser of OCR-B alone; null where that cannot. About 0.02 s, whatever the lines are. */
export async function readOcrB(
  engine: Engine,
  image: Image,
  { lines, format }: PlacedLines,
): Promise<ZoneReading | null> {
  return decodeOwn(await recognizeLines(engine, image, lines), format)
}

async function recognizeLines(engine: Engine, image: Image, lines: readonly Quad[]) {
  const posteriors: MrzPosteriors[] = []
  for (const quad of lines) {
    posteriors.push(await recognizeZoneLine(engine, cutLine(image, quad, ZONE_LINE)))
  }
  return posteriors
}

function decodeOwn(posteriors: readonly MrzPosteriors[], format: MrzFormat | null): ZoneReading | null {
  const reading = decodeZone(posteriors, format)
  if (reading === null || reading.confidence < MIN_OWN_CONFIDENCE) return null
  return { ...reading, opinion: 'unasked' }
}

/** What the general recogniser thinks of a zone's names, which no check digit covers. About 0.05 s. */
export async function askOfNames(
  engine: Engine,
  image: Image,
  { reading, lines }: { reading: ZoneReading; lines: readonly Quad[] },
): Promise<Opinion> {
  const grammars = ZONE_GRAMMARS[reading.format]
  const { line: names, to } = nameSpan(reading.format)
  const line = reading.lines[names]
  const asked = Math.min(line.length, line.slice(0, to).replace(/<+$/, '').length + FILLERS_ASKED)
  const cut = cutLine(
    image,
    beginningOf(lines.slice(-grammars.length)[names], asked / line.length),
    TEXT_LINE,
  )
  const narrow = resizeImage(cut, { ...cut, width: Math.round(cut.width * ASKED_WIDTH) })
  const text = await recognizeLine(engine, narrow)
  const readLine = { lattice: reading.lattices[names], grammar: grammars[names], text: line, asked }
  return secondOpinion(readLine, mrzPosteriors(text, engine.dictionary))
}

/** The part of a line in which a share of its characters stands. */
function beginningOf([topLeft, topRight, bottomRight, bottomLeft]: Quad, share: number): Quad {
  const between = (a: Point, b: Point) => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share })
  return [topLeft, between(topLeft, topRight), between(bottomLeft, bottomRight), bottomLeft]
}

/** With the general recogniser alone; a first line that is no zone's ends it. */
async function readAsText(engine: Engine, image: Image, zone: PlacedLines): Promise<ZoneReading | null> {
  const posteriors: MrzPosteriors[] = []
  // From the last line on: print that stands above a zone may pass for its first.
  for (const quad of zone.lines.toReversed()) {
    const text = await recognizeLine(engine, cutLine(image, quad, TEXT_LINE))
    if (posteriors.length === 0 && zoneLikeness(text, engine.dictionary) < MIN_LIKENESS) return null
    posteriors.unshift(mrzPosteriors(text, engine.dictionary))
  }
  return decodeZone(posteriors, zone.format)
}
