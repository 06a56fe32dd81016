import type { Image } from '../../../domain/image.ts'

/** Stripes of a pixel: red, green and blue side by side. */
const STRIPES = 3
/** Light of the lowest third of a pixel, where its wiring is, share of full. */
const WIRING_LIGHT = 0.35

/**
 * The picture as a screen of `width` pixels shows it close by: every pixel three stripes of colour, with dark wiring. Two
 * thirds of the light are gone: film it with as much more exposure.
 */
export function showOnScreen(picture: Image, width: number): Image {
  const height = Math.round((width * picture.height) / picture.width)
  const shown = {
    data: new Uint8Array(width * height * 3 * STRIPES ** 2),
    width: width * STRIPES,
    height: height * STRIPES,
  }
  for (let y = 0; y < shown.height; y++) {
    const light = y % STRIPES === STRIPES - 1 ? WIRING_LIGHT : 1
    const row = Math.floor((Math.floor(y / STRIPES) + 0.5) * (picture.height / height)) * picture.width
    for (let x = 0; x < shown.width; x++) {
      const column = Math.floor((Math.floor(x / STRIPES) + 0.5) * (picture.width / width))
      const stripe = x % STRIPES
      const level = picture.data[(row + column) * 3 + stripe] * light
      shown.data[(y * shown.width + x) * 3 + stripe] = level
    }
  }
  return shown
}
