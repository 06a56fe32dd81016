import type { MrzFacts, MrzFields } from '../../../domain/facts.ts'
import type { Box, Image } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import type { DocumentLayout, LayoutField, Place } from '../layouts/layout.ts'
import { type KnownSide, knowLayout, sidesByTitle, sureLayout } from './know-layout.ts'
import { isInPlace } from './lines/is-in-place.ts'
import { heightOfLabels, labelsByLooks } from './lines/labels-by-looks.ts'
import { readBoxes } from './read-lines.ts'
import type { TextLine } from './text-line.ts'
import { isLabelOfTold, isOver } from './values/is-label-of-told.ts'
import { parseValue } from './values/parse-value.ts'
import { toldByKind } from './values/told-by-kind.ts'
import { type ToldValue, toldByZone } from './values/told-by-zone.ts'

/** Titles longer than this are glanced at, whatever their height: no date or number is as long, heights. */
const LONG_TITLE = 9

/** Three capitals are about twice as wide as they are high. */
const CODE_ASPECT = { from: 1.5, to: 2.5 }
/** Boxes of that shape that are read: 7 ms each. */
const CODES_MAXIMUM = 2

/** Boxes of print, and those of them that were read already. */
export interface PrintToRead {
  boxes: readonly Box[]
  known: Map<Box, TextLine>
}

/** A card the right way up with what there is to read on it. */
export interface UprightSide {
  card: Image
  side: 'front' | 'back'
  mrz: MrzFacts | null
  today: string
  print: PrintToRead
  layouts: readonly DocumentLayout[]
}

/** A side's layout, the lines that it is known and read by, and those of them whose labels need not be read. */
export interface LayoutRead {
  layout: KnownSide | null
  lines: TextLine[]
  told: ToldValue[]
  /** Lines among the titles that may be the code of a state; none where the zone does not name a state's own layout. */
  codes: TextLine[]
}

/** Reads a side for its layout; what may stand in a portrait comes last, if at all. */
export async function readForLayout(engine: Engine, upright: UprightSide): Promise<LayoutRead> {
  const { card, print, layouts, side, mrz } = upright
  const named = mrz?.checksValid ? knowLayout(layouts, { side, mrz, lines: [] }) : null
  if (named && mrz) return readNamed(engine, named, { ...upright, mrz })
  const portraits = placesOf(layouts, side, 'portrait')
  const [inside, outside] = parted(print.boxes, (box) =>
    portraits.some((place) => isInPlace(sidesOf(box), place, card)),
  )
  const { lines: first, layout, told } = await readOutside(engine, upright, outside)
  const rest = inside.filter((box) => !isInPlace(sidesOf(box), layout?.side.portrait, card))
  const lines = [...first, ...(await readIn(engine, upright)(rest))].sort((a, b) => a.top - b.top)
  return { layout: layout ?? knowLayout(layouts, { side, mrz, lines }), lines, told, codes: [] }
}

function placesOf(
  layouts: readonly DocumentLayout[],
  which: 'front' | 'back',
  kind: 'portrait' | 'titles',
): (Place | undefined)[] {
  return layouts.flatMap(({ sides }) => sides.flatMap((one) => (one.side === which ? [one[kind]] : [])))
}

/** Reads boxes of a side, each once, the low ones at a glance. */
function readIn(engine: Engine, { card, print: { boxes, known }, layouts, side }: UprightSide) {
  const labelHeight = heightOfLabels(boxes)
  const beginnings = layouts.flatMap(({ sides }) =>
    sides.flatMap((one) => (one.side === side ? (one.licenceLine ?? []) : [])),
  )
  return (some: readonly Box[], glanceUnder = labelHeight) =>
    readBoxes(engine, card, { boxes: some, known, glanceUnder, beginnings })
}

/** A layout that a side may have, the values that it would tell by their looks, and their labels. */
interface LikelySide {
  known: KnownSide
  told: ToldValue[]
  labels: Box[]
}

/**
 * Reads values first, titles until one is known, and last what may be needless: further titles, and the labels of values that a
 * likely layout tells by their looks. They are read only where it was not surely that one.
 */
