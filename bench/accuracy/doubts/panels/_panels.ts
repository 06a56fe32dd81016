/** How the colours of a screen's pixels lie, by what one sees of real panels under a microscope. */
export type PanelName = 'leaning' | 'sideways' | 'diamonds' | 'delta'

/** Whether a place of a panel, measured in its pixels, shines in a colour (0 red, 1 green, 2 blue): 1 or 0. */
export type Lit = (x: number, y: number, channel: number) => number

/** Steps along two pixels at which the mean light of a panel is taken. */
const MEAN_STEPS = 64
/** Dark rims between strips and between rows, the matrix that hides a liquid crystal's wiring: shares of a strip and of a pixel. */
const STRIP = { from: 0.12, to: 0.88 }
const LEANING_ROWS = { from: 0.08, to: 0.94 }
const DELTA_ROWS = { from: 0.1, to: 0.9 }
const SIDEWAYS = { strip: { from: 0.1, to: 0.9 }, row: { from: 0.05, to: 0.93 } }
/** Crystals that switch in their plane lie in two leaning halves, so that colours hold from either side: pixels across for one down. */
const LEAN = 0.1
/** Half a diagonal of the diamonds of organic diodes, pixels: green ones are smaller and stand in every pixel. */
const GREEN_DIAMOND = 0.2
const OTHER_DIAMOND = 0.33

/** Each panel, and the mean light of its white in each colour, by which a camera exposes it. */
export const PANELS: Readonly<Record<PanelName, { lit: Lit; mean: readonly number[] }>> = {
  leaning: withMean(leaning),
  sideways: withMean(sideways),
  diamonds: withMean(diamonds),
  delta: withMean(delta),
}

/** Three upright strips that lean one way in a pixel's upper half and back in its lower. */
function leaning(x: number, y: number, channel: number): number {
  const down = fractionOf(y)
  const strip = fractionOf(x - LEAN * (down < 0.5 ? down : 1 - down)) * 3 - channel
  return isWithin(strip, STRIP) && isWithin(down, LEANING_ROWS) ? 1 : 0
}

/** Three strips along the rows: a telephone of upright strips that lies on its side. */
function sideways(x: number, y: number, channel: number): number {
  const strip = fractionOf(y) * 3 - channel
  return isWithin(strip, SIDEWAYS.strip) && isWithin(fractionOf(x), SIDEWAYS.row) ? 1 : 0
}

/** Diamonds of organic diodes: green in every pixel, red and blue by turns, two of green for one of each. */
function diamonds(x: number, y: number, channel: number): number {
  const across = Math.abs(fractionOf(x) - 0.5)
  const down = fractionOf(y)
  if (channel === 1) {
    const toNearest = Math.min(Math.abs(down - 0.15), Math.abs(down - 1.15))
    return (across + toNearest) / GREEN_DIAMOND < 1 ? 1 : 0
  }
  const isOdd = ((Math.floor(x) + Math.floor(y)) & 1) === 1
  return (channel === 0) !== isOdd && across + Math.abs(down - 0.65) < OTHER_DIAMOND ? 1 : 0
}

/** Upright strips of which every other row is shifted by half a pixel, as in viewfinders. */
function delta(x: number, y: number, channel: number): number {
  const strip = fractionOf(x + (Math.floor(y) & 1) * 0.5) * 3 - channel
  return isWithin(strip, STRIP) && isWithin(fractionOf(y), DELTA_ROWS) ? 1 : 0
}

/** All panels repeat after two pixels. */
function withMean(lit: Lit): { lit: Lit; mean: readonly number[] } {
  const steps = Array.from({ length: 2 * MEAN_STEPS }, (_, i) => (i + 0.5) / MEAN_STEPS)
  const mean = [0, 1, 2].map((channel) => {
    let sum = 0
    for (const x of steps) for (const y of steps) sum += lit(x, y, channel)
    return sum / steps.length ** 2
  })
  return { lit, mean }
}

function fractionOf(value: number): number {
  return value - Math.floor(value)
}

function isWithin(value: number, { from, to }: { from: number; to: number }): boolean {
  return value >= from && value < to
}
