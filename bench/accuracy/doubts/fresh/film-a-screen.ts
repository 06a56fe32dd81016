import sharp from 'sharp'
import { homographyOntoQuad, mapPoint } from '../../../../analysis/image/homography.ts'
import type { Image, Quad } from '../../../../domain/image.ts'
import { type Random, seededRandom } from '../../../../test/people/random.ts'
import { inverseOf } from '../inverse-of.ts'

/** How the colours of a screen's pixel lie: side by side, the same from blue to red, or as dots of which green has twice as many. */
export type Panel = 'stripes' | 'reversed stripes' | 'dots'

/** A screen that shows a card: its panel, and how many of its pixels the card is wide. */
export interface Screen {
  panel: Panel
  pixels: number
}

const FRAME = { width: 1280, height: 720 }
/** Width of the card in the frame, px, and how it is held: most turn, degrees, and how far corners are off a rectangle. */
const CARD = { width: 880, most: 1040, turnDegrees: 6, skewPx: 34 }
/** What is around the card: the page of the screen that shows it, or a desk. */
const AROUND = { screen: [244, 244, 246], desk: [96, 88, 80] } as const
/** Samples along a side of a camera's pixel. */
const SAMPLES = 3
/** A lens with its demosaicing, px; noise of a sensor, levels; a stream's compression. */
const LENS_SIGMA = [0.5, 0.85] as const
const NOISE_LEVELS = 3
const STREAM_QUALITY = [62, 82] as const
/** Light of a white screen after exposure, levels. */
const WHITE = 232
/** Size of dots and of stripes, shares of a pixel (panels of phones under a microscope: 0.3 to 0.5 of the area is lit). */
const DOT = { green: 0.2, other: 0.27 }
const STRIPE = { width: 0.26, height: 0.86 }
/** Mean light of a panel's white pixel, by which it is exposed. */
const MEAN_LIGHT: Readonly<Record<Panel, readonly [number, number, number]>> = {
  stripes: [STRIPE.width * STRIPE.height, STRIPE.width * STRIPE.height, STRIPE.width * STRIPE.height],
  'reversed stripes': [
    STRIPE.width * STRIPE.height,
    STRIPE.width * STRIPE.height,
    STRIPE.width * STRIPE.height,
  ],
  dots: [(Math.PI * DOT.other ** 2) / 2, Math.PI * DOT.green ** 2, (Math.PI * DOT.other ** 2) / 2],
}

/**
 * A frame of a card, itself or on a screen, through a lens, a sensor and a stream. Shares no code with the screens of
 * `test/people` or with `recapture-picture`, by which the rule was set.
 */
export async function filmAScreen(
  card: Image,
  { screen, seed }: { screen: Screen | null; seed: number },
): Promise<Image> {
  const random = seededRandom(seed, 'fresh')
  const shown = screen ? await resize(card, screen.pixels) : card
  const quad = placeCard(card, random)
  const toCard = invertOnto(quad, shown)
  const seen = new Uint8Array(FRAME.width * FRAME.height * 3)
  const around = screen ? AROUND.screen : AROUND.desk
  for (let y = 0, at = 0; y < FRAME.height; y++) {
    for (let x = 0; x < FRAME.width; x++, at += 3) gather(seen, at, { x, y, toCard, shown, screen, around })
  }
  return throughCamera(seen, random)
}

function placeCard({ width, height }: Image, random: Random): Quad {
  const turn = (random.between(-CARD.turnDegrees, CARD.turnDegrees) * Math.PI) / 180
  const wide =
    random.between(CARD.width, CARD.most) * Math.min(1, (0.84 * FRAME.height * width) / height / CARD.most)
  const high = (wide * height) / width
  const corner = (across: number, down: number) => ({
    x:
      FRAME.width / 2 +
      across * wide * Math.cos(turn) -
      down * high * Math.sin(turn) +
      random.between(-0.5, 0.5) * CARD.skewPx,
    y:
      FRAME.height / 2 +
      across * wide * Math.sin(turn) +
      down * high * Math.cos(turn) +
      random.between(-0.5, 0.5) * CARD.skewPx,
  })
  return [corner(-0.5, -0.5), corner(0.5, -0.5), corner(0.5, 0.5), corner(-0.5, 0.5)]
}

