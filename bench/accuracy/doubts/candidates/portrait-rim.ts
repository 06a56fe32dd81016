import type { Box, Image } from '../../../../domain/image.ts'

/** How far around its box a portrait's rim is looked for, and how far apart the two sides of a step are, share of its width. */
const REACH = 0.3
const APART = 0.012
/** Side of the squares that noise is measured in, px, and the share of the calmest that counts. */
const SQUARE = 8
const CALM = 0.2
/** Width of the band around the portrait that it is compared with, share of its width. */
const BAND = 0.12

/** What may tell a portrait that was laid over a card. */
export interface PortraitRim {
  /** Weakest of the strongest straight steps left, right and above, levels. */
  step: number
  /** Share of that side's length along which the step is there. */
  unbroken: number
  /** Noise inside over outside, logarithm without sign. */
  noise: number
  /** Tint of the lightest inside against outside, logarithms. */
  tint: number
}

/** Measures the rim of a portrait, given head and shoulders; null where the card ends too near. */
export function portraitRim(card: Image, box: Box): PortraitRim | null {
  const reach = box.width * REACH
  if (box.x < 2 || box.y < 2 || box.x + box.width > card.width - 2 || box.y + box.height > card.height - 2)
    return null
  const apart = Math.max(2, Math.round(box.width * APART))
  const light = (x: number, y: number) => {
    const at = (clamp(y, card.height) * card.width + clamp(x, card.width)) * 3
    return (card.data[at] + card.data[at + 1] + card.data[at + 2]) / 3
  }
  const upright = (x: number) =>
    stepAlong(box.y, box.y + box.height, (y) => light(x + apart, y) - light(x - apart, y))
  const lying = (y: number) =>
    stepAlong(box.x, box.x + box.width, (x) => light(x, y + apart) - light(x, y - apart))
  const sides = [
    strongest(box.x - reach, box.x + reach / 2, upright),
    strongest(box.x + box.width - reach / 2, box.x + box.width + reach, upright),
    strongest(box.y - reach, box.y + reach / 2, lying),
  ]
  const weakest = sides.reduce((a, b) => (a.step < b.step ? a : b))
  const band = box.width * BAND
  const inside = areaOf(card, box)
  const right = { x: sides[1].at + apart, y: box.y, width: 2 * band, height: box.height }
  const above = { x: box.x, y: sides[2].at - apart - band, width: box.width, height: band }
  const outside = [...areaOf(card, right), ...areaOf(card, above)]
  if (outside.length === 0 || inside.length === 0) return null
  return {
    step: weakest.step,
    unbroken: weakest.unbroken,
    noise: Math.abs(Math.log((noiseOf(inside) + 0.3) / (noiseOf(outside) + 0.3))),
    tint: tintApart(inside, outside),
  }
}

interface Step {
  step: number
  unbroken: number
}

function strongest(from: number, to: number, stepAt: (at: number) => Step): Step & { at: number } {
  let best = { step: 0, unbroken: 0, at: from }
  for (let at = Math.round(from); at <= to; at++) {
    const found = stepAt(at)
    if (found.step > best.step) best = { ...found, at }
  }
  return best
}

/** The mean step along a line, and how much of it steps the same way by a third of that or more. */
function stepAlong(from: number, to: number, stepAt: (at: number) => number): Step {
  const steps: number[] = []
  for (let at = Math.round(from); at < to; at += 2) steps.push(stepAt(at))
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  const along = steps.filter((step) => step * Math.sign(mean) > Math.abs(mean) / 3).length
  return { step: Math.abs(mean), unbroken: along / steps.length }
}

/** A small square of a card. */
interface Square {
  noise: number
  light: number
  red: number
  blue: number
}

function areaOf(card: Image, { x, y, width, height }: Box): Square[] {
  const squares: Square[] = []
  for (
    let top = Math.max(0, Math.round(y));
    top + SQUARE < Math.min(card.height, y + height);
    top += SQUARE
  ) {
    for (
      let left = Math.max(0, Math.round(x));
      left + SQUARE < Math.min(card.width, x + width);
      left += SQUARE
    ) {
      squares.push(squareAt(card, left, top))
    }
  }
  return squares
}

function squareAt({ data, width }: Image, left: number, top: number): Square {
  const [sums, noise] = [[0, 0, 0], [] as number[]]
  for (let y = top; y < top + SQUARE; y++) {
    for (let x = left; x < left + SQUARE; x++) {
      const at = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel++) sums[channel] += data[at + channel]
      if (x === left || y === top) continue
      const [before, over, both] = [at - 3, at - width * 3, at - width * 3 - 3]
      noise.push(Math.abs(data[at + 1] - data[before + 1] - data[over + 1] + data[both + 1]))
    }
  }
  const [red, green, blue] = sums.map((sum) => sum / SQUARE ** 2 + 8)
  const mean = noise.reduce((sum, step) => sum + step, 0) / noise.length
  return { noise: mean, light: green, red: Math.log(red / green), blue: Math.log(blue / green) }
}

/** Of the calmest squares: what moves there is no picture. */
function noiseOf(squares: readonly Square[]): number {
  const sorted = squares.map(({ noise }) => noise).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * CALM)]
}

function tintApart(inside: readonly Square[], outside: readonly Square[]): number {
  const lightest = (squares: readonly Square[]) => {
    const best = squares.toSorted((a, b) => b.light - a.light).slice(0, Math.ceil(squares.length * CALM))
    const mean = (of: (one: Square) => number) => best.reduce((sum, one) => sum + of(one), 0) / best.length
    return { red: mean((one) => one.red), blue: mean((one) => one.blue) }
  }
  const [a, b] = [lightest(inside), lightest(outside)]
  return Math.hypot(a.red - b.red, a.blue - b.blue)
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, Math.round(at)))
}
