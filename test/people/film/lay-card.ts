import type { Image } from '../../../domain/image.ts'
import type { LightFrame } from './light-frame.ts'
import type { PlacedCard } from './place-card.ts'

/** Samples along a pixel's side: the card has about 1.5 of its own pixels for one of the frame. */
const SAMPLES_PER_SIDE = 2
/** Radius of a card's rounded corners over its width (ISO/IEC 7810: 3.18 of 85.6 mm). */
const CORNER_SHARE = 0.037

/** Lays a card over a frame so that its corners stand where they were placed. */
export function layCard(frame: LightFrame, card: Image, corners: PlacedCard): void {
  const toCard = invert(squareToQuad(corners))
  const box = boundsOf(corners, frame)
  for (let y = box.top; y <= box.bottom; y++) {
    for (let x = box.left; x <= box.right; x++) blendPixel({ frame, card, toCard }, x, y)
  }
}

function blendPixel(
  { frame, card, toCard }: { frame: LightFrame; card: Image; toCard: Matrix },
  x: number,
  y: number,
): void {
  const sum = [0, 0, 0]
  let covered = 0
  for (let j = 0; j < SAMPLES_PER_SIDE; j++) {
    for (let i = 0; i < SAMPLES_PER_SIDE; i++) {
      const [u, v] = apply(toCard, x + (i + 0.5) / SAMPLES_PER_SIDE, y + (j + 0.5) / SAMPLES_PER_SIDE)
      if (!isOnCard(u, v, card.height / card.width)) continue
      covered++
      addSample(sum, card, { x: u * card.width - 0.5, y: v * card.height - 0.5 })
    }
  }
  if (covered === 0) return
  const samples = SAMPLES_PER_SIDE ** 2
  const at = (y * frame.width + x) * 3
  for (let channel = 0; channel < 3; channel++) {
    frame.data[at + channel] = (sum[channel] / 255 + frame.data[at + channel] * (samples - covered)) / samples
  }
}

function isOnCard(u: number, v: number, aspect: number): boolean {
  if (u < 0 || v < 0 || u > 1 || v > 1) return false
  const x = Math.max(0, CORNER_SHARE - Math.min(u, 1 - u))
  const y = Math.max(0, CORNER_SHARE - Math.min(v, 1 - v) * aspect)
  return Math.hypot(x, y) <= CORNER_SHARE
}

function addSample(sum: number[], { data, width, height }: Image, at: { x: number; y: number }): void {
  const left = Math.min(width - 2, Math.max(0, Math.floor(at.x)))
  const top = Math.min(height - 2, Math.max(0, Math.floor(at.y)))
  const across = Math.min(1, Math.max(0, at.x - left))
  const down = Math.min(1, Math.max(0, at.y - top))
  const first = (top * width + left) * 3
  const below = first + width * 3
  for (let channel = 0; channel < 3; channel++) {
    const upper = data[first + channel] * (1 - across) + data[first + 3 + channel] * across
    const lower = data[below + channel] * (1 - across) + data[below + 3 + channel] * across
    sum[channel] += upper * (1 - down) + lower * down
  }
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

function apply(m: Matrix, x: number, y: number): [number, number] {
  const w = m[6] * x + m[7] * y + m[8]
  return [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w]
}
