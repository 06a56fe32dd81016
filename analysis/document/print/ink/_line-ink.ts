import type { Image } from '../../../../domain/image.ts'
import { cropImage } from '../../../image/crop-image.ts'
import { lumaPlane } from '../../../image/luma-plane.ts'
import type { Plane } from '../../../image/plane.ts'
import { resizePlane } from '../../../image/resize-plane.ts'
import type { TextLine } from '../text-line.ts'

/** Height that a line is looked at, px: its letters are then about 45 px high, their marks 10. */
const LINE_HEIGHT = 64
/** Room above a line for marks that the detector's box cuts off, and below for cedillas, line heights. */
const ROOM = { above: 0.4, below: 0.25 }
/**
 * Ink is darker than these shares of the way from the line's darkest to its ground. What a blur has run together is apart
 * where only the darkest counts; what is thin is there only where more does.
 */
const INK_SHARES = [0.5, 0.38, 0.28]
/** Lines of less contrast are not looked at, levels 0-255. */
const MIN_CONTRAST = 50
/** Longest line looked at, px: a bound on time and memory. */
const MAX_WIDTH = 3200
/** Parts of less ink are noise, px. */
const MIN_INK = 12

/** Ink that hangs together; the right and the lower end are the first without. */
export interface InkPart {
  left: number
  top: number
  right: number
  bottom: number
  /** Its pixels, y times the width of the line's picture plus x. */
  pixels: Int32Array
}

/** Levels between these shares of the way from the darkest to the ground are the rims of print. */
const RIM = { from: 0.25, to: 0.75 }

/** The ink of one line of print, enlarged; what is told in px is of the enlarged picture. */
export interface LineInk {
  width: number
  height: number
  parts: InkPart[]
  /** Where each character of the line stands. */
  xs: number[]
  /** The box of the line without the room around it. */
  box: { top: number; bottom: number }
  /** How much rim there is to the print, areas: 0.3-0.5 where it is sharp, 0.75 and more where marks run into letters. */
  softness: number
}

/**
 * Cuts the print of a line out of its card, and gives it parted from its ground, generously first, then ever more strictly,
 * each time when it is asked for; nothing where it stands out too little.
 */
export function* lineInks(card: Image, line: TextLine): Generator<LineInk> {
  const height = line.bottom - line.top
  const scale = LINE_HEIGHT / height
  const width = Math.round((line.right - line.left) * scale)
  if (width < 1 || width > MAX_WIDTH || line.positions.length !== line.text.length) return
  const top = Math.max(0, line.top - ROOM.above * height)
  const bottom = Math.min(card.height, line.bottom + ROOM.below * height)
  const left = Math.max(0, line.left)
  const cut = cropImage(card, { x: left, y: top, width: line.right - left, height: bottom - top })
  const plane = resizePlane(lumaPlane(cut), {
    width,
    height: Math.max(1, Math.round((bottom - top) * scale)),
  })
  const box = { top: Math.round((line.top - top) * scale), bottom: Math.round((line.bottom - top) * scale) }
  const levels = levelsOf(plane, box)
  if (levels.ground - levels.dark < MIN_CONTRAST) return
  const xs = line.positions.map((share) => share * width)
  const softness = softnessOf(levels)
  for (const share of INK_SHARES) {
    const limit = levels.dark + (levels.ground - levels.dark) * share
    yield { width, height: plane.height, parts: partsOf(plane, limit), xs, box, softness }
  }
}

/** The levels of a line in their order, and those of its darkest print and of its ground. */
interface Levels {
  all: Uint8Array
  dark: number
  ground: number
}

function softnessOf({ all, dark, ground }: Levels): number {
  const below = (share: number) => all.findLastIndex((level) => level < dark + (ground - dark) * share) + 1
  return (below(RIM.to) - below(RIM.from)) / Math.max(1, below(INK_SHARES[0]))
}

function levelsOf(plane: Plane, { top, bottom }: LineInk['box']): Levels {
  const levels = new Uint8Array(plane.data.length)
  let count = 0
  for (let y = Math.max(0, top); y < Math.min(plane.height, bottom); y += 2) {
    for (let x = 0; x < plane.width; x += 2) levels[count++] = plane.data[y * plane.width + x]
  }
  const sorted = levels.subarray(0, count).sort()
  const dark = sorted[Math.floor(count * 0.05)] ?? 0
  const ground = sorted[Math.floor(count * 0.8)] ?? 0
  return { all: sorted, dark, ground }
}

/** What is ink, with a border of none around it, so that every pixel has neighbours; and places still to be looked at. */
interface InkMask {
  isInk: Uint8Array
  stride: number
  queue: Int32Array
}

/** The connected parts of what is darker, neighbours by their sides and corners. */
function partsOf({ data, width, height }: Plane, limit: number): InkPart[] {
  const stride = width + 2
  const isInk = new Uint8Array(stride * (height + 2))
  for (let y = 0, from = 0, to = stride + 1; y < height; y++, to += 2) {
    for (let x = 0; x < width; x++) isInk[to++] = data[from++] < limit ? 1 : 0
  }
  const mask = { isInk, stride, queue: new Int32Array(width * height) }
  const parts: InkPart[] = []
  for (let start = isInk.indexOf(1); start >= 0; start = isInk.indexOf(1, start + 1)) {
    const part = takePart(mask, start)
    if (part) parts.push(part)
  }
  return parts
}

/** The part that a place belongs to, null for noise; its ink is taken away. */
function takePart({ isInk, stride, queue }: InkMask, start: number): InkPart | null {
  const part = { left: stride, top: isInk.length, right: 0, bottom: 0 }
  const take = (place: number, count: number): number => {
    if (isInk[place] === 0) return count
    isInk[place] = 0
    queue[count] = place
    return count + 1
  }
  let count = take(start, 0)
  for (let next = 0; next < count; next++) {
    const place = queue[next]
    const x = (place % stride) - 1
    const y = (place - x - 1) / stride - 1
    if (x < part.left) part.left = x
    if (x >= part.right) part.right = x + 1
    if (y < part.top) part.top = y
    if (y >= part.bottom) part.bottom = y + 1
    for (let beside = place - stride - 1; beside <= place + stride - 1; beside += stride) {
      count = take(beside + 2, take(beside + 1, take(beside, count)))
    }
  }
  if (count < MIN_INK) return null
  return { ...part, pixels: withoutBorder(queue.slice(0, count), stride) }
}

/** Places in the picture that its border was around: each row is two shorter. */
function withoutBorder(places: Int32Array, stride: number): Int32Array {
  return places.map((place) => place - stride - 1 - 2 * (Math.floor(place / stride) - 1))
}
