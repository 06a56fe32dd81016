import type { Box, Image } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import { lumaPlane } from '../../image/luma-plane.ts'
import { resizeImage } from '../../image/resize-image.ts'
import { cutLine } from '../../mrz/lines/cut-line.ts'
import { decodeText } from '../../text/decode-text.ts'
import { recognizeLine } from '../../text/recognize-line.ts'
import type { TextBox } from '../../text/text-box.ts'
import { boxQuad } from '../card/box-quad.ts'
import { extendBox } from './_extend-box.ts'
import { lettersOf } from './find-label.ts'
import type { TextLine } from './text-line.ts'

/** Lines read at most: a data page has thirty. */
const MAX_LINES = 40
/** Print on a card lies along it; what leans more is a mark over it, radians. */
const MAX_LEAN = 0.12
/** Lines of fields are between these high, shares of the card's height. */
const LINE_HEIGHTS = { from: 0.018, to: 0.13 }
/** Of two boxes of a row that overlap by more than this share of the smaller only the larger is kept. */
const MAX_OVERLAP = 0.6
/** Height of a line for the recogniser, px; widths are whole pixels. */
const LINE_CUT = { height: 48, step: 1 }

/** The boxes of print above a height of a card, upright, from top to bottom, of the runs of text found on it. */
export function linesOfPrint(card: Image, found: readonly TextBox[], above: number): Box[] {
  const plane = lumaPlane(card)
  const boxes = found
    .filter((box) => isLine(box, card) && box.center.y < above)
    .map((box) => extendBox(plane, boxOf(box)))
    .sort((a, b) => b.width * b.height - a.width * a.height)
  const kept: Box[] = []
  for (const box of boxes) if (!kept.some((other) => overlap(box, other) > MAX_OVERLAP)) kept.push(box)
  return kept.sort((a, b) => a.y + a.height / 2 - b.y - b.height / 2).slice(0, MAX_LINES)
}

function isLine({ angle, height }: TextBox, card: Image): boolean {
  const share = height / card.height
  return Math.abs(angle) < MAX_LEAN && share > LINE_HEIGHTS.from && share < LINE_HEIGHTS.to
}

function boxOf({ center, width, height }: TextBox): Box {
  return { x: center.x - width / 2, y: center.y - height / 2, width, height }
}

/** What two boxes share, of the smaller. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  if (width <= 0 || height <= 0) return 0
  return (width * height) / Math.min(a.width * a.height, b.width * b.height)
}

/** Share of its width at which a line is glanced at: with less, labels are taken for values and must be read again. */
const GLANCE = 0.8
/** Lines shorter than this gain nothing by a glance, heights. */
const GLANCE_FROM = 5

/** How well a line is read: labels need no more than a glance. */
export type ReadingCare = 'glance' | 'full'

/** Reads the print in a box on the card. 0.01-0.1 s, by its length. */
export async function readLine(
  engine: Engine,
  card: Image,
  { box, care }: { box: Box; care: ReadingCare },
): Promise<TextLine> {
  const { x, y, width, height } = box
  const cut = cutLine(card, boxQuad(box), LINE_CUT)
  const isGlance = care === 'glance' && width > GLANCE_FROM * height
  const line = isGlance ? resizeImage(cut, { ...cut, width: Math.round(cut.width * GLANCE) }) : cut
  const reading = decodeText(await recognizeLine(engine, line), engine.dictionary)
  return { ...reading, left: x, top: y, right: x + width, bottom: y + height, isGlance }
}

/** What is to be read, and how: lines under a height at a glance, very long ones that begin so by their beginning alone. */
export interface BoxesToRead {
  boxes: readonly Box[]
  known: ReadonlyMap<Box, TextLine>
  glanceUnder: number
  beginnings?: readonly string[]
}

/** Reads the print in boxes that were not read before; without those that have none, from the top. */
export async function readBoxes(
  engine: Engine,
  card: Image,
  { boxes, known, glanceUnder, beginnings = [] }: BoxesToRead,
): Promise<TextLine[]> {
  const lines: TextLine[] = []
  for (const box of boxes) {
    const care = box.height < glanceUnder ? 'glance' : 'full'
    lines.push(
      known.get(box) ??
        (await readBeginning(engine, card, { box, beginnings })) ??
        (await readLine(engine, card, { box, care })),
    )
  }
  return lines.filter(({ text }) => text !== '').sort((a, b) => a.top - b.top)
}

/** Lines of OCR-B across a card are longer than this, heights: print of other kinds is not. */
const VERY_LONG = 20
/** Share of such a line that is read for its beginning: seven of thirty characters. */
const BEGINNING = 0.25

/** The beginning of a very long line in the place of the whole, where it is one of those given; else null. */
async function readBeginning(
  engine: Engine,
  card: Image,
  { box, beginnings }: { box: Box; beginnings: readonly string[] },
): Promise<TextLine | null> {
  if (beginnings.length === 0 || box.width < VERY_LONG * box.height) return null
  const begun = await readLine(engine, card, { box: { ...box, width: box.width * BEGINNING }, care: 'full' })
  const { letters } = lettersOf(begun.text)
  if (!beginnings.some((beginning) => letters.startsWith(beginning))) return null
  const positions = begun.positions.map((at) => at * BEGINNING)
  return { ...begun, positions, right: box.x + box.width }
}
