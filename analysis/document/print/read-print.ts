import type {
  PrintedLine,
  PrintedName,
  PrintFacts,
  SpecimenLine,
} from '../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../domain/facts.ts'
import type { Box, Image } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import { rotateImage } from '../../image/rotate-image.ts'
import { zoneTop } from '../../mrz/lines/zone-top.ts'
import { brightenDark } from '../../text/brighten-dark.ts'
import type { FlatCard } from '../card/flat-card.ts'
import type { DocumentLayout, LayoutSide, Place } from '../layouts/layout.ts'
import { LAYOUTS } from '../layouts/layouts.ts'
import { findSpecimenLines } from '../layouts/words/specimen-words.ts'
import { type AssignedValue, assignValues } from './assign-values.ts'
import { findByZone, isLeftToFind, type ZoneToFind } from './find-by-zone.ts'
import { findLicenceLine } from './find-licence-line.ts'
import { findNearDates } from './find-near-dates.ts'
import { loneLetters } from './ink/lone-letters.ts'
import { restorePrint } from './ink/restore-print.ts'
import { type KnownSide, templateOf } from './know-layout.ts'
import { isInPlace } from './lines/is-in-place.ts'
import { keepLines } from './lines/keep-lines.ts'
import { labelsByLooks } from './lines/labels-by-looks.ts'
import { probeLetters } from './probe-letters.ts'
import { type LayoutRead, type PrintToRead, readForLayout } from './read-for-layout.ts'
import { linesOfPrint, readLine } from './read-lines.ts'
import type { TextLine } from './text-line.ts'
import { titledBy } from './titles/titled-by.ts'
import { unlikeLayout } from './titles/unlike-layout.ts'
import { agreeWithZone } from './values/agree-with-zone.ts'
import { mayBeOfAnother } from './values/may-be-of-another.ts'
import { nearValues } from './values/near-values.ts'
import { toldFields, valuesOf } from './values/values-of.ts'

/** Lines by which it is told which way up a card lies, and how long they best are, heights: short ones tell, long ones cost. */
const LINES_TO_TURN_BY = 3
const TELLING_ASPECT = { from: 3, to: 9 }
/** A line read so surely, of so many letters, stands upright: reversed print has at most half of it. */
const UPRIGHT = { confidence: 0.9, letters: 6 }

/**
 * A card to read, cut out and lying; `mrz` is the zone on this side, which tells that it stands upright, `today` (ISO date)
 * decides the centuries of dates.
 */
export interface PrintedSide {
  card: FlatCard
  side: 'front' | 'back'
  mrz: MrzFacts | null
  today: string
  /** The layouts to choose from; those of the registry when left out. */
  layouts?: readonly DocumentLayout[]
}

/** What is printed on a card, or null where its layout is not known, and the card the way up that it reads. */
export interface PrintReading {
  print: PrintFacts | null
  /** Whether the card had to be turned by half. */
  isTurned: boolean
  card: Image
  /** Where the one machine readable line of a licence stands on the card; null where the side has none. */
  licenceLine: Box | null
  /** Lines that the zone on the other side may speak of. */
  lines: PrintedLine[]
  /** Lines that say "specimen" alone. */
  specimenLines: SpecimenLine[]
  /** Where the zone begins, from the card's upper end, px; its height where it has none on this side. */
  above: number
}

