import type { BarcodeFacts } from '../../domain/document/barcode-facts.ts'
import type { LicenceLineFacts } from '../../domain/document/licence-line-facts.ts'
import type { PrintFacts } from '../../domain/document/print-facts.ts'
import type { DocumentSideFacts, MrzFacts } from '../../domain/facts.ts'
import type { Image, Quad } from '../../domain/image.ts'
import { readBarcodes } from '../barcode/read-barcodes.ts'
import type { Engine } from '../engine.ts'
import { cropImage } from '../image/crop-image.ts'
import { rotateImage } from '../image/rotate-image.ts'
import { anotherZone } from '../mrz/decoding/another-zone.ts'
import { readLicenceLine } from '../mrz/read-licence-line.ts'
import { placeFields } from './_place-fields.ts'
import { type ReadSight, readZones, type ZoneHope } from './_read-zones.ts'
import { settleNames } from './_settle-names.ts'
import { boxQuad } from './card/box-quad.ts'
import { cardFromZone, isCardOfZone } from './card/card-from-zone.ts'
import { type CardCutter, cardCutter } from './card/flat-card.ts'
import { quadCoverage } from './card/quad-coverage.ts'
import { rectifyCard } from './card/rectify-card.ts'
import { type CardSight, seeCard } from './card/see-card.ts'
import { measureDoubts } from './doubts/measure-doubts.ts'
import { LAYOUTS } from './layouts/layouts.ts'
import { confirmPrint } from './print/confirm-print.ts'
import { type PrintReading, readPrint } from './print/read-print.ts'
import { cardColour } from './quality/card-colour.ts'
import { turnHalf } from './read-frame-zone.ts'
import { readFusedZone } from './read-fused-zone.ts'

/** Most frames looked at; more are thinned out evenly. A look costs about 30 ms. */
const MAX_FRAMES = 8
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

/**
 * Reads a filmed side of a document: its zone over the best frames, and the card cut out of the best one, lying and the
 * right way up where the zone tells; with the other frames, the best first. The portrait stays null here. 0.4-1 s.
 */
export async function readDocumentSide(
  engine: Engine,
  { frames, side, today }: DocumentFrames,
): Promise<{
  facts: DocumentSideFacts
  cardCrop: Image | null
  bestFrame: Image | null
  others: CardSight[]
}> {
  const sights = thinOut(frames, MAX_FRAMES)
    .map(seeCard)
    .sort((a, b) => b.worth - a.worth)
  const read = await readSights(engine, sights, { side, today })
  const { best, mrz, print, lines, specimenLines, licenceLine, cardCrop, codesOn, quad } = read
  const doubted = best?.sight ?? sights[0]
  const cardQuality = doubted?.quality ?? null
  const colour = cardCrop && cardColour(cardCrop)
  const facts: DocumentSideFacts = {
    kind: 'document',
    side,
    framesRead: sights.length,
    card: best && quad && cardFacts(quad, best.sight.frame),
    quality: cardQuality && withoutDirections(cardQuality),
    colourSpread: colour?.spread ?? null,
    colourSpots: colour?.spots ?? null,
    mrz,
    portrait: null,
    doubts: doubted ? measureDoubts({ sight: doubted, sights, quad, card: cardCrop, print, mrz }) : null,
    print,
    lines,
    specimenLines,
    licenceLine,
    barcodes: hasNoCodes(print)
      ? []
      : await findBarcodes(engine, { sights, codesOn, isKnown: print !== null || mrz !== null }),
    models: engine.uses([
      'text-detection',
      'zone-recognition',
      'text-recognition',
      'text-dictionary',
      'barcode-scanner',
    ]),
    notChecked: [...(print ? [] : ['mrz-viz', 'supported']), `visual-${side}`, `ove-${side}`],
  }
  const others = sights.filter((sight) => sight !== best?.sight)
  return { facts, cardCrop, bestFrame: doubted?.frame ?? null, others }
}

/** What is read of a side of which no card was seen. */
const NOTHING_SEEN = {
  best: null,
  print: null,
  lines: [],
  specimenLines: [],
  licenceLine: null,
  cardCrop: null,
  codesOn: null,
  quad: null,
}

/** What is read of a side: its zone, its print, and the card that shows them the right way up. */
async function readSights(
  engine: Engine,
  sights: readonly CardSight[],
  { side, today }: Omit<DocumentFrames, 'frames'>,
) {
  const cut = cardCutter(engine)
  const firstLook = lookOnce(engine, sights, { side, today, cut })
  const {
    read,
    mrz: seen,
    strangers,
  } = await readZones(engine, {
    sights,
    today,
    cut,
    askPrint: firstLook.askPrint,
  })
  const isSought = !seen?.checksValid && (read.length > 0 || (await firstLook.askPrint()) === 'likely')
  const fused = isSought ? await readFusedZone(engine, { sights, today }) : null
  const zone = fused?.checksValid ? fused : seen
  const zones = zone === seen ? read.map(({ sight, read }) => ({ frame: sight.frame, read })) : []
  const best = bestCard(sights, read)
  if (best === null) return { ...NOTHING_SEEN, mrz: zone }
  const card = await cut(best.sight.frame, best.quad)
  const reading =
    firstLook.readingOf(best, zone) ?? (await readPrint(engine, { card, side, mrz: zone, today }))
  const settled = await settleNames(engine, { zone, zones, print: reading.print, today })
  const readings = [...read.map((one) => one.read.reading), ...strangers]
  const mrz = settled && {
    ...settled,
    anotherConfidence: anotherZone(readings, settled, today),
    fieldBoxes: placeFields(settled, { quad: best.quad, card: reading.card, read: zoneOf(best, read) }),
  }
  const print = await confirmElsewhere(engine, reading, { sights, best, today })
  const licenceLine = await licenceLineOf(engine, reading, { sights, best, today })
  const quad = reading.isTurned ? turnHalf(best.quad) : best.quad
  return {
    best,
    mrz,
    print,
    lines: reading.lines,
    specimenLines: reading.specimenLines,
    licenceLine,
    cardCrop: reading.card,
    codesOn: aboveZone(reading),
    quad,
  }
}

