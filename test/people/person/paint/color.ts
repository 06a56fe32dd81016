import { mix } from '../../curve.ts'

/** Red, green and blue in linear light, 0-1 (highlights may exceed 1). */
export type Color = [number, number, number]

/** Exponent between linear light and the values of a picture. */
const GAMMA = 2.2

/** Turns 0xRRGGBB as on a screen into linear light. */
export function colorOf(screenHex: number): Color {
  return [linear((screenHex >> 16) & 255), linear((screenHex >> 8) & 255), linear(screenHex & 255)]
}

/** The colour a share of the way from one to another. */
export function mixColors(from: Color, to: Color, share: number): Color {
  return [mix(from[0], to[0], share), mix(from[1], to[1], share), mix(from[2], to[2], share)]
}

/** A colour with all channels times a factor. */
export function shadeColor(color: Color, factor: number): Color {
  return [color[0] * factor, color[1] * factor, color[2] * factor]
}

/** A colour seen through a filter of another. */
export function filterColor(color: Color, filter: Color): Color {
  return [color[0] * filter[0], color[1] * filter[1], color[2] * filter[2]]
}

/** The value 0-1 on a screen for an amount of linear light. */
export function screenValue(light: number): number {
  return light <= 0 ? 0 : light ** (1 / GAMMA)
}

function linear(value: number): number {
  return (value / 255) ** GAMMA
}
