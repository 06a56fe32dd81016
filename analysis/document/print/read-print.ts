import type {
  PrintedField,
  PrintedLine,
  PrintedName,
  PrintFacts,
} from '../../../domain/document/print-facts.ts'
import { reconcileName } from '../../../domain/document/reconcile-name.ts'
import type { MrzFacts } from '../../../domain/facts.ts'
import type { Box, Image } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import { rotateImage } from '../../image/rotate-image.ts'
import { zoneTop } from '../../mrz/lines/zone-top.ts'
import { brightenDark } from '../../text/brighten-dark.ts'
import type { FlatCard } from '../card/flat-card.ts'
import type { DocumentLayout, Place } from '../layouts/layout.ts'
import { LAYOUTS } from '../layouts/layouts.ts'
import { type AssignedValue, assignValues } from './assign-values.ts'
import { findByZone, isLeftToFind, type ZoneToFind } from './find-by-zone.ts'
import { findLicenceLine } from './find-licence-line.ts'
import { loneLetters } from './ink/lone-letters.ts'
import { restorePrint } from './ink/restore-print.ts'
import { keepLines } from './keep-lines.ts'
import { type KnownSide, knowLayout, templateOf } from './know-layout.ts'
import { sliceFirstNames, sliceValue } from './lines/slice-value.ts'
import { probeLetters } from './probe-letters.ts'
import { heightOfLabels, linesOfPrint, readBoxes, readLine } from './read-lines.ts'
import type { TextLine } from './text-line.ts'
import { parseFirstOfFullName, parseValue, type ValueSense } from './values/parse-value.ts'
import { certaintyOf, rateByZone } from './values/rate-field.ts'

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
  const { layout, lines } = await readForLayout(engine, { card, print, layouts, side, mrz })
  const template = layout && templateOf(layout, { side, mrz, lines })
  const kept = keepLines(lines, { side, template, today })
  if (layout === null || template === null)
    return { print: null, isTurned, card: filmed, licenceLine: null, lines: kept, above }
  const fields = await fieldsOf(engine, layout, { lines, card, mrz, today })
  const signature = layout.side.signature ? boxAt(layout.side.signature, card) : null
  const licenceLine = findLicenceLine(layout.side, lines)
  const facts = { template, fields, signature, framesRead: 1 }
  return { print: facts, isTurned, card: filmed, licenceLine, lines: kept, above }
}

/** Boxes of print, and those of them that were read already. */
interface PrintToRead {
  boxes: readonly Box[]
  known: Map<Box, TextLine>
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

/** The longest of the lines that are not too long, then those that are. */
function tellingLines(boxes: readonly Box[]): Box[] {
  const aspect = ({ width, height }: Box) => width / height
  const isTelling = (box: Box) => aspect(box) >= TELLING_ASPECT.from && aspect(box) <= TELLING_ASPECT.to
  const longest = [...boxes].sort((a, b) => b.width - a.width)
  return [...longest.filter(isTelling), ...longest.filter((box) => !isTelling(box))].slice(
    0,
    LINES_TO_TURN_BY,
  )
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

/** A card the right way up with what there is to read on it. */
interface UprightSide extends Pick<PrintedSide, 'side' | 'mrz'> {
  card: Image
  print: PrintToRead
  layouts: readonly DocumentLayout[]
}

/** The layout of a side and the lines that it is known and read by; what may stand in a portrait comes last, if at all. */
async function readForLayout(
  engine: Engine,
  { card, print, layouts, side, mrz }: UprightSide,
): Promise<{ layout: KnownSide | null; lines: TextLine[] }> {
  const { boxes, known } = print
  const named = mrz?.checksValid ? knowLayout(layouts, { side, mrz, lines: [] }) : null
  // Where labels do not stand over their values, each line may hold one.
  const glanceUnder = named && named.side.labels !== 'above' ? 0 : heightOfLabels(boxes)
  const read = (some: readonly Box[]) => readBoxes(engine, card, { boxes: some, known, glanceUnder })
  const portraits = named
    ? [named.side.portrait]
    : layouts.flatMap(({ sides }) => sides.flatMap((one) => (one.side === side ? [one.portrait] : [])))
  const [inside, outside] = parted(boxes, (box) =>
    portraits.some((place) => isInPortrait(sidesOf(box), place, card)),
  )
  const first = await read(outside)
  const layout = named ?? knowLayout(layouts, { side, mrz, lines: first })
  const rest = inside.filter((box) => !isInPortrait(sidesOf(box), layout?.side.portrait, card))
  const lines = [...first, ...(await read(rest))].sort((a, b) => a.top - b.top)
  return { layout: layout ?? knowLayout(layouts, { side, mrz, lines }), lines }
}

function parted<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))]
}