/** The map from the frame into pixels of what is shown: the inverse of the one onto the quad. */
function invertOnto(quad: Quad, shown: Image): (x: number, y: number) => { x: number; y: number } {
  const map = inverseOf(homographyOntoQuad(shown, quad))
  return (x, y) => mapPoint(map, { x, y })
}

interface Gathering {
  x: number
  y: number
  toCard: (x: number, y: number) => { x: number; y: number }
  shown: Image
  screen: Screen | null
  around: readonly [number, number, number] | readonly number[]
}

/** The light that a camera's pixel gathers over its surface. */
function gather(seen: Uint8Array, at: number, { x, y, toCard, shown, screen, around }: Gathering): void {
  const sums = [0, 0, 0]
  for (let sample = 0; sample < SAMPLES ** 2; sample++) {
    const point = toCard(
      x + ((sample % SAMPLES) + 0.5) / SAMPLES,
      y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES,
    )
    const colour = colourAt(shown, point) ?? around
    for (let channel = 0; channel < 3; channel++) {
      sums[channel] += colour[channel] * (screen ? lightOf(screen.panel, point, channel) : 1)
    }
  }
  for (let channel = 0; channel < 3; channel++) {
    const mean = screen ? MEAN_LIGHT[screen.panel][channel] : 1
    seen[at + channel] = Math.min(255, ((sums[channel] / SAMPLES ** 2) * (WHITE / 255)) / mean)
  }
}

/** The colour of what is shown at a place; null beside it. */
function colourAt(
  { data, width, height }: Image,
  { x, y }: { x: number; y: number },
): ArrayLike<number> | null {
  const [column, row] = [Math.floor(x), Math.floor(y)]
  if (column < 0 || row < 0 || column >= width || row >= height) return null
  const at = (row * width + column) * 3
  return data.subarray(at, at + 3)
}

/** Whether a place of a panel, in its pixels, shines in a colour. */
function lightOf(panel: Panel, { x, y }: { x: number; y: number }, channel: number): number {
  const [across, down] = [x - Math.floor(x), y - Math.floor(y)]
  if (panel === 'dots')
    return isOnDot({ across, down, odd: (Math.floor(x) + Math.floor(y)) & 1 }, channel) ? 1 : 0
  const place = panel === 'stripes' ? channel : 2 - channel
  const isLit =
    Math.abs(across - (place + 0.5) / 3) < STRIPE.width / 2 && Math.abs(down - 0.5) < STRIPE.height / 2
  return isLit ? 1 : 0
}

/** Green dots stand in every pixel, red and blue ones by turns. */
function isOnDot(
  { across, down, odd }: { across: number; down: number; odd: number },
  channel: number,
): boolean {
  if (channel === 1) return Math.hypot(across - 0.25, down - 0.25) < DOT.green
  const isHere = (channel === 0) === (odd === 0)
  return isHere && Math.hypot(across - 0.7, down - 0.7) < DOT.other
}

async function resize(card: Image, width: number): Promise<Image> {
  const { data, info } = await sharp(card.data, {
    raw: { width: card.width, height: card.height, channels: 3 },
  })
    .resize(width)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

async function throughCamera(seen: Uint8Array, random: Random): Promise<Image> {
  const raw = { ...FRAME, channels: 3 as const }
  const soft = await sharp(seen, { raw })
    .blur(random.between(...LENS_SIGMA))
    .raw()
    .toBuffer()
  for (let i = 0; i < soft.length; i++) {
    soft[i] = Math.max(0, Math.min(255, Math.round(soft[i] + NOISE_LEVELS * random.normal())))
  }
  const stream = await sharp(soft, { raw })
    .webp({ quality: Math.round(random.between(...STREAM_QUALITY)) })
    .toBuffer()
  const decoded = await sharp(stream).removeAlpha().raw().toBuffer()
  return { data: new Uint8Array(decoded), ...FRAME }
}
