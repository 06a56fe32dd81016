import type { Box, Image, Point, Quad } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import { homographyOntoQuad, mapPoint } from '../image/homography.ts'
import { resizeImage } from '../image/resize-image.ts'
import type { Size } from '../image/size.ts'
import { warpPerspective } from '../image/warp-perspective.ts'
import { findZoneLines } from '../mrz/lines/find-zone-lines.ts'
import { detectText } from '../text/detect-text.ts'
import type { TextBox } from '../text/text-box.ts'
import { textBoxQuad } from '../text/text-box-quad.ts'
import { boxQuad } from './card/box-quad.ts'
import type { FlatCard } from './card/flat-card.ts'

/** Width at which a strip of a card is searched for text, px: lines of a zone are then about 14 px high. */
const STRIP_SEARCH_WIDTH = 640
/** Longer side at which a whole frame is searched, px: its card may fill half of it. */
const FRAME_SEARCH_SIDE = 800
/** Pixels at which a whole frame that is a strip is searched, as many as of a wide one: a zone cut out alone fills its length with small letters. */
const FRAME_SEARCH_PIXELS = 800 * 450
/** A zone fills at least this share of the card's width (0.87-0.93 by ICAO 9303-4 to -7), of a frame's less. */
const MIN_CARD_SHARE = 0.7
const MIN_FRAME_SHARE = 0.3
/** Room around the place where another frame had the zone, share of the card. */
const STRIP_ROOM = 0.06

/** Lines that may be a zone. */
export interface ZoneCandidate {
  /** Their corners in the frame, from top to bottom. */
  lines: Quad[]
  /** Where on the card they are, in shares of its width and height; null when they were found without one. */
  place: Box | null
  /** The lines in shares of the card; null when they were not found on one. */
  onCard: Quad[] | null
}

/** Looks among the text of a card; the quad is that in the frame which it was cut from. */
export function zonesOnCard({ picture, boxes }: FlatCard, card: Quad): ZoneCandidate[] {
  const onto = homographyOntoQuad(picture, card)
  return stacksAmong(boxes, MIN_CARD_SHARE * picture.width).map((lines) => ({
    lines: lines.map((line) => mapQuad(line, (corner) => mapPoint(onto, corner))),
    place: placeOf(lines.flat(), picture),
    onCard: lines.map((line) =>
      mapQuad(line, ({ x, y }) => ({ x: x / picture.width, y: y / picture.height })),
    ),
  }))
}

/** The lines where another frame had them on the card. */
export function sameOnCard(
  card: Quad,
  { onCard, place }: Pick<ZoneCandidate, 'onCard' | 'place'>,
): ZoneCandidate[] {
  if (onCard === null) return []
  const onto = homographyOntoQuad({ width: 1, height: 1 }, card)
  const lines = onCard.map((line) => mapQuad(line, (corner) => mapPoint(onto, corner)))
  return [{ lines, place, onCard }]
}

/** Searches the card only where another frame had its zone. About 0.04 s. */
export async function searchStrip(
  engine: Engine,
  frame: Image,
  { card, place }: { card: Quad; place: Box },
): Promise<ZoneCandidate[]> {
  const onto = homographyOntoQuad({ width: 1, height: 1 }, card)
  const strip = mapQuad(boxQuad(place), (corner) => mapPoint(onto, corner))
  const aspect = distance(strip[0], strip[3]) / distance(strip[0], strip[1])
  // A strip is never higher than wide; of a quad gone wrong it would be.
  const height = Math.max(1, Math.round(STRIP_SEARCH_WIDTH * Math.min(1, aspect)))
  const size = { width: STRIP_SEARCH_WIDTH, height }
  const back = homographyOntoQuad(size, strip)
  const found = await linesIn(engine, warpPerspective(frame, strip, size), MIN_CARD_SHARE)
  return found.map((lines) => ({
    lines: lines.map((line) => mapQuad(line, (corner) => mapPoint(back, corner))),
    place,
    onCard: null,
  }))
}

/** Searches the whole frame, for cards whose rim is not seen. About 0.2 s. */
export async function searchFrame(engine: Engine, frame: Image): Promise<ZoneCandidate[]> {
  const longSide = Math.max(frame.width, frame.height)
  const whole = Math.sqrt(FRAME_SEARCH_PIXELS / (frame.width * frame.height))
  const scale = Math.min(1, Math.max(FRAME_SEARCH_SIDE / longSide, whole))
  const scaled = (length: number) => Math.max(1, Math.round(length * scale))
  const size = { width: scaled(frame.width), height: scaled(frame.height) }
  const found = await linesIn(engine, resizeImage(frame, size), MIN_FRAME_SHARE)
  const grown = ({ x, y }: Point): Point => ({ x: x / scale, y: y / scale })
  return found.map((lines) => ({
    lines: lines.map((line) => mapQuad(line, grown)),
    place: null,
    onCard: null,
  }))
}

/** Stacks of lines that fill at least a share of a picture's longer side. */
async function linesIn(engine: Engine, picture: Image, share: number): Promise<Quad[][]> {
  const longSide = Math.max(picture.width, picture.height)
  return stacksAmong(await detectText(engine, picture, longSide), share * longSide)
}

function stacksAmong(boxes: readonly TextBox[], minWidth: number): Quad[][] {
  return findZoneLines(boxes)
    .filter(([line]) => line.width >= minWidth)
    .map((lines) => lines.map(textBoxQuad))
}

/** The strip of a picture that some points in it span, with room around them, in shares of the picture. */
function placeOf(points: readonly Point[], { height }: Pick<Size, 'height'>): Box {
  const top = Math.min(...points.map(({ y }) => y)) / height - STRIP_ROOM
  const bottom = Math.max(...points.map(({ y }) => y)) / height + STRIP_ROOM
  return { x: -STRIP_ROOM / 2, y: top, width: 1 + STRIP_ROOM, height: bottom - top }
}

function mapQuad([a, b, c, d]: Quad, map: (corner: Point) => Point): Quad {
  return [map(a), map(b), map(c), map(d)]
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
