import type { Image } from '../../../../domain/image.ts'
import type { Random } from '../../../../test/people/random.ts'
import { PANELS, type PanelName } from './_panels.ts'

/** What a card lies on: paint, a cloth whose threads cross, or a board with grain. */
export type Desk = 'plain' | 'weave' | 'wood'

/** A card that a screen shows so many of its pixels wide, or one that lies on a desk: itself or printed in dots. */
export type Shown =
  | { panel: PanelName; pixels: number }
  | {
      desk: Desk
      /** Period of the dots of a halftone, shares of the card's width; null for the picture itself. */
      halftone: number | null
    }

/** The light, linear, that a place of a surface sends in a colour (0 red, 1 green, 2 blue); places in pixels of the picture. */
export type LightAt = (u: number, v: number, channel: number) => number

/** Pages around a card on a screen: white, dark and grey ones. */
const PAGES = [
  [246, 246, 248],
  [36, 36, 40],
  [210, 214, 220],
] as const
/** Colours of desks: brown, light grey, slate. */
const DESKS = [
  [110, 92, 74],
  [170, 168, 160],
  [70, 74, 80],
] as const
/** Period of a cloth's threads, shares of the card's width: half a millimetre to one beside an ID-1 card. */
const WEAVE = [0.006, 0.012] as const
/** Angles of the screens of cyan, magenta and yellow, degrees, as offset printers turn them against each other. */
const HALFTONE_DEGREES = [15, 75, 0] as const
/** What paper and ink send back of the light. */
const PAPER = 0.9
const INK = 0.05

/** Linear light of each level (IEC 61966-2-1, sRGB). */
const LINEAR = Float32Array.from({ length: 256 }, (_, level) =>
  level / 255 <= 0.04045 ? level / 255 / 12.92 : ((level / 255 + 0.055) / 1.055) ** 2.4,
)

/** The light of a shown picture and of what is around it. */
export function surfaceOf(shown: Shown, picture: Image, random: Random): LightAt {
  const page = random.pick(PAGES)
  const colour = random.pick(DESKS)
  const weave = { period: random.between(...WEAVE) * picture.width, angle: random.between(0, 3) }
  if ('panel' in shown) {
    const { lit, mean } = PANELS[shown.panel]
    const pageAt: LightAt = (_u, _v, channel) => LINEAR[page[channel]]
    return (u, v, channel) => {
      const light = lit(u, v, channel)
      return light === 0 ? 0 : (light / mean[channel]) * pictureAt(picture, { u, v, channel, around: pageAt })
    }
  }
  const grain = grainOf(shown.desk, weave)
  const around: LightAt = (u, v, channel) => LINEAR[colour[channel]] * grain(u, v)
  const light: LightAt = (u, v, channel) => pictureAt(picture, { u, v, channel, around })
  return shown.halftone === null ? light : printInDots(light, shown.halftone * picture.width)
}

function pictureAt(
  { data, width, height }: Image,
  { u, v, channel, around }: { u: number; v: number; channel: number; around: LightAt },
): number {
  const column = Math.floor(u)
  const row = Math.floor(v)
  if (column < 0 || row < 0 || column >= width || row >= height) return around(u, v, channel)
  return LINEAR[data[(row * width + column) * 3 + channel]]
}

/** How light a desk's paint, threads or rings are at a place. */
function grainOf(desk: Desk, weave: { period: number; angle: number }): (u: number, v: number) => number {
  if (desk === 'plain') return () => 1
  if (desk === 'wood') {
    return (u, v) => 0.8 + 0.2 * Math.sin(v * 0.05 + 4 * Math.sin(u * 0.002)) * Math.sin(v * 0.31 + u * 0.004)
  }
  const [along, aside] = [Math.cos(weave.angle), Math.sin(weave.angle)]
  const turns = (2 * Math.PI) / weave.period
  return (u, v) => {
    const warp = Math.sin(turns * (u * along + v * aside))
    const weft = Math.sin(turns * (v * along - u * aside))
    return 0.75 + 0.25 * warp * weft + 0.15 * warp
  }
}

/** The same in dots of ink, the page around the card too: each colour's dots grow on a grid turned by its own angle. */
function printInDots(light: LightAt, period: number): LightAt {
  const grids = HALFTONE_DEGREES.map((degrees) => {
    const angle = (degrees * Math.PI) / 180
    const turns = (2 * Math.PI) / period
    return { across: turns * Math.cos(angle), down: turns * Math.sin(angle) }
  })
  return (u, v, channel) => {
    const { across, down } = grids[channel]
    const threshold = 0.5 + 0.25 * (Math.cos(u * across + v * down) + Math.cos(v * across - u * down))
    return light(u, v, channel) > threshold ? PAPER : INK
  }
}
