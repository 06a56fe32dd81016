import type { InkPart } from './_line-ink.ts'

/** A mark over a letter, as the combining character of Unicode. */
export type Mark = '\u0300' | '\u0301' | '\u0302' | '\u0303' | '\u0308' | '\u030A' | '\u030C'

const GRAVE: Mark = '\u0300'
const ACUTE: Mark = '\u0301'
const CIRCUMFLEX: Mark = '\u0302'
const TILDE: Mark = '\u0303'
const DIAERESIS: Mark = '\u0308'
const RING: Mark = '\u030A'
const CARON: Mark = '\u030C'

/** Two dots are at most this much unlike in height. */
const MAX_UNLIKE = 1.7
/** A stroke leans when places along and across it go together this closely. */
const MIN_LEAN = 0.55
/** A roof is higher, and a caron lower, in its middle than at its ends by this share of its height. */
const MIN_BEND = 0.14
/** A tilde is at least this many times as wide as high. */
const TILDE_SHAPE = 1.9
/** A ring is about as wide as high. */
const RING_SHAPE = { from: 0.75, to: 1.35 }

/**
 * Which mark parts of ink over a letter (a capital, without a mark) are, in a picture `width` px wide; null when they
 * look like none that the letter has.
 */
export function nameMark(
  parts: readonly InkPart[],
  { letter, width }: { letter: string; width: number },
): Mark | null {
  const [first, second] = parts
  const mark =
    parts.length === 2
      ? areDots(first, second) && DIAERESIS
      : parts.length === 1 && nameStroke(first, { letter, width })
  return mark && (letter + mark).normalize('NFC').length === 1 ? mark : null
}

function nameStroke(part: InkPart, { letter, width }: { letter: string; width: number }): Mark | null {
  const shape = (part.right - part.left) / (part.bottom - part.top)
  const { lean, bend } = measure(part, width)
  // Of Western names' marks an N has the tilde alone, which blurs to a bar.
  if (letter === 'N') return shape < TILDE_SHAPE && lean < -MIN_LEAN ? ACUTE : TILDE
  if (isRing(part, { shape, lean, width })) return RING
  if (Math.abs(lean) >= MIN_LEAN) return lean > 0 ? GRAVE : ACUTE
  if (bend >= MIN_BEND) return CIRCUMFLEX
  if (bend <= -MIN_BEND) return CARON
  return shape >= TILDE_SHAPE ? TILDE : null
}

function areDots(a: InkPart, b: InkPart): boolean {
  const [first, second] = [a.bottom - a.top, b.bottom - b.top]
  const isApart = a.right <= b.left || b.right <= a.left
  const isLevel = Math.abs(a.top + a.bottom - b.top - b.bottom) / 2 < Math.max(first, second) / 2
  return isApart && isLevel && Math.max(first, second) <= MAX_UNLIKE * Math.min(first, second)
}

/** How closely a part's rows go with its columns, -1 to 1, and how much higher its middle third is, share of its height. */
function measure(part: InkPart, width: number): { lean: number; bend: number } {
  const count = part.pixels.length
  const points = Array.from(part.pixels, (pixel) => ({ x: pixel % width, y: Math.floor(pixel / width) }))
  const middle = { x: sum(points, ({ x }) => x) / count, y: sum(points, ({ y }) => y) / count }
  const across = sum(points, ({ x }) => (x - middle.x) ** 2)
  const down = sum(points, ({ y }) => (y - middle.y) ** 2)
  const both = sum(points, ({ x, y }) => (x - middle.x) * (y - middle.y))
  const third = (part.right - part.left) / 3
  const inner = points.filter(({ x }) => x >= part.left + third && x < part.right - third)
  const outer = points.filter(({ x }) => x < part.left + third || x >= part.right - third)
  const mean = (of: typeof points) => (of.length === 0 ? middle.y : sum(of, ({ y }) => y) / of.length)
  return {
    lean: both / Math.sqrt(Math.max(1, across * down)),
    bend: (mean(outer) - mean(inner)) / (part.bottom - part.top),
  }
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0)
}

/** Whether a part is about round with a hole in its middle, or full. */
function isRing(
  part: InkPart,
  { shape, lean, width }: { shape: number; lean: number; width: number },
): boolean {
  if (shape < RING_SHAPE.from || shape > RING_SHAPE.to || Math.abs(lean) >= MIN_LEAN / 2) return false
  const corners = part.pixels.filter((pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    const [u, v] = [
      (x + 0.5 - part.left) / (part.right - part.left),
      (y + 0.5 - part.top) / (part.bottom - part.top),
    ]
    return Math.abs(u - 0.5) > 0.38 && Math.abs(v - 0.5) > 0.38
  })
  return corners.length / part.pixels.length < 0.03
}