async function readOutside(
  engine: Engine,
  upright: UprightSide,
  boxes: readonly Box[],
): Promise<Omit<LayoutRead, 'codes'>> {
  const { card, print, layouts, side, mrz } = upright
  const read = readIn(engine, upright)
  const titlePlaces = placesOf(layouts, side, 'titles')
  const [header, body] = parted(boxes, (box) =>
    titlePlaces.some((place) => isInPlace(sidesOf(box), place, card)),
  )
  const looks = labelsByLooks(print.boxes)
  const [labels, values] = parted(body, (box) => looks.has(box))
  const lines = await read([...values, ...header.filter((box) => print.known.has(box))])
  const titles = header.filter((box) => !print.known.has(box)).sort((a, b) => b.width - a.width)
  const findLikely = () =>
    sidesByTitle(layouts, { side, lines }).map((known) => tellBy(known, { ...upright, labels }, lines))
  const readTitle = (some: Box[]) => read(some, some.some(isLong) ? Number.POSITIVE_INFINITY : undefined)
  let likely = findLikely()
  while (titles.length > 0 && likely.length === 0) {
    lines.push(...(await readTitle(titles.splice(0, 1))))
    likely = findLikely()
  }
  const [last, soon] = parted(labels, (box) => likely.some((one) => one.labels.includes(box)))
  lines.push(...(await read(soon)))
  const told = new Map(likely.map((one) => [one.known.side, one.told]))
  const layout = sureLayout(layouts, { side, mrz, lines, told })
  const chosen = likely.find(({ known }) => known.side === layout?.side)
  if (chosen && isStillTold(chosen, tellBy(chosen.known, { ...upright, labels }, lines))) {
    const needless = [
      ...chosen.labels,
      ...titles.filter((box) => isInPlace(sidesOf(box), chosen.known.side.titles, card)),
    ]
    lines.push(...(await read([...titles, ...last].filter((box) => !needless.includes(box)))))
    return { layout, lines, told: chosen.told }
  }
  lines.push(...(await read([...titles, ...last])))
  lines.sort((a, b) => a.top - b.top)
  return { layout: knowLayout(layouts, { side, mrz, lines }), lines, told: [] }
}

function isLong({ width, height }: Box): boolean {
  return width > LONG_TITLE * height
}

function tellBy(
  known: KnownSide,
  { card, print, today, labels: among }: UprightSide & { labels: readonly Box[] },
  lines: readonly TextLine[],
): LikelySide {
  const told = toldByKind(known.side, lines, { card, today, words: known.layout })
  const labels = among.filter((box) => !print.known.has(box) && isLabelOfTold(box, told, print.boxes))
  return { known, told: told.filter(({ line }) => labels.some((label) => isOver(label, line))), labels }
}

/** Whether lines that were read later say nothing against what was told before. */
function isStillTold({ told }: LikelySide, { told: now }: LikelySide): boolean {
  return told.length === now.length && told.every(({ line }, i) => line === now[i].line)
}

/** Reads a side whose layout the zone names: of its labels those that may tell what the zone does not. */
async function readNamed(
  engine: Engine,
  layout: KnownSide,
  { card, print, mrz, today }: UprightSide & { mrz: MrzFacts },
): Promise<LayoutRead> {
  const { labels, portrait, titles } = layout.side
  const header = print.boxes.filter((box) => isInPlace(sidesOf(box), titles, card))
  const boxes = print.boxes.filter((box) =>
    [portrait, titles].every((place) => !isInPlace(sidesOf(box), place, card)),
  )
  // Where labels do not stand over their values, each line may hold one.
  const glanceUnder = labels === 'above' ? heightOfLabels(print.boxes) : 0
  const read = (some: readonly Box[]) =>
    readBoxes(engine, card, { boxes: some, known: print.known, glanceUnder })
  const looks = labels === 'above' ? labelsByLooks(print.boxes) : new Set<Box>()
  const [low, high] = parted(boxes, (box) => looks.has(box))
  const first = await read(high)
  const sense = { today, words: layout.layout, card }
  const byZone = labels === 'above' ? toldByZone(layout.side, first, { zone: mrz.fields, ...sense }) : []
  const byKind = toldByKind(layout.side, labels === 'above' ? first : [], sense).filter(
    ({ field, line }) => !isSaidByZone(parseValue(field, line.text, sense), { field, zone: mrz.fields }),
  )
  const needless = low.filter((box) => isLabelOfTold(box, [...byZone, ...byKind], boxes))
  const rest = await read(low.filter((box) => !needless.includes(box)))
  const told = [...byZone, ...byKind.filter(({ line }) => needless.some((label) => isOver(label, line)))]
  const codes = await readBoxes(engine, card, {
    boxes: layout.layout.country === null ? [] : header.filter(mayBeCode).slice(0, CODES_MAXIMUM),
    known: print.known,
    glanceUnder: 0,
  })
  return { layout, lines: [...first, ...rest].sort((a, b) => a.top - b.top), told, codes }
}

function mayBeCode({ width, height }: Box): boolean {
  return width > CODE_ASPECT.from * height && width < CODE_ASPECT.to * height
}

/** Whether a zone tells of a field, or says the same of another: what it tells of is told by it or by its label. */
function isSaidByZone(
  value: string | string[] | null,
  { field, zone }: { field: LayoutField; zone: MrzFields },
): boolean {
  const isToldOf = field.name !== null && zone[field.name as keyof MrzFields] != null
  return isToldOf || value === zone.birthDate || value === zone.expiryDate
}

function parted<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))]
}

function sidesOf({ x, y, width, height }: Box): Pick<TextLine, 'left' | 'top' | 'right' | 'bottom'> {
  return { left: x, top: y, right: x + width, bottom: y + height }
}
