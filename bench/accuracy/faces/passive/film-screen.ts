import type { Image } from '../../../../domain/image.ts'

/** A screen as a camera stands before it. */
export interface ScreenView {
  /** Pixels of the screen under one pixel of the picture that the camera gives. */
  pitch: number
  /** How far the screen's rows are turned against the camera's, degrees. */
  turnDegrees: number
}

/**
 * Three lamps to a pixel, side by side, with a dark frame around each: shares of the pixel's width and height (aperture of
 * common IPS panels, 55-60 %).
 */
const LAMP = { width: 0.24, height: 0.8 }
/** Where each lamp begins, shares of the width: red, green, blue. */
const LAMP_FROM = [0.05, 0.38, 0.71]
/** Light of a lamp that passes the camera's filters of the other colours. */
const LEAK = 0.08
/** The sensor has this many places to a pixel of a picture of 1080p, which are added up (8 to 12 megapixels). */
const PLACES = 3
/** Samples to a place, over each of which the light is summed exactly. */
const SAMPLES = 3
/** Blur of a lens that is as sharp as its sensor, standard deviation in places. */
const LENS_SIGMA = 0.7
/** Level of the screen's white in the picture, share of full. */
const WHITE = 0.83

const FINE = PLACES * SAMPLES
/** Steps of a pixel in which its light is looked up. */
const STEPS = 512
/** The lens and the summing of places as one row of weights. */
const WEIGHTS = lensWeights()
const REACH = (WEIGHTS.length - FINE) / 2

/**
 * What a camera sees of a screen that shows the picture: the light of its lamps through the lens, summed over the places of the
 * sensor. What the lens cannot part is gone; what the sensor cannot, comes back as moiré, as it does before real screens.
 */
export function filmScreen(picture: Image, view: ScreenView): Image {
  const { width, height } = picture
  const light = linearLight(picture)
  const shares = litShares(view.pitch)
  const rows: Float32Array[] = []
  const data = new Uint8Array(width * height * 3)
  const gain = WHITE / (LAMP.width * LAMP.height * (1 + 2 * LEAK))
  for (let fine = -REACH; fine < height * FINE + REACH; fine++) {
    rows.push(filmRow(light, { width, height, fine, view, shares }))
    if (rows.length < WEIGHTS.length) continue
    const row = (fine - REACH + 1) / FINE - 1
    for (let i = 0; i < width * 3; i++) {
      let sum = 0
      for (let k = 0; k < WEIGHTS.length; k++) sum += WEIGHTS[k] * rows[k][i]
      data[row * width * 3 + i] = levelOf(sum * gain)
    }
    rows.splice(0, FINE)
  }
  return { data, width, height }
}

interface FineRow {
  width: number
  height: number
  fine: number
  view: ScreenView
  shares: LitShares
}

/** What one fine row of the sensor sees, already gathered along it. */
function filmRow(light: Float32Array, { width, height, fine, view, shares }: FineRow): Float32Array {
  const turn = (view.turnDegrees * Math.PI) / 180
  const [along, across] = [Math.cos(turn) * view.pitch, Math.sin(turn) * view.pitch]
  const y = (fine + 0.5) / FINE
  const row = Math.min(height - 1, Math.max(0, Math.floor(y))) * width
  const samples = new Float32Array((width * FINE + 2 * REACH) * 3)
  for (let i = -REACH, at = 0; i < width * FINE + REACH; i++, at += 3) {
    const x = (i + 0.5) / FINE
    const from = (row + Math.min(width - 1, Math.max(0, Math.floor(x)))) * 3
    const u = placeOf(x * along + y * across)
    const lit = shares.down[placeOf(y * along - x * across)]
    const red = light[from] * lit * shares.lamps[0][u]
    const green = light[from + 1] * lit * shares.lamps[1][u]
    const blue = light[from + 2] * lit * shares.lamps[2][u]
    const leaked = LEAK * (red + green + blue)
    samples[at] = red * (1 - LEAK) + leaked
    samples[at + 1] = green * (1 - LEAK) + leaked
    samples[at + 2] = blue * (1 - LEAK) + leaked
  }
  return gather(samples, width)
}

function gather(samples: Float32Array, width: number): Float32Array {
  const gathered = new Float32Array(width * 3)
  for (let x = 0; x < width; x++) {
    for (let c = 0; c < 3; c++) {
      let sum = 0
      for (let k = 0, at = x * FINE * 3 + c; k < WEIGHTS.length; k++, at += 3) sum += WEIGHTS[k] * samples[at]
      gathered[x * 3 + c] = sum
    }
  }
  return gathered
}

/** Shares of a sample's way that are lit, by where in a pixel its middle lies. */
interface LitShares {
  lamps: Float32Array[]
  down: Float32Array
}

function litShares(pitch: number): LitShares {
  const reach = pitch / FINE
  const sharesOf = (start: number, length: number) =>
    Float32Array.from({ length: STEPS }, (_, i) => covered((i + 0.5) / STEPS, { reach, start, length }))
  return {
    lamps: LAMP_FROM.map((start) => sharesOf(start, LAMP.width)),
    down: sharesOf((1 - LAMP.height) / 2, LAMP.height),
  }
}

function placeOf(place: number): number {
  return Math.floor((place - Math.floor(place)) * STEPS)
}

/** Share of a short way around a place that lies in a part of a pixel which comes again in each. */
function covered(
  place: number,
  { reach, start, length }: { reach: number; start: number; length: number },
): number {
  const sumTo = (to: number) => {
    const whole = Math.floor(to)
    return whole * length + Math.min(length, Math.max(0, to - whole - start))
  }
  return (sumTo(place + reach / 2) - sumTo(place - reach / 2)) / reach
}

function lensWeights(): Float32Array {
  const sigma = LENS_SIGMA * SAMPLES
  const reach = Math.ceil(3 * sigma)
  const lens = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  )
  const weights = new Float32Array(FINE + 2 * reach)
  const total = lens.reduce((sum, weight) => sum + weight, 0) * FINE
  for (let place = 0; place < FINE; place++) {
    for (const [i, weight] of lens.entries()) weights[place + i] += weight / total
  }
  return weights
}

/** Light of levels 0-255 and back (IEC 61966-2-1 §5.2). */
function linearLight({ data }: Image): Float32Array {
  return Float32Array.from(data, (level) => {
    const value = level / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
}

function levelOf(light: number): number {
  const value = light <= 0.0031308 ? light * 12.92 : 1.055 * Math.min(1, light) ** (1 / 2.4) - 0.055
  return Math.round(255 * Math.min(1, value))
}
