import type { Image } from '../../../../domain/image.ts'
import type { ColorSpace } from '../rtp/read-color-space.ts'

/** One plane of samples; rows are `stride` bytes apart. */
export interface Plane {
  bytes: Uint8Array
  stride: number
}

/** A decoded picture: luma and chroma at half size (4:2:0), the visible part from `left`, `top`. */
export interface YuvPicture {
  y: Plane
  u: Plane
  v: Plane
  left: number
  top: number
  width: number
  height: number
  colorSpace: ColorSpace
}

interface Factors {
  black: number
  luma: number
  redV: number
  greenU: number
  greenV: number
  blueU: number
}

/** Fixed point of the factors, bits. */
const FRACTION_BITS = 16
const HALF = 1 << (FRACTION_BITS - 1)
/** No colour. */
const NEUTRAL = 128
/** Weights of red and blue in luma (ITU-R BT.601-7 §2.5.1, BT.709-6 §3.2). */
const LUMA_WEIGHTS = { bt601: { red: 0.299, blue: 0.114 }, bt709: { red: 0.2126, blue: 0.0722 } }
/** Black, and the steps from black to white and of colour difference (BT.601-7 §2.5.3). */
const RANGES = {
  studio: { black: 16, lumaSteps: 219, chromaSteps: 224 },
  full: { black: 0, lumaSteps: 255, chromaSteps: 255 },
}

/** Converts a decoded picture to RGB. */
export function yuvToRgb(picture: YuvPicture): Image {
  const { width, height } = picture
  const factors = factorsOf(picture.colorSpace)
  // Clamped storing spares two comparisons a sample.
  const rgb = new Uint8ClampedArray(width * height * 3)
  for (let row = 0; row < height; row++) convertRow(picture, factors, { row, rgb })
  return { data: new Uint8Array(rgb.buffer), width, height }
}

function factorsOf({ matrix, range }: ColorSpace): Factors {
  const { red, blue } = LUMA_WEIGHTS[matrix]
  const { black, lumaSteps, chromaSteps } = RANGES[range]
  const green = 1 - red - blue
  const chroma = (255 / chromaSteps) * 2 * 2 ** FRACTION_BITS
  return {
    black,
    luma: Math.round((255 / lumaSteps) * 2 ** FRACTION_BITS),
    redV: Math.round(chroma * (1 - red)),
    greenU: Math.round((chroma * (1 - blue) * blue) / green),
    greenV: Math.round((chroma * (1 - red) * red) / green),
    blueU: Math.round(chroma * (1 - blue)),
  }
}

function convertRow(
  { y, u, v, left, top, width }: YuvPicture,
  factors: Factors,
  { row, rgb }: { row: number; rgb: Uint8ClampedArray },
): void {
  const lumaRow = (top + row) * y.stride + left
  const chromaU = ((top + row) >> 1) * u.stride
  const chromaV = ((top + row) >> 1) * v.stride
  let to = row * width * 3
  let chroma = -1
  let red = 0
  let green = 0
  let blue = 0
  for (let column = 0; column < width; column++) {
    const at = (left + column) >> 1
    if (at !== chroma) {
      chroma = at
      const blueness = u.bytes[chromaU + at] - NEUTRAL
      const redness = v.bytes[chromaV + at] - NEUTRAL
      red = factors.redV * redness + HALF
      green = HALF - factors.greenU * blueness - factors.greenV * redness
      blue = factors.blueU * blueness + HALF
    }
    const luma = (y.bytes[lumaRow + column] - factors.black) * factors.luma
    rgb[to] = (luma + red) >> FRACTION_BITS
    rgb[to + 1] = (luma + green) >> FRACTION_BITS
    rgb[to + 2] = (luma + blue) >> FRACTION_BITS
    to += 3
  }
}
