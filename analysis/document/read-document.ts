import type { BarcodeFacts } from '../../domain/document/barcode-facts.ts'
import type { DocumentSideFacts, MrzFacts } from '../../domain/facts.ts'
import type { Image, Quad } from '../../domain/image.ts'
import { readBarcodes } from '../barcode/read-barcodes.ts'
import type { Engine } from '../engine.ts'
import { voteZones } from '../mrz/decoding/vote-zones.ts'
import { cardFromZone, isCardOfZone } from './card/card-from-zone.ts'
import { quadCoverage } from './card/quad-coverage.ts'
import { rectifyCard } from './card/rectify-card.ts'
import { type CardSight, seeCard } from './card/see-card.ts'
import { measureDoubts } from './doubts/measure-doubts.ts'
import { cardColour } from './quality/card-colour.ts'
import { type PlacedReading, readFrameZone, turnHalf, type ZoneExpectation } from './read-frame-zone.ts'
import { readFusedZone } from './read-fused-zone.ts'

/** Most frames looked at; more are thinned out evenly. A look costs about 30 ms. */
const MAX_FRAMES = 8
/** Most frames whose zone is read: more than five votes change nothing. */
const MAX_READINGS = 5
/** Frames without a zone, beyond those with one, after which no more are read. */
const MAX_FRUITLESS = 2
/** Frames that must read the same, with every check digit right, for the reading to end early. */
const AGREEING_WANTED = 2

/** Frames searched for codes when the card that was cut out shows none: 0.04 s each. */
const MAX_BARCODE_FRAMES = 2

/** Readings whose confidence differs by less are about as sure. */
const SURE_ALIKE = 0.05

/** Frames of one filmed side of a document; `today` (ISO date) decides the centuries of dates. */
export interface DocumentFrames {
  frames: readonly Image[]
  side: 'front' | 'back'
  today: string
}

/** A frame with its zone. */
interface ReadSight {
  sight: CardSight
  read: PlacedReading
}

/**
 * Reads a filmed side of a document: its zone over the best frames, and the card cut out of the best one, lying and the
 * right way up where the zone tells. The portrait stays null here. 0.5-1.5 s.
 */
export async function readDocumentSide(
  engine: Engine,
  { frames, side, today }: DocumentFrames,
): Promise<{ facts: DocumentSideFacts; cardCrop: Image | null }> {
  const sights = thinOut(frames, MAX_FRAMES)
    .map(seeCard)
    .sort((a, b) => b.worth - a.worth)
  const { read, mrz: seen } = await readZones(engine, sights, today)
  const fused = seen?.checksValid ? null : await readFusedZone(engine, { sights, today })
  const mrz = fused?.checksValid ? fused : seen
  const best = bestCard(sights, read)
  const doubted = best ?? (sights[0] && { sight: sights[0], quad: null })
  const cardQuality = (best?.sight ?? sights[0])?.quality ?? null
  const cardCrop = best && rectifyCard(best.sight.frame, best.quad)
  const facts: DocumentSideFacts = {
    kind: 'document',
    side,
    framesRead: sights.length,
    card: best && cardFacts(best.quad, best.sight.frame),
    quality: cardQuality && withoutDirections(cardQuality),
    colourSpread: cardCrop && cardColour(cardCrop),
    mrz,
    portrait: null,
    doubts: doubted ? measureDoubts(doubted) : null,
    barcodes: await findBarcodes(engine, { sights, cardCrop }),
    models: engine.uses([
      'text-detection',
      'zone-recognition',
      'text-recognition',
      'text-dictionary',
      'barcode-scanner',
    ]),
    notChecked: ['mrz-viz', `visual-${side}`, `ove-${side}`, 'supported'],
  }
  return { facts, cardCrop }
}

/** The codes on the card that was cut out; else those on the next best cards, and on the best frame without one. */
async function findBarcodes(
  engine: Engine,
  { sights, cardCrop }: { sights: readonly CardSight[]; cardCrop: Image | null },
): Promise<BarcodeFacts[]> {
  const [best] = sights
  if (cardCrop === null) return best ? readBarcodes(engine, best.frame) : []
  const found = await readBarcodes(engine, cardCrop)
  for (const { frame, card } of sights.slice(0, MAX_BARCODE_FRAMES)) {
    if (found.length > 0) return found
    if (card) found.push(...(await readBarcodes(engine, rectifyCard(frame, card))))
  }
  return found
}

function thinOut<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items]
  return Array.from({ length: most }, (_, i) => items[Math.round((i * (items.length - 1)) / (most - 1))])
}

/** Reads frame after frame, the best first, until two agree or nothing more is to be gained. */
async function readZones(
  engine: Engine,
  sights: readonly CardSight[],
  today: string,
): Promise<{ read: ReadSight[]; mrz: MrzFacts | null }> {
  const read: ReadSight[] = []
  let fruitless = 0
  let mrz: MrzFacts | null = null
  for (const sight of sights) {
    const effort = fruitless === 0 ? 'card-and-frame' : 'card'
    const found = await readFrameZone(engine, sight, { expected: expectationOf(read), effort })
    if (found === null) fruitless++
    else read.push({ sight, read: found })
    if (found !== null)
      mrz = voteZones(
        read.map((one) => one.read.reading),
        today,
      )
    if (isSettled(mrz) || read.length >= MAX_READINGS || fruitless >= MAX_FRUITLESS + read.length) break
  }
  return { read, mrz }
}

/** Whether more frames would not change a reading. */
function isSettled(mrz: MrzFacts | null): boolean {
  return mrz?.checksValid === true && mrz.framesAgreeing >= AGREEING_WANTED
}

/** What the frames read so far tell about the next; nothing while their zones disagree with themselves. */
function expectationOf(read: readonly ReadSight[]): ZoneExpectation | null {
  const [first] = read
  if (first === undefined) return null
  const { reading, direction, place } = first.read
  return { format: reading.format, direction, place }
}

/** The sight and quad to cut the card out of, or null when no frame shows one. */
function bestCard(
  sights: readonly CardSight[],
  read: readonly ReadSight[],
): { sight: CardSight; quad: Quad } | null {
  const most = Math.max(...read.map((one) => one.read.reading.confidence))
  // They stand in the order of their worth: of frames read about as surely the first is the best picture.
  const best = read.find((one) => one.read.reading.confidence >= most - SURE_ALIKE)
  if (best) return { sight: best.sight, quad: quadOf(best) }
  const sight = sights.find(({ card }) => card !== null)
  return sight?.card ? { sight, quad: sight.card } : null
}

/** The rim that was seen when it fits the zone, the right way up; else what the zone tells. */
function quadOf({ sight, read }: ReadSight): Quad {
  const zone = { lines: read.lines, format: read.reading.format }
  const rim = sight.card && read.direction === 'upside-down' ? turnHalf(sight.card) : sight.card
  return rim && isCardOfZone(rim, zone) ? rim : cardFromZone(zone)
}

function cardFacts(quad: Quad, frame: Image): NonNullable<DocumentSideFacts['card']> {
  return { quad, frameWidth: frame.width, frameHeight: frame.height, coverage: quadCoverage(quad, frame) }
}

function withoutDirections({
  sharpness,
  luma,
  glareShare,
}: CardSight['quality']): DocumentSideFacts['quality'] {
  return { sharpness, luma, glareShare }
}
