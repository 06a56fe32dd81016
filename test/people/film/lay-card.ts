import type { Image, Point } from '../../../domain/image.ts'
import { clamp } from '../curve.ts'
import type { LightFrame } from './light-frame.ts'
import type { PlacedCard } from './place-card.ts'

/** Samples along a pixel's side: the card has about 1.5 of its own pixels for one of the frame. */
const SAMPLES_PER_SIDE = 2
const SAMPLES = SAMPLES_PER_SIDE ** 2

/** A card to lay: its picture and the radius of its corners over its width. */
export interface Card {
  image: Image
  cornerShare: number
  /** How far along both its sides the lower left corner is cut off, over the width; whole when left out. */
  cutShare?: number
}

/** Lays a card over a frame so that its corners stand where they were placed. */
export function layCard(frame: LightFrame, card: Card, corners: PlacedCard): void {
  const toCard = invert(squareToQuad(corners))
  const box = boundsOf(corners, frame)
  const mean: Sample = { red: 0, green: 0, blue: 0, cover: 0 }
  for (let y = box.top; y <= box.bottom; y++) {
    for (let x = box.left; x <= box.right; x++) {
      gatherSamples(mean, { card, toCard }, { x, y })
      if (mean.cover > 0) blend(frame, (y * frame.width + x) * 3, mean)
    }
  }
}

/** Light of the card at a pixel, summed over the samples that fall on the card. */
interface Sample {
  red: number
  green: number
  blue: number
  cover: number
}

function gatherSamples(sum: Sample, { card, toCard }: { card: Card; toCard: Matrix }, pixel: Point): void {
  const { image, cornerShare, cutShare = 0 } = card
  const aspect = image.height / image.width
  sum.red = sum.green = sum.blue = sum.cover = 0
  for (let sample = 0; sample < SAMPLES; sample++) {
    const x = pixel.x + ((sample % SAMPLES_PER_SIDE) + 0.5) / SAMPLES_PER_SIDE
    const y = pixel.y + (Math.floor(sample / SAMPLES_PER_SIDE) + 0.5) / SAMPLES_PER_SIDE
    const w = toCard[6] * x + toCard[7] * y + toCard[8]
    const u = (toCard[0] * x + toCard[1] * y + toCard[2]) / w
    const v = (toCard[3] * x + toCard[4] * y + toCard[5]) / w
    if (isOnCard(u, v * aspect, { aspect, cornerShare, cutShare })) addSample(sum, image, { x: u, y: v })
  }
}

/** `x` and `y` in widths of the card. */
function isOnCard(
  x: number,
  y: number,
  card: { aspect: number; cornerShare: number; cutShare: number },
): boolean {
  if (x < 0 || y < 0 || x > 1 || y > card.aspect) return false
  if (x + card.aspect - y < card.cutShare) return false
  const inX = card.cornerShare - Math.min(x, 1 - x)
  const inY = card.cornerShare - Math.min(y, card.aspect - y)
  return inX <= 0 || inY <= 0 || inX * inX + inY * inY <= card.cornerShare ** 2
}

function addSample(sum: Sample, { data, width, height }: Image, at: Point): void {
  const column = clamp(at.x * width - 0.5, 0, width - 1.001)
  const row = clamp(at.y * height - 0.5, 0, height - 1.001)
  const left = Math.floor(column)
  const top = Math.floor(row)
  const right = column - left
  const lower = row - top
  const first = (top * width + left) * 3
  const below = first + width * 3
  const a = (1 - right) * (1 - lower)
  const b = right * (1 - lower)
  const c = (1 - right) * lower
  const d = right * lower
  sum.red += a * data[first] + b * data[first + 3] + c * data[below] + d * data[below + 3]
  sum.green += a * data[first + 1] + b * data[first + 4] + c * data[below + 1] + d * data[below + 4]
  sum.blue += a * data[first + 2] + b * data[first + 5] + c * data[below + 2] + d * data[below + 5]
  sum.cover += 1
}

function blend(frame: LightFrame, at: number, { red, green, blue, cover }: Sample): void {
  const uncovered = SAMPLES - cover
  frame.data[at] = (red / 255 + frame.data[at] * uncovered) / SAMPLES
  frame.data[at + 1] = (green / 255 + frame.data[at + 1] * uncovered) / SAMPLES
  frame.data[at + 2] = (blue / 255 + frame.data[at + 2] * uncovered) / SAMPLES
}

function boundsOf(corners: PlacedCard, { width, height }: LightFrame) {
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  return {
    left: Math.max(0, Math.floor(Math.min(...xs))),
    right: Math.min(width - 1, Math.ceil(Math.max(...xs))),
    top: Math.max(0, Math.floor(Math.min(...ys))),
    bottom: Math.min(height - 1, Math.ceil(Math.max(...ys))),
  }
}

type Matrix = [number, number, number, number, number, number, number, number, number]

/** The projection of the unit square onto four corners (Heckbert 1989, "Fundamentals of texture mapping", §2.2.3). */
function squareToQuad([a, b, c, d]: PlacedCard): Matrix {
  const sx = a.x - b.x + c.x - d.x
  const sy = a.y - b.y + c.y - d.y
  const [dx1, dx2] = [b.x - c.x, d.x - c.x]
  const [dy1, dy2] = [b.y - c.y, d.y - c.y]
  const area = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / area
  const h = (dx1 * sy - sx * dy1) / area
  return [
    b.x - a.x + g * b.x,
    d.x - a.x + h * d.x,
    a.x,
    b.y - a.y + g * b.y,
    d.y - a.y + h * d.y,
    a.y,
    g,
    h,
    1,
  ]
}

/** The inverse up to a factor, which a projection does not feel: the adjugate. */
function invert([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}
