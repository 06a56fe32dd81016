import sharp from 'sharp'
import type { Box, Image } from '../../../../domain/image.ts'

/** Fonts of a common machine, none of which any card here is printed in. */
const FONTS = ['DejaVu Sans', 'DejaVu Sans Condensed', 'DejaVu Serif', 'DejaVu Sans Mono', 'Liberation Sans']
const WEIGHTS = ['normal', 'bold']
/** Height of the false letters over that of the right ones, and how far off their line they stand, px. */
const SIZES = [0.9, 1, 1.1, 1.2]
const DROPS = [-3, 0, 2]
const INKS = ['#141418', '#28283c', '#3c3c3c']
/** Height of capitals over the em of these fonts. */
const CAPITALS = 0.73

/** What is printed over a field, its letters' height in px; `variant` picks font, size, line and ink. */
export interface Overprint {
  box: Box
  text: string
  height: number
  variant: number
}

/**
 * A card with a field printed over, as by hand in a picture editor: the ground filled with the paper's middle colour, then
 * letters of another font, slightly softened.
 */
export async function overprintField(card: Image, { box, text, height, variant }: Overprint): Promise<Image> {
  const pick = <T>(from: readonly T[], stride: number) => from[Math.floor(variant / stride) % from.length]
  const [width, tall] = [Math.ceil(box.width), Math.ceil(box.height)]
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${tall}">` +
    `<rect width="${width}" height="${tall}" fill="${paperOf(card, box)}"/>` +
    `<text x="2" y="${tall / 2 + height / 2 + pick(DROPS, 2)}" font-family="${pick(FONTS, 1)}" ` +
    `font-weight="${pick(WEIGHTS, 1)}" font-size="${(height * pick(SIZES, 1)) / CAPITALS}" fill="${pick(INKS, 3)}">` +
    `${text}</text></svg>`
  const input = await sharp(Buffer.from(svg)).blur(0.7).png().toBuffer()
  const raw = { width: card.width, height: card.height, channels: 3 as const }
  const left = Math.max(0, Math.min(card.width - width, Math.floor(box.x)))
  const top = Math.max(0, Math.min(card.height - tall, Math.floor(box.y)))
  const data = await sharp(card.data, { raw })
    .composite([{ input, left, top }])
    .removeAlpha()
    .raw()
    .toBuffer()
  return { data: new Uint8Array(data), width: card.width, height: card.height }
}

/** The middle colour of the lighter half of a box. */
function paperOf(card: Image, box: Box): string {
  const pixels: [number, number, number][] = []
  for (let y = Math.max(0, Math.floor(box.y)); y < Math.min(card.height, box.y + box.height); y++) {
    for (let x = Math.max(0, Math.floor(box.x)); x < Math.min(card.width, box.x + box.width); x++) {
      const at = (y * card.width + x) * 3
      pixels.push([card.data[at], card.data[at + 1], card.data[at + 2]])
    }
  }
  const light = ([red, green, blue]: [number, number, number]) => red + green + blue
  const [red, green, blue] = pixels.sort((a, b) => light(a) - light(b))[Math.floor(pixels.length * 0.75)]
  return `rgb(${red},${green},${blue})`
}
