import type { MrzFormat } from '../../domain/facts.ts'
import type { Box, Image, Quad } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import type { ZoneReading } from '../mrz/decoding/zone-reading.ts'
import { checkZone } from '../mrz/format/check-zone.ts'
import { type NoZone, readOcrB, readZone } from '../mrz/read-zone.ts'
import { sameOnCard, searchFrame, searchStrip, type ZoneCandidate, zonesOnCard } from './_search-zone.ts'
import type { CardCutter } from './card/flat-card.ts'

/** A zone read in a frame and where it stands there. */
export interface PlacedReading {
  reading: ZoneReading
  /** The corners of its lines in the frame, from top to bottom as they read. */
  lines: Quad[]
  /** Whether the frame shows it upside down. */
  direction: ZoneDirection
  /** Where on the card it is, in shares of the card; null when it was found without one. */
  place: Box | null
  /** The lines that were found, in shares of the card; null when they were not found on one. */
  onCard: Quad[] | null
}

/** Which way up a zone stands on the lying card or in the frame. */
export type ZoneDirection = 'upright' | 'upside-down'

/** What other frames of the scene have told. */
export interface ZoneExpectation {
  format: MrzFormat
  direction: ZoneDirection
  place: Box | null
  onCard: Quad[] | null
}

/** Stacks of lines read at most in one picture: cards have other long lines. */
const MAX_CANDIDATES = 2
/** A zone read this surely, its digits right, stood where it was looked for (readings that are right have 0.95 and more). */
const SURE = 0.95
/** A line that ends nearer than this to the frame's border is cut by it, line heights. */
const BORDER_ROOM = 0.2

/** Where a zone is searched: on the card, where one was seen, or in the whole frame, which takes twice the time. */
export type SearchEffort = 'card' | 'frame'

/** How a zone is searched in a frame. */
export interface ZoneSearch {
  cut: CardCutter
  expected: ZoneExpectation | null
  effort: SearchEffort
}

/**
 * Finds and reads the zone of the card in a frame: on the card first where another frame had it, to the line, then
 * about there, then all over it; or in the whole frame. Null when there is none that can be read. 0.2-0.6 s.
 */
export async function readFrameZone(
  engine: Engine,
  { frame, card }: { frame: Image; card: Quad | null },
  { cut, expected, effort }: ZoneSearch,
): Promise<PlacedReading | null> {
  if (effort === 'frame') {
    return readFirst(engine, frame, { candidates: await searchFrame(engine, frame), expected })
  }
  if (!card) return null
  const known = expected && (await readWhereExpected(engine, { frame, card, expected }))
  return (
    known ?? readFirst(engine, frame, { candidates: zonesOnCard(await cut(frame, card), card), expected })
  )
}

/** Reads the lines that another frame had, at their very places if that is sure, else near them. */
async function readWhereExpected(
  engine: Engine,
  { frame, card, expected }: { frame: Image; card: Quad; expected: ZoneExpectation },
): Promise<PlacedReading | null> {
  const same = await readFirst(engine, frame, { candidates: sameOnCard(card, expected), expected })
  if (same && isSure(same.reading)) return same
  const { place } = expected
  const near = place ? await searchStrip(engine, frame, { card, place }) : []
  return readFirst(engine, frame, { candidates: near, expected })
}

/** Reads the lines at the very places where another frame had them; null where no zone of that format surely stands there. 0.02 s. */
export async function readSamePlace(
  engine: Engine,
  { frame, card }: { frame: Image; card: Quad | null },
  expected: ZoneExpectation,
): Promise<ZoneReading | null> {
  const [same] = card ? sameOnCard(card, expected) : []
  if (!same || isCut(same.lines, frame)) return null
  const lines = turnLines(same.lines, expected.direction)
  const reading = await readOcrB(engine, frame, { lines, format: expected.format })
  return reading && isSure(reading) ? reading : null
}

function isSure({ format, lines, confidence }: ZoneReading): boolean {
  return confidence >= SURE && checkZone(format, lines).every(({ valid }) => valid)
}

/** Reads the first candidate that spells a zone; the line of a licence ends the search. */
async function readFirst(
  engine: Engine,
  frame: Image,
  { candidates, expected }: { candidates: readonly ZoneCandidate[]; expected: ZoneExpectation | null },
): Promise<PlacedReading | null> {
  const whole = candidates.filter(({ lines }) => !isCut(lines, frame))
  for (const candidate of whole.slice(0, MAX_CANDIDATES)) {
    const read = await readEitherWay(engine, frame, { candidate, expected })
    if (read === 'licence-line') return null
    if (read !== 'unknown') return read
  }
  return null
}

/** Reads lines in the expected direction or else in either. */
async function readEitherWay(
  engine: Engine,
  frame: Image,
  { candidate, expected }: { candidate: ZoneCandidate; expected: ZoneExpectation | null },
): Promise<PlacedReading | NoZone> {
  const { lines, place, onCard } = candidate
  const { format = null } = expected ?? {}
  const directions: ZoneDirection[] = expected ? [expected.direction] : ['upright', 'upside-down']
  for (const direction of directions) {
    const turned = turnLines(lines, direction)
    const reading = await readZone(engine, frame, { lines: turned, format })
    if (reading === 'licence-line') return reading
    if (reading !== 'unknown') {
      return { reading, lines: turned.slice(-reading.lines.length), direction, place, onCard }
    }
  }
  return 'unknown'
}

function turnLines(lines: Quad[], direction: ZoneDirection): Quad[] {
  return direction === 'upright' ? lines : lines.map(turnHalf).reverse()
}

/** Whether lines go on beyond the frame: a part of a zone passes for a shorter one. */
function isCut(lines: readonly Quad[], frame: Image): boolean {
  return lines.some(([topLeft, topRight, bottomRight, bottomLeft]) => {
    const room = BORDER_ROOM * Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y)
    return [topLeft, topRight, bottomRight, bottomLeft].some(
      ({ x, y }) => x < room || y < room || x > frame.width - room || y > frame.height - room,
    )
  })
}

/** The same corners, beginning at the opposite one. */
export function turnHalf([a, b, c, d]: Quad): Quad {
  return [c, d, a, b]
}
