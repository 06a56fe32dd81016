import type { Image, Quad } from '../../../domain/image.ts'
import { cardAndAround } from './_card-and-around.ts'
import type { AroundCard } from './_sample-around.ts'

/** Cells off the rim on either side between which it must not show: rims are found to about a cell. */
const RIM_CELLS = 3
/** Light on skin falls off evenly: most that neighbouring cells differ by, share of their light. */
const MAX_STEP = 0.09
/** Most that the colour of a hand's cells differs from that where it crosses the rim, logarithm of a factor. */
const MAX_COLOUR = 0.16
/** Red over green, and green over blue, of skin of any tone under indoor light, logarithms. */
const SKIN = { redGreen: [0.12, 0.85], greenBlue: [-0.04, 0.75] } as const
/** Least light that colour is told by, levels. */
const MIN_LIGHT = 18
/** Size of a nail and the fold at its root, cells of 1/200 of the card's width. */
const MAX_HOLE_CELLS = 900
/** More of the card than this in skin's colour is the card's own colour, or a rim that is not where it was found. */
const MAX_SHARE = 0.6

/** The part of a card that a hand lies on, in shares of it. */
export interface ReachingHand {
  /** Share of the card's area. */
  share: number
  /** Whether the hand lies on a place of the card, 0-1 each way. */
  covers(x: number, y: number): boolean
}

/**
 * The part of the card that skin lies on: what has the colour of skin, is as smooth, and runs over the rim from outside
 * without a line there. Null where there is none, or where all has that colour. About 10 ms.
 */
export function reachingHand(frame: Image, quad: Quad): ReachingHand | null {
  const around = cardAndAround(frame, quad)
  const looks = coloursOf(around)
  const hand = new Uint8Array(around.width * around.height)
  const crossings = crossingsOf(around).filter((crossing) => isSkinAcross(around, looks, crossing))
  if (crossings.length === 0) return null
  for (const crossing of crossings) spread(hand, { around, looks, from: crossing })
  fillHoles(hand, around)
  const { width, height, margin } = around
  const [across, down] = [width - 2 * margin, height - 2 * margin]
  let covered = 0
  for (let y = margin; y < height - margin; y++) {
    for (let x = margin; x < width - margin; x++) covered += hand[y * width + x]
  }
  const share = covered / (across * down)
  if (share === 0 || share > MAX_SHARE) return null
  const covers = (x: number, y: number) =>
    hand[
      (margin + Math.min(down - 1, Math.floor(y * down))) * width +
        margin +
        Math.min(across - 1, Math.floor(x * across))
    ] === 1
  return { share, covers }
}

/** Colour of each cell apart from its light. */
interface Looks {
  light: Float32Array
  redGreen: Float32Array
  greenBlue: Float32Array
}

function coloursOf({ data, width, height }: AroundCard): Looks {
  const count = width * height
  const looks = {
    light: new Float32Array(count),
    redGreen: new Float32Array(count),
    greenBlue: new Float32Array(count),
  }
  for (let cell = 0, i = 0; cell < count; cell++, i += 3) {
    const red = data[i] + 1
    const green = data[i + 1] + 1
    const blue = data[i + 2] + 1
    looks.light[cell] = (red + green + blue) / 3
    looks.redGreen[cell] = Math.log(red / green)
    looks.greenBlue[cell] = Math.log(green / blue)
  }
  return looks
}

/** The cells across the rim at one place of it, from outside to inside. */
type Crossing = readonly number[]

function crossingsOf({ width, height, margin }: AroundCard): Crossing[] {
  const steps = Array.from({ length: 2 * RIM_CELLS + 1 }, (_, i) => i - RIM_CELLS)
  const crossings: Crossing[] = []
  for (let y = margin; y < height - margin; y++) {
    crossings.push(steps.map((step) => y * width + margin + step))
    crossings.push(steps.map((step) => y * width + width - margin - 1 - step))
  }
  for (let x = margin; x < width - margin; x++) {
    crossings.push(steps.map((step) => (margin + step) * width + x))
    crossings.push(steps.map((step) => (height - margin - 1 - step) * width + x))
  }
  return crossings
}

/** Whether there is skin on both sides of the rim and no line between. */
function isSkinAcross({ isSeen }: AroundCard, looks: Looks, crossing: Crossing): boolean {
  return crossing.every(
    (cell, i) =>
      isSeen[cell] === 1 && isSkin(looks, cell) && (i === 0 || isAlike(looks, crossing[i - 1], cell)),
  )
}

function isSkin({ light, redGreen, greenBlue }: Looks, cell: number): boolean {
  return (
    light[cell] >= MIN_LIGHT &&
    redGreen[cell] >= SKIN.redGreen[0] &&
    redGreen[cell] <= SKIN.redGreen[1] &&
    greenBlue[cell] >= SKIN.greenBlue[0] &&
    greenBlue[cell] <= SKIN.greenBlue[1]
  )
}

function isAlike({ light }: Looks, a: number, b: number): boolean {
  return Math.abs(light[a] - light[b]) <= MAX_STEP * Math.max(light[a], light[b])
}

/** Marks what can be reached from a crossing over cells alike to their neighbours and of the colour at the crossing. */
function spread(
  hand: Uint8Array,
  { around, looks, from }: { around: AroundCard; looks: Looks; from: Crossing },
): void {
  const { width, height, isSeen } = around
  const middle = from[from.length >> 1]
  const queue = from.filter((cell) => hand[cell] === 0)
  for (const cell of queue) hand[cell] = 1
  while (queue.length > 0) {
    const cell = queue.pop() as number
    for (const next of neighboursOf(cell, width, height)) {
      if (next < 0 || hand[next] === 1 || isSeen[next] === 0) continue
      const isHand =
        isSkin(looks, next) &&
        isAlike(looks, cell, next) &&
        Math.abs(looks.redGreen[next] - looks.redGreen[middle]) < MAX_COLOUR &&
        Math.abs(looks.greenBlue[next] - looks.greenBlue[middle]) < MAX_COLOUR
      if (!isHand) continue
      hand[next] = 1
      queue.push(next)
    }
  }
}

/** A nail is an island in a finger: small patches that are no hand, with hand all around, belong to it. */
function fillHoles(hand: Uint8Array, around: AroundCard): void {
  const isVisited = hand.slice()
  for (let start = 0; start < hand.length; start++) {
    if (isVisited[start] === 1) continue
    const patch = patchFrom(start, isVisited, around)
    if (patch.length <= MAX_HOLE_CELLS) for (const cell of patch) hand[cell] = 1
  }
}

/** The cells that hang together with one and were not visited; they are after. */
function patchFrom(start: number, isVisited: Uint8Array, { width, height }: AroundCard): number[] {
  isVisited[start] = 1
  const patch = [start]
  for (let i = 0; i < patch.length; i++) {
    for (const next of neighboursOf(patch[i], width, height)) {
      if (next < 0 || isVisited[next] === 1) continue
      isVisited[next] = 1
      patch.push(next)
    }
  }
  return patch
}

/** The cells beside one, above and below; -1 for those there are none of. */
function neighboursOf(cell: number, width: number, height: number): readonly number[] {
  const x = cell % width
  return [
    x > 0 ? cell - 1 : -1,
    x < width - 1 ? cell + 1 : -1,
    cell - width,
    cell + width < width * height ? cell + width : -1,
  ]
}