/** Reads the printed fields of one side in one frame. 0.4-0.9 s. */
export async function readPrint(engine: Engine, printed: PrintedSide): Promise<PrintReading> {
  const { mrz, side, today, layouts = LAYOUTS } = printed
  const { picture, boxes: found } = printed.card
  const above = mrz ? zoneTop(found, picture, mrz.format) : picture.height
  const legible = brightenDark(picture)
  const boxes = linesOfPrint(legible, found, above)
  const known = new Map<Box, TextLine>()
  const isTurned = mrz === null && (await isUpsideDown(engine, legible, { boxes, known }))
  const turned = (image: Image) => (isTurned ? rotateImage(image, 2) : image)
  const card = turned(legible)
  // What is kept and measured is the card as it was filmed.
  const filmed = legible === picture ? card : turned(picture)
  const upright = isTurned ? boxes.map((box) => turnBox(box, card)) : boxes
  const print = { boxes: upright, known }
  const { layout, lines, told, codes } = await readForLayout(engine, {
    card,
    print,
    layouts,
    side,
    mrz,
    today,
  })
  const template = layout && templateOf(layout, { side, mrz, lines })
  const kept = keepLines(lines, { side, template, today })
  const seen = { isTurned, card: filmed, lines: kept, specimenLines: findSpecimenLines(lines), above }
  if (layout === null || template === null) return { ...seen, print: null, licenceLine: null }
  const read = await fieldsOf(engine, layout, { lines, told, card, mrz, today })
  const signature = layout.side.signature ? boxAt(layout.side.signature, card) : null
  const licenceLine = findLicenceLine(layout.side, lines)
  const title = mrz?.checksValid ? titledBy(layouts, layout, lines) : null
  const unlike = mrz?.checksValid ? unlikeLayout(layout, { zone: mrz.fields, codes }) : null
  const facts = {
    template,
    ...read,
    ...(title && { titledBy: title }),
    ...(unlike && { unlikeLayout: unlike }),
    signature,
    framesRead: 1,
  }
  return { ...seen, print: facts, licenceLine }
}

/** Print is read with more certainty the right way up. What was read on the way is kept. */
async function isUpsideDown(engine: Engine, card: Image, { boxes, known }: PrintToRead): Promise<boolean> {
  let turned: Image | null = null
  let gain = 0
  for (const box of tellingLines(boxes)) {
    const upright = await readLine(engine, card, { box, care: 'full' })
    known.set(box, upright)
    if (upright.confidence >= UPRIGHT.confidence && upright.text.length >= UPRIGHT.letters) return false
    turned ??= rotateImage(card, 2)
    const reversed = await readLine(engine, turned, { box: turnBox(box, card), care: 'full' })
    gain += certainty(reversed) - certainty(upright)
  }
  return gain > 0
}

/** The longest of the lines that are not too long, those first that are read in any case; then those that are too long. */
function tellingLines(boxes: readonly Box[]): Box[] {
  const labels = labelsByLooks(boxes)
  const isTelling = ({ width, height }: Box) =>
    width >= TELLING_ASPECT.from * height && width <= TELLING_ASPECT.to * height
  const worth = (box: Box) => (isTelling(box) ? (labels.has(box) ? 1 : 2) : 0)
  return boxes.toSorted((a, b) => worth(b) - worth(a) || b.width - a.width).slice(0, LINES_TO_TURN_BY)
}

function certainty({ confidence, text }: TextLine): number {
  return confidence * text.length
}

function turnBox({ x, y, width, height }: Box, card: Image): Box {
  return { x: card.width - x - width, y: card.height - y - height, width, height }
}

function boxAt([left, top, right, bottom]: Place, { width, height }: Image): Box {
  return { x: left * width, y: top * height, width: (right - left) * width, height: (bottom - top) * height }
}

/** A card the right way up, what was read on it, and what the zone tells. */
interface ReadCard extends Pick<LayoutRead, 'lines' | 'told'> {
  card: Image
  mrz: MrzFacts | null
  today: string
}

