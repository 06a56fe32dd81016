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

const NEIGHBOURS = [
  [-1, -1],
  [0, -1],
  [1, -1],
  [-1, 0],
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
] as const

/** Ink that hangs together; the right and the lower end are the first without. */
export interface InkPart {
  left: number
  top: number
  right: number
  bottom: number
  /** Its pixels, y times the width of the line's picture plus x. */
  pixels: number[]
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
 * Cuts the print of a line out of its card and parts it from its ground, generously first, then ever more strictly;
 * nothing where it stands out too little.
 */
export function lineInks(card: Image, line: TextLine): LineInk[] {
  const height = line.bottom - line.top
  const scale = LINE_HEIGHT / height
  const width = Math.round((line.right - line.left) * scale)
  if (width < 1 || width > MAX_WIDTH || line.positions.length !== line.text.length) return []
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
  if (levels.ground - levels.dark < MIN_CONTRAST) return []
  const xs = line.positions.map((share) => share * width)
  const softness = softnessOf(levels)
  return INK_SHARES.map((share) => {
    const limit = levels.dark + (levels.ground - levels.dark) * share
    return { width, height: plane.height, parts: partsOf(plane, limit), xs, box, softness }
  })
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

/** The connected parts of what is darker, neighbours by their sides and corners. */
function partsOf(plane: Plane, limit: number): InkPart[] {
  const isInk = new Uint8Array(plane.data.length)
  for (let i = 0; i < isInk.length; i++) isInk[i] = plane.data[i] < limit ? 1 : 0
  const parts: InkPart[] = []
  for (let start = 0; start < isInk.length; start++) {
    if (isInk[start] === 0) continue
    const part = takePart(isInk, start, plane)
    if (part.pixels.length >= MIN_INK) parts.push(part)
  }
  return parts
}

/** The part that a pixel belongs to; its ink is taken away. */
function takePart(isInk: Uint8Array, start: number, { width, height }: Plane): InkPart {
  const pixels = [start]
  const part = { left: width, top: height, right: 0, bottom: 0, pixels }
  isInk[start] = 0
  for (let next = 0; next < pixels.length; next++) {
    const x = pixels[next] % width
    const y = (pixels[next] - x) / width
    part.left = Math.min(part.left, x)
    part.right = Math.max(part.right, x + 1)
    part.top = Math.min(part.top, y)
    part.bottom = Math.max(part.bottom, y + 1)
    for (const [across, down] of NEIGHBOURS) {
      const neighbour = (y + down) * width + x + across
      const isOutside = x + across < 0 || x + across >= width || y + down < 0 || y + down >= height
      if (isOutside || isInk[neighbour] === 0) continue
      isInk[neighbour] = 0
      pixels.push(neighbour)
    }
  }
  return part
}