function sidesOf({ x, y, width, height }: Box): Pick<TextLine, 'left' | 'top' | 'right' | 'bottom'> {
  return { left: x, top: y, right: x + width, bottom: y + height }
}

async function fieldsOf(
  engine: Engine,
  { layout, side }: KnownSide,
  {
    lines,
    card,
    mrz,
    today,
  }: { lines: readonly TextLine[]; card: Image; mrz: MrzFacts | null; today: string },
): Promise<PrintFacts['fields']> {
  const letters = await probeLetters(engine, card, { side, lines })
  const whole = lines.filter((line) => !letters.some((letter) => isMiddleIn(line, letter)))
  const outside = [...whole, ...letters].filter((line) => !isInPortrait(line, side.portrait, card))
  const glanced = linesIn(assignValues(side, outside, card), outside)
  const read: TextLine[] = []
  for (const line of outside) {
    read.push(line.isGlance && glanced.has(line) ? await lookAgain(engine, card, line) : line)
  }
  // What is no value is known by its letters, whatever stands over them.
  const values = linesIn(assignValues(side, read, card), read)
  const restored = read.map((line) => (values.has(line) ? restorePrint(card, line) : line))
  const sense = { today, words: layout }
  const fields = valuesOf(assignValues(side, restored, card), sense)
  if (!mrz?.checksValid) return fields
  const sought = { zone: mrz.fields, ...sense, missing: (name: PrintedName) => fields[name] === undefined }
  const anyValue = isLeftToFind(sought)
    ? restored.map((line, i) => (line === read[i] ? restorePrint(card, line) : line))
    : []
  const found: AssignedValue[] = findByZone(anyValue, sought).map((one) => ({ ...one, by: 'zone' }))
  if (sought.missing('gender') && !found.some(({ field }) => field.name === 'gender')) {
    found.push(...(await findPassedOver(engine, card, { lines: restored, sought })))
  }
  return rateAll(reconcile({ ...fields, ...valuesOf(found, sense) }, mrz), mrz)
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

function valuesOf(assigned: readonly AssignedValue[], sense: ValueSense): PrintFacts['fields'] {
  const fields: Partial<Record<PrintedName, PrintedField>> = {}
  for (const { field, line, by } of assigned) {
    const value = parseValue(field, line.text, sense)
    if (field.name !== null && value !== null)
      fields[field.name] ??= printedField(value, sliceValue(line, field, sense), by)
    const firstNames = field.kind === 'full-name' ? parseFirstOfFullName(line.text) : null
    if (firstNames) fields.firstNames ??= printedField(firstNames, sliceFirstNames(line), by)
  }
  return fields
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

function isInPortrait(
  line: Pick<TextLine, 'left' | 'top' | 'right' | 'bottom'>,
  portrait: Place | undefined,
  { width, height }: Image,
): boolean {
  if (!portrait) return false
  const [left, top, right, bottom] = portrait
  const [x, y] = [(line.left + line.right) / 2 / width, (line.top + line.bottom) / 2 / height]
  return x > left && x < right && y > top && y < bottom
}

function printedField(
  value: string | string[],
  line: AssignedValue['line'],
  by: AssignedValue['by'],
): PrintedField {
  const { left, top, right, bottom, text } = line
  const box = { x: left, y: top, width: right - left, height: bottom - top }
  return { value, raw: text, confidence: certaintyOf(line, by), box, framesAgreeing: 1, by }
}

/** Gives names the letters back that the zone tells of; nothing else is changed by it. */
function reconcile(fields: PrintFacts['fields'], { fields: zone }: MrzFacts): PrintFacts['fields'] {
  const { lastName, firstNames } = fields
  return {
    ...fields,
    ...(lastName && {
      lastName: { ...lastName, value: reconcileName(String(lastName.value), zone.lastName) },
    }),
    ...(firstNames && {
      firstNames: { ...firstNames, value: reconcileAll(firstNames.value, zone.firstNames) },
    }),
  }
}

function rateAll(fields: PrintFacts['fields'], { fields: zone }: MrzFacts): PrintFacts['fields'] {
  const rated = Object.entries(fields).map(([name, field]) => [
    name,
    rateByZone(name as PrintedName, field, zone),
  ])
  return Object.fromEntries(rated)
}

function reconcileAll(read: string | string[], zone: readonly string[]): string[] {
  const names = typeof read === 'string' ? [read] : read
  return names.map((name, i) => (zone[i] ? reconcileName(name, zone[i]) : name))
}