async function fieldsOf(
  engine: Engine,
  { layout, side }: KnownSide,
  { lines, told, card, mrz, today }: ReadCard,
): Promise<Pick<PrintFacts, 'fields' | 'nearDates' | 'nearValues'>> {
  const letters = await probeLetters(engine, card, { side, lines })
  const whole = lines.filter((line) => !letters.some((letter) => isMiddleIn(line, letter)))
  // What the zone tells is no other field's either.
  const outside = [...whole, ...letters].filter(
    (line) => !isInPlace(line, side.portrait, card) && !told.some((value) => value.line === line),
  )
  const read = await lookAgainAtValues(engine, card, { side, lines: outside })
  // What is no value is known by its letters, whatever stands over them.
  const values = linesIn(assignValues(side, read, card), read)
  const restored = read.map((line) => (values.has(line) ? restorePrint(card, line) : line))
  const sense = { today, words: layout }
  const certain = told.map(({ field, line }) => ({ field, line: restorePrint(card, line) }))
  const fields = { ...valuesOf(assignValues(side, restored, card), sense), ...toldFields(certain, sense) }
  if (!mrz?.checksValid) return { fields }
  const isLeft = (name: PrintedName) =>
    layout.documentTypeDetailed === null && mayBeOfAnother(name, fields, mrz.fields)
  const sought = {
    zone: mrz.fields,
    ...sense,
    missing: (name: PrintedName) => fields[name] === undefined || isLeft(name),
  }
  const lettersAmong = [...restored, ...certain.map(({ line }) => line)]
  const anyValue = isLeftToFind(sought)
    ? restored.map((line, i) => (line === read[i] ? restorePrint(card, line) : line))
    : []
  const found: AssignedValue[] = findByZone(anyValue, sought).map((one) => ({ ...one, by: 'zone' }))
  if (sought.missing('gender') && !found.some(({ field }) => field.name === 'gender')) {
    found.push(...(await findPassedOver(engine, card, { lines: lettersAmong, sought })))
  }
  const all = { ...fields, ...valuesOf(found, sense) }
  const rest = { ...sought, missing: (name: PrintedName) => all[name] === undefined }
  const nearDates = findNearDates(anyValue, rest)
  const untold = anyValue.filter((line) => !found.some((one) => one.line === line))
  const near = nearValues(untold, rest)
  return {
    fields: agreeWithZone(all, mrz.fields),
    ...(nearDates && { nearDates }),
    ...(near && { nearValues: near }),
  }
}

/** Lines of which those that are values and were only glanced at are read. */
async function lookAgainAtValues(
  engine: Engine,
  card: Image,
  { side, lines }: { side: LayoutSide; lines: readonly TextLine[] },
): Promise<TextLine[]> {
  const values = linesIn(assignValues(side, lines, card), lines)
  const read: TextLine[] = []
  for (const line of lines) {
    read.push(line.isGlance && values.has(line) ? await lookAgain(engine, card, line) : line)
  }
  return read
}

/** The gender where the detector of print saw neither it nor its label: of a row's letters that stand alone. */
async function findPassedOver(
  engine: Engine,
  card: Image,
  { lines, sought }: { lines: readonly TextLine[]; sought: ZoneToFind },
): Promise<AssignedValue[]> {
  if (sought.zone.gender === null) return []
  const letters: TextLine[] = []
  for (const box of loneLetters(card, lines))
    letters.push(await readLine(engine, card, { box, care: 'full' }))
  const found = findByZone(letters, { ...sought, missing: (name) => name === 'gender' })
  return found.map((one) => ({ ...one, by: 'zone' }))
}

/** The lines that values are made of. */
function linesIn(assigned: readonly AssignedValue[], lines: readonly TextLine[]): Set<TextLine> {
  return new Set(lines.filter((one) => assigned.some(({ line }) => holds(line, one))))
}

function holds(value: TextLine, { left, top, right, bottom }: TextLine): boolean {
  return top >= value.top && bottom <= value.bottom && left <= value.right && right >= value.left
}

function lookAgain(engine: Engine, card: Image, { left, top, right, bottom }: TextLine): Promise<TextLine> {
  const box = { x: left, y: top, width: right - left, height: bottom - top }
  return readLine(engine, card, { box, care: 'full' })
}

/** Whether a line is a piece of a letter that was read as a whole. */
function isMiddleIn(line: TextLine, { left, top, right, bottom }: TextLine): boolean {
  const [x, y] = [(line.left + line.right) / 2, (line.top + line.bottom) / 2]
  return x > left && x < right && y > top && y < bottom
}