/** A card that was chosen to be cut out. */
interface ChosenCard {
  sight: CardSight
  quad: Quad
}

/** Reads the print of the best frame's card before its zone is known, at most once. */
function lookOnce(
  engine: Engine,
  sights: readonly CardSight[],
  { side, today, cut }: Omit<DocumentFrames, 'frames'> & { cut: CardCutter },
) {
  let seen: PrintReading | null = null
  const sight = sights.find(({ card }) => card !== null)
  return {
    async askPrint(): Promise<ZoneHope> {
      if (!sight?.card) return 'likely'
      seen ??= await readPrint(engine, { card: await cut(sight.frame, sight.card), side, mrz: null, today })
      return hopeForZone(seen.print, side)
    },
    /** What was read, if it was of the card that is chosen and no zone says more. */
    readingOf: (best: ChosenCard | null, mrz: MrzFacts | null) =>
      best !== null && mrz === null && best.quad === sight?.card ? seen : null,
  }
}

function hopeForZone(print: PrintFacts | null, side: 'front' | 'back'): ZoneHope {
  if (print === null || print.template.zoneSide === side) return 'likely'
  const { country, zoneSide } = print.template
  return country === null && zoneSide !== null ? 'unlikely' : 'none'
}

/** A card as it was read, and those of other frames that are of its shape, the same way up. */
function* cardsLike(
  { card, isTurned }: PrintReading,
  { sights, best }: { sights: readonly CardSight[]; best: ChosenCard },
): Generator<Image> {
  yield card
  for (const { frame, card: quad } of sights.filter((sight) => sight !== best.sight)) {
    const lying = quad && rectifyCard(frame, quad)
    if (lying?.height === card.height) yield isTurned ? rotateImage(lying, 2) : lying
  }
}

/** The one line of a licence, read on the card that shows it and on those like it; null where none was found. */
async function licenceLineOf(
  engine: Engine,
  reading: PrintReading,
  { today, ...seen }: { sights: readonly CardSight[]; best: ChosenCard; today: string },
): Promise<LicenceLineFacts | null> {
  const { licenceLine } = reading
  if (licenceLine === null) return null
  return readLicenceLine(engine, { quad: boxQuad(licenceLine), cards: cardsLike(reading, seen), today })
}

/** Reads what an identity rests on in a second frame too: of documents with a zone it rests on that. */
async function confirmElsewhere(
  engine: Engine,
  { print, isTurned, card }: PrintReading,
  { sights, best, today }: { sights: readonly CardSight[]; best: ChosenCard; today: string },
): Promise<PrintFacts | null> {
  if (print === null || print.template.zoneSide !== null) return print
  const other = sights.find((sight) => sight.card !== null && sight !== best.sight)
  if (!other?.card) return print
  const lying = rectifyCard(other.frame, other.card)
  if (lying.height !== card.height) return print
  return confirmPrint(engine, print, { card: isTurned ? rotateImage(lying, 2) : lying, today })
}

/** Whether a side's layout is printed without codes: looking for them costs as much as reading two lines. */
function hasNoCodes(print: PrintFacts | null): boolean {
  const layout = print && LAYOUTS.find(({ id }) => id === print.template.id)
  return layout?.sides.find(({ side }) => side === print?.template.side)?.codes === 'none'
}

/** The part of a card on which codes may be: a zone takes its whole width and what it is high. */
function aboveZone({ card, above }: PrintReading): Image {
  return above < card.height ? cropImage(card, { x: 0, y: 0, width: card.width, height: above }) : card
}

/**
 * The codes on the card that was cut out, or on the best frame without one. A code is looked for again, on the next best
 * cards, only where nothing else was read: what is known by its zone or print either shows its code or has none.
 */
async function findBarcodes(
  engine: Engine,
  { sights, codesOn, isKnown }: { sights: readonly CardSight[]; codesOn: Image | null; isKnown: boolean },
): Promise<BarcodeFacts[]> {
  const [best] = sights
  if (codesOn === null) return best ? readBarcodes(engine, best.frame) : []
  const found = await readBarcodes(engine, codesOn)
  for (const { frame, card } of isKnown ? [] : sights.slice(0, MAX_BARCODE_FRAMES)) {
    if (found.length > 0) return found
    if (card) found.push(...(await readBarcodes(engine, rectifyCard(frame, card))))
  }
  return found
}

function thinOut<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items]
  return Array.from({ length: most }, (_, i) => items[Math.round((i * (items.length - 1)) / (most - 1))])
}

/** The zone of the frame that the card is cut out of. */
function zoneOf({ sight }: ChosenCard, read: readonly ReadSight[]): ReadSight['read'] | null {
  return read.find((one) => one.sight === sight)?.read ?? null
}

/** The sight and quad to cut the card out of, or null when no frame shows one. */
function bestCard(sights: readonly CardSight[], read: readonly ReadSight[]): ChosenCard | null {
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
